"""The brief: three to eight plain sentences that say what is agreed, contested and single-sourced.

Every sentence comes from one fact, and never goes without its origin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.annotate.concepts import concept
from twosource.corroborate import wording
from twosource.corroborate.chains import RELAYS
from twosource.corroborate.comparison import AGREE, COMPATIBLE, CONFLICT
from twosource.corroborate.judging import PLAIN
from twosource.corroborate.origins import MET
from twosource.model import Account, Fact

LONGEST = 8
KINDS = {"figure": 0, "when": 1, "event": 2, "claim": 3}
WEIGHT = {CONFLICT: 0, AGREE: 1, COMPATIBLE: 2, "single": 3}


def order(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts as a desk reads them: contested first, then compatible, agreed and single-sourced."""
    rank = {CONFLICT: 0, COMPATIBLE: 1, AGREE: 2, "single": 3}
    return sorted(facts, key=lambda f: (rank[f.verdict], KINDS[f.kind], f.accounts[0].report, f.accounts[0].start))


def brief(facts: Sequence[Fact], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the brief of a story's facts; ``names`` says how a report is called."""
    joint = sorted((f for f in facts if f.verdict != "single"), key=lambda f: (WEIGHT[f.verdict], KINDS[f.kind]))
    single = [f for f in facts if f.verdict == "single"]
    chosen = _balanced(joint)
    counts = [f for f in single if f.kind == "figure" and f.concept not in PLAIN]
    chosen += counts[: max(0, min(2, LONGEST - 1 - len(chosen)))]
    sentences = [_sentence(fact, names) for fact in chosen]
    rest = len(single) - sum(1 for f in chosen if f.verdict == "single")
    if rest and len(sentences) < LONGEST:
        sentences.append(wording.sentence("more", n=rest))
    return tuple(sentences)


def _balanced(facts: Sequence[Fact]) -> list[Fact]:
    """Return at most six facts: contested ones first, and of each verdict something."""
    found: list[Fact] = []
    for verdict, most in ((CONFLICT, 3), (AGREE, 3), (COMPATIBLE, 2)):
        found += [fact for fact in facts if fact.verdict == verdict][:most]
    return found[: LONGEST - 2]


def _sentence(fact: Fact, names: Mapping[str, str]) -> str:
    """Return the sentence of one fact."""
    known = concept(fact.concept)
    parts = {
        "label": known.label if known else _counted(fact),
        "reports": wording.several(list(dict.fromkeys(names[a.report] for a in fact.accounts))),
        "value": wording.value_of(fact.accounts[0]),
        "values": _values(fact, names),
        "who": wording.several([o.label or o.names[0] for o in fact.origins if o.party is not None]),
        "n": fact.independent_origins,
        "why": fact.reasons[0] if fact.reasons else "",
        "known": _known(fact),
        "name": _end(fact),
    }
    return wording.sentence(_name(fact), **parts)


def _end(fact: Fact) -> str | None:
    """Return whom a fact's first account ends with where that is more than the agency that credits it, or None."""
    chain = fact.accounts[0].origin
    return chain[-1].name if chain and chain[-1].role not in RELAYS else None


def _counted(fact: Fact) -> str:
    """Return what a plain number counts, in the words of its first account."""
    figure = fact.accounts[0].figure
    return figure.of if figure and figure.of else fact.concept


def _name(fact: Fact) -> str:
    """Return which sentence of the table says a fact."""
    if fact.verdict == "single":
        named = "single_named" if _end(fact) else "single_unknown"
        return "single_known" if fact.independent_origins else named
    if fact.verdict in (CONFLICT, COMPATIBLE):
        return fact.verdict
    stem = "agree" if fact.kind in ("figure", "when") else "event"
    if fact.two_source_rule == MET:
        return f"{stem}_met"
    unknown = any(o.party is None for o in fact.origins)
    return f"{stem}_unknown" if unknown else f"{stem}_one"


def _values(fact: Fact, names: Mapping[str, str]) -> str:
    """Return the values of a fact, each with its report: "7,000 or more (nb.txt) or 100 to 999 (da.txt)"."""
    shown = [wording.word("value_of", value=wording.value_of(a), report=_report(a, names)) for a in fact.accounts]
    return wording.several(shown, "or" if fact.verdict == CONFLICT else "and")


def _report(account: Account, names: Mapping[str, str]) -> str:
    chain = [authority.name for authority in account.origin]
    return ", ".join([names[account.report], *chain[-1:]])


def _known(fact: Fact) -> str:
    """Return what is known of a fact's origins, in words."""
    labels = [o.label or o.names[0] for o in fact.origins if o.party is not None]
    return wording.known("some", who=wording.several(labels)) if labels else wording.known("none")
