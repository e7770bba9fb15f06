"""The brief: three to eight plain sentences that say what is agreed, contested and single-sourced.

Every sentence comes from one fact, and never goes without its origin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.corroborate.chains import RELAYS
from twosource.corroborate.comparison import AGREE, COMPATIBLE, CONFLICT
from twosource.corroborate.judging import PLAIN
from twosource.corroborate.origins import MET
from twosource.corroborate.verdict import SINGLE
from twosource.corroborate.wording import STATE, Words, words
from twosource.link import SOME_STATE
from twosource.model import Account, Fact, Origin

LONGEST = 8
REPORTS, VALUES = 4, 4
"""How many reports and values a sentence names, before it only counts the rest."""
KINDS = {"figure": 0, "when": 1, "event": 2, "claim": 3}
WEIGHT = {CONFLICT: 0, AGREE: 1, COMPATIBLE: 2, SINGLE: 3}
AFFIRMED, HAPPENED = "affirmed", "happened"


def order(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts as a desk reads them: contested first, then compatible, agreed and single-sourced."""
    rank = {CONFLICT: 0, COMPATIBLE: 1, AGREE: 2, SINGLE: 3}
    return sorted(facts, key=lambda f: (rank[f.verdict], KINDS[f.kind], f.accounts[0].report, f.accounts[0].start))


def brief(facts: Sequence[Fact], names: Mapping[str, str], language: str | None = None) -> tuple[str, ...]:
    """Return the brief of a story's facts.

    Args:
        facts: Those of one story.
        names: How each report is called, by its id.
        language: The code of a language that has a table of the brief; None is that of the interface.

    Raises:
        UsageError: The language has no such table.
    """
    chosen = words(language)
    told = _chosen(facts)
    sentences = [_Sentence(fact, names, chosen).text() for fact in told]
    rest = sum(f.verdict == SINGLE for f in facts) - sum(f.verdict == SINGLE for f in told)
    if rest and len(sentences) < LONGEST:
        sentences.append(chosen.sentence("one_more" if rest == 1 else "more", n=rest))
    return tuple(sentences)


def _chosen(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts that the brief tells: contested ones first, of each verdict something, and two lone counts.

    That something happened needs no sentence where one tells how many or on which day.
    """
    joint = sorted((f for f in facts if f.verdict != SINGLE), key=lambda f: (WEIGHT[f.verdict], KINDS[f.kind]))
    told = {f.concept for f in joint if f.kind in ("figure", "when") and f.verdict == AGREE}
    joint = [f for f in joint if f.kind != "event" or f.verdict == CONFLICT or f.concept not in told]
    found: list[Fact] = []
    for verdict, most in ((CONFLICT, 3), (AGREE, 3), (COMPATIBLE, 2)):
        found += [fact for fact in joint if fact.verdict == verdict][:most]
    found = found[: LONGEST - 2]
    counts = [f for f in facts if f.verdict == SINGLE and f.kind == "figure" and f.concept not in PLAIN]
    return found + counts[: max(0, min(2, LONGEST - 1 - len(found)))]


class _Sentence:
    """The sentence of one fact, in the words of one language."""

    def __init__(self, fact: Fact, names: Mapping[str, str], chosen: Words) -> None:
        self.fact, self.names, self.words = fact, names, chosen

    def text(self) -> str:
        fact, said = self.fact, self.words
        return said.sentence(
            self._name(),
            label=self._label(),
            reports=said.several(said.few(list(dict.fromkeys(self.names[a.report] for a in fact.accounts)), REPORTS)),
            value=self._value(fact.accounts[0]),
            values=self._values(),
            who=said.several(said.few(self._known_parties(), REPORTS)),
            n=fact.independent_origins,
            why=said.why(fact.readings),
            known=self._known(),
            name=_end(fact),
        )

    def _name(self) -> str:
        """Return which sentence of the table says the fact."""
        fact = self.fact
        if fact.verdict == SINGLE:
            named = "single_named" if _end(fact) else "single_unknown"
            return "single_known" if fact.independent_origins else named
        if fact.verdict in (CONFLICT, COMPATIBLE):
            return fact.verdict
        stem = "agree" if fact.kind in ("figure", "when") else "event"
        if fact.two_source_rule == MET:
            return f"{stem}_met"
        unknown = any(o.party is None for o in fact.origins)
        return f"{stem}_unknown" if unknown else f"{stem}_one"

    def _label(self) -> str:
        """Return what is counted or happened, and how it is told where every account denies, plans or fears it."""
        fact = self.fact
        if fact.kind == "claim":
            return self.words.quote(fact.accounts[0].text)
        figure = fact.accounts[0].figure
        counted = figure.of if figure and figure.of and fact.concept in PLAIN else None
        label = counted or self.words.label(fact.concept) or fact.concept
        stances = {_stance(account) for account in fact.accounts}
        return self.words.stance(stances.pop(), label) if len(stances) == 1 else label

    def _known_parties(self) -> list[str]:
        known = (self._party(origin) for origin in self.fact.origins if origin.party is not None)
        return list(dict.fromkeys(known))

    def _party(self, origin: Origin) -> str:
        party = origin.party or SOME_STATE
        if party != SOME_STATE and party.startswith(f"{STATE}:"):
            return self.words.state(party)
        return origin.label or origin.names[0]

    def _value(self, account: Account) -> str:
        """Return what an account gives, in words; where facts are events, its text and how it is told."""
        if self.fact.kind in ("event", "claim"):
            return self.words.stance(_stance(account), self.words.quote(account.text))
        return self.words.value_of(account)

    def _values(self) -> str:
        """Return the values of the fact, each once with its reports: "7 or more (nb.txt) or 12 (da.txt; sv.txt)"."""
        by_value: dict[str, list[str]] = {}
        for account in self.fact.accounts:
            by_value.setdefault(self._value(account), []).append(self._report(account))
        said = self.words
        if len(by_value) > VALUES:  # those that most reports give say most
            by_value = dict(sorted(by_value.items(), key=lambda item: -len(item[1])))
        shown = [
            said.word("value_of", value=value, report="; ".join(said.few(of, REPORTS)))
            for value, of in by_value.items()
        ]
        return said.several(said.few(shown, VALUES), "or" if self.fact.verdict == CONFLICT else "and")

    def _report(self, account: Account) -> str:
        chain = [authority.name for authority in account.origin]
        return ", ".join([self.names[account.report], *chain[-1:]])

    def _known(self) -> str:
        """Return what is known of the fact's origins, in words."""
        labels = self._known_parties()
        return (
            self.words.known("some", who=self.words.several(self.words.few(labels, REPORTS)))
            if labels
            else self.words.known("none")
        )


def _end(fact: Fact) -> str | None:
    """Return whom a fact's first account ends with where that is more than the agency that credits it, or None."""
    chain = fact.accounts[0].origin
    return chain[-1].name if chain and chain[-1].role not in RELAYS else None


def _stance(account: Account) -> str:
    return account.modality if account.polarity == AFFIRMED else account.polarity
