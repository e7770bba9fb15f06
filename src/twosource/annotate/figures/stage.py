"""The stage: every figure of a report, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from twosource.annotate.concepts import concept
from twosource.annotate.draft import Draft
from twosource.annotate.figures.amounts import Amount, changes
from twosource.annotate.figures.counting import Counted
from twosource.annotate.figures.lexicon import Cue, Lexicon, lexicon
from twosource.annotate.figures.linking import Scene, Sign, Subject, measure
from twosource.annotate.figures.numbers import starting
from twosource.annotate.figures.scanning import Found, Scanner, span_of
from twosource.annotate.figures.wording import Spots
from twosource.language import Token
from twosource.model import Figure, Reason, Span

SILENT = ("credit", "boilerplate", "dateline")
"""Kinds of block that count nothing."""

TALLY_REACH = 60
TALLY_WORD = 20
"""How far before the end of "death toll" its first word may begin."""
BACK = 250
"""How far back, in characters, "among them" may reach."""
OWN = "own"
"""The scope of what those who count have of their own."""
OWN_REACH = 12
"""How many tokens behind a number it may be said that it is of those who count alone."""
AMONG = 10
"""How many tokens behind a number "among them" may stand."""
FEWEST = 10
"""The least that a bare number may be to be another count of the people counted before."""
NEXT = 2
"""How many tokens behind a number the words of an estimate may begin."""
PLACES = 15
"""Thirds and sevenths are cut here."""
LONG = 27
"""Whole numbers of more digits keep their exponent."""


class Link(NamedTuple):
    """What a figure belongs to: its concept, the happening behind it, the cue in the text, and the rule."""

    concept: str | None = None
    happening: int | None = None
    cue: Span | None = None
    rule: str = ""


def find_figures(draft: Draft) -> Iterator[Figure]:
    """Yield every figure of the report, in order of position.

    A figure's span covers bound, number and unit ("mere end 80 procent"); a single person without a numeral ("a
    demonstrator died") has the noun phrase.  Values are exact decimals.  Years, dates, clock times, ages, scores,
    telephone numbers, labels and parts of names are no figures.

    Args:
        draft: The report with its sentences, and its times, names and happenings where they are known.

    Yields:
        Figures, each with its reason ``figures-v1:<rule>``.
    """
    words = lexicon(draft.language.code)
    folds = [token.fold for token in draft.tokens]
    begins = starting(words, set(folds))
    numbers = [index for index, fold in enumerate(folds) if fold in begins]
    scene = Scene(draft)
    previous: Figure | None = None
    coins: dict[str, str] = {}
    for span in _spans(draft, [draft.tokens[index].start for index in numbers]):
        inside = draft.token_range(span)
        near = numbers[bisect_left(numbers, inside.start) : bisect_left(numbers, inside.stop)]
        tokens = draft.tokens[inside.start : inside.stop]
        found = list(Scanner(words, scene, tokens, [index - inside.start for index in near]).amounts())
        if not found:
            continue
        for figure in _SentenceReader(draft, words, scene, span, tokens, coins).figures(found, previous):
            previous = figure
            yield figure


def _spans(draft: Draft, numbers: Sequence[int]) -> Iterator[Span]:
    """Yield the sentences in which one of the ``numbers`` begins; the whole body where there are no sentences."""
    if not draft.sentences:
        yield Span(draft.report.body, len(draft.text))
    for sentence in draft.sentences:
        span = sentence.span
        first = bisect_left(numbers, span.start)
        if first == len(numbers) or numbers[first] >= span.end:
            continue  # most sentences of news hold no number, and cost no more than this look
        if not (sentence.block < len(draft.blocks) and draft.blocks[sentence.block].kind in SILENT):
            yield span


class _SentenceReader:
    """Links the amounts of one sentence, ``tokens``, to what they belong to.

    ``coins`` remembers whose crowns or dollars they were that the report named in full: each word of the name -> code.
    """

    def __init__(
        self,
        draft: Draft,
        words: Lexicon,
        scene: Scene,
        span: Span,
        tokens: Sequence[Token],
        coins: dict[str, str],
    ) -> None:
        self.coins = coins
        self.draft = draft
        self.words = words
        self.scene = scene
        self.span = span
        self.tokens = tokens
        self.cues: Spots[Cue] = words.measures.spots(tokens)
        self.scopes: Spots[str] = words.scopes.spots(tokens)
        self.tallies: Spots[bool] = words.lists["tally"].spots(tokens)
        self.estimates: Spots[bool] = words.lists["estimates"].spots(tokens)

    def figures(self, found: Sequence[Found], previous: Figure | None) -> Iterator[Figure]:
        """Yield the sentence's figures; ``previous`` is what "of them" may refer to."""
        starts = [self.tokens[item.amount.first].start for item in found]
        for item in found:
            figure = self._figure(item, starts, previous)
            if figure is not None:
                previous = figure
                yield figure

    def _figure(self, item: Found, starts: list[int], previous: Figure | None) -> Figure | None:
        """Link one amount and return it as a figure; None for a single person to whom nothing happens."""
        amount, counted = item.amount, item.counted
        span = span_of(self.tokens, amount.first, amount.last)
        of_span = span_of(self.tokens, counted.first, counted.last) if counted.kind != "none" else None
        subject = Subject(span, span.join(of_span) if of_span else span, *_kind(amount, counted))
        link = Link(rule="age") if item.age else self._link(item, subject, starts, previous)
        if item.single:
            known = concept(link.concept or "")
            if link.happening is None or known is None or not known.people or known.id in self.words.soft:
                return None
            if not any(part.overlaps(span) for part in self.draft.happenings[link.happening].whom):
                return None
            if starts[0] < span.start and self._predicate(amount):
                return None
            span = subject.whole
        scope = self._scope(amount, counted)
        anaphoric = counted.kind == "pronoun" or link.rule in ("tally", "carried")
        unit = self._code(amount) or _unit(counted, link, previous if anaphoric else None)
        noun = of_span if counted.kind != "pronoun" and not _measured(counted, amount, unit) else None
        return Figure(
            span=span,
            text=self.draft.text[span.start : span.end],
            low=(low := _plain(amount.low)),
            high=low if amount.high is amount.low else _plain(amount.high),
            unit=unit,
            reason=Reason(f"figures-v1:{amount.rule}", _score(amount, link), link.rule,
                          tuple(s for s in (span, of_span, link.cue) if s is not None)),
            approximate=amount.approximate,
            vague=amount.number.vague,
            of=self.draft.text[noun.start : noun.end] if noun else None,
            of_span=of_span if counted.kind == "pronoun" else noun,
            counted="age" if item.age else _class(amount, counted, unit),
            concept=link.concept,
            happening=link.happening,
            scope=scope,
            alternatives=amount.number.alternatives,
        )  # fmt: skip

    def _code(self, amount: Amount) -> str:
        """Return the code of an amount's unit; bare "crowns" are those that the report named in full before."""
        unit = amount.unit
        if unit is None or unit.dimension != "money":
            return unit.code if unit is not None else ""
        of = self.words.lists["of"]
        behind = range(amount.number.last, amount.last)
        words = [i for i in behind if self.tokens[i].text.isalpha() and not of.after(self.tokens, i)]
        folds = [self.tokens[i].fold for i in words]
        if len(folds) > 1:
            self.coins.update(dict.fromkeys(folds, unit.code))
        if len(folds) != 1 or unit.code == self.words.home:
            return unit.code
        return self.coins.get(folds[0], unit.code)

    def _predicate(self, amount: Amount) -> bool:
        """Tell whether "is" stands before the noun phrase, so that it only says what somebody is."""
        return self.words.lists["copula"].before(self.tokens, amount.first) is not None

    def _link(self, item: Found, subject: Subject, starts: list[int], previous: Figure | None) -> Link:
        """Return what the figure belongs to."""
        amount, counted = item.amount, item.counted
        if changes(self.words, self.tokens, amount.first):
            return Link(rule="former")
        tally = self._tally(amount, counted, subject, previous)
        if tally is not None:
            return tally
        noun = (counted.first, counted.last)
        kinds = frozenset({subject.kind or "number", subject.unit})
        cue = measure(self.words, self.tokens, self.cues, (amount.first, amount.last), noun, kinds)
        taken = self._taken(subject, cue)
        besides = cue.concept if cue is not None else None
        index = taken if taken is not None else self.scene.link(self.words, subject, self.span, starts, besides)
        if cue is not None and taken is None and cue.sure and not self._busy(index, subject, cue):
            return Link(cue.concept, None, span_of(self.tokens, cue.at, cue.at + 1), "measure")
        whole = self._whole(amount, subject, index, previous)
        if whole is not None:
            return whole
        if index is not None:
            happening = self.draft.happenings[index]
            return Link(happening.concept, index, happening.span, "participant")
        if counted.kind == "pronoun" and previous is not None:
            return Link(previous.concept, previous.happening, previous.span, "carried")
        if previous is not None and index is None and self._is_rival(amount, subject, previous):
            return Link(previous.concept, previous.happening, previous.span, "carried")
        default = self.words.defaults.get("portion" if amount.portion else subject.kind)
        if default is not None:
            return Link(default, None, None, "dimension")
        if counted.noun is not None and counted.noun.concept and counted.kind == "noun":
            return Link(counted.noun.concept, None, None, "noun")
        return Link()

    def _whole(self, amount: Amount, subject: Subject, index: int | None, previous: Figure | None) -> Link | None:
        """Return that of the people before "among them two who ...": what is told of the two behind them is more.

        "Two of the staff were among them" reaches back to the sentence before, where nothing else is told of the two.
        """
        if previous is None or previous.unit != "person" or subject.kind not in ("person", ""):
            return None
        near = self.span.covers(previous.span) or (index is None and self.span.start - previous.span.end < BACK)
        if not near or not (self._is_part(amount) or self._are_among(amount)):
            return None
        if index is not None:
            told = self.draft.happenings[index]
            if told.span.end <= subject.whole.end or told.clause.covers(subject.whole):
                return None
        return Link(previous.concept, previous.happening, previous.span, "carried")

    def _is_rival(self, amount: Amount, subject: Subject, previous: Figure) -> bool:
        """Tell whether a bare number is what somebody else estimates of the people counted before ("30,000, so X")."""
        bare = subject.kind == "" and not subject.unit and (amount.low or amount.high or 0) >= FEWEST
        if not bare or previous.unit != "person" or previous.concept is None:
            return False
        if not self.span.covers(previous.span) and self.span.start - previous.span.end >= BACK:
            return False
        return any(True for _ in self.estimates.between(0, amount.last + NEXT))

    def _is_part(self, amount: Amount) -> bool:
        """Tell whether a word right before the number makes it a part of another ("among them", "including")."""
        return any(scope == "part" for _, _, scope in self.scopes.between(amount.first - 4, amount.first))

    def _are_among(self, amount: Amount) -> bool:
        """Tell whether what is counted is said to be "among them", and nothing more of it."""
        for _, stop, scope in self.scopes.between(amount.last, amount.last + AMONG):
            if scope == "part" and (stop >= len(self.tokens) or not self.tokens[stop].text.isalnum()):
                return True
        return False

    def _taken(self, subject: Subject, cue: Sign | None) -> int | None:
        """Return the happening in front whose object the figure is, though its noun names a measure.

        "Has evacuated 9,500 inhabitants" tells of no town that has them.
        """
        if cue is None or subject.kind != "person":
            return None
        for index in self.scene.near(subject.whole):
            happening = self.draft.happenings[index]
            known = concept(happening.concept)
            if known is None or not known.people or known.id == cue.concept:
                continue
            if happening.span.end <= subject.span.start and any(p.overlaps(subject.whole) for p in happening.whom):
                return index
        return None

    def _busy(self, index: int | None, subject: Subject, cue: Sign) -> bool:
        """Tell whether the figure, though a noun names a measure, is said of a happening right behind it."""
        if index is None:
            return False
        happening = self.draft.happenings[index]
        known = concept(happening.concept)
        if cue.weak and known is not None and known.unit == subject.unit:
            return True
        if subject.kind not in ("person", "item"):
            return False
        between = self.draft.text[subject.whole.end : happening.span.start]
        held = subject.whole.start <= self.tokens[cue.at].start < subject.whole.end
        return held and happening.span.start >= subject.whole.end and "," not in between

    def _tally(self, amount: Amount, counted: Counted, subject: Subject, previous: Figure | None) -> Link | None:
        """Resolve "the number of wounded rose to three" and "there the number is 43"."""
        if counted.kind != "none" or subject.kind:
            return None
        for position, _, _ in reversed(self.tallies.between(amount.first - 15, amount.first)):
            start = self.tokens[position].start
            reach = Span(start, min(start + TALLY_REACH, self.span.end))
            for index in self.scene.near(reach, TALLY_WORD):
                happening = self.draft.happenings[index]
                known = concept(happening.concept)
                if happening.span.end <= start or happening.span.start > reach.end:
                    continue
                if known is not None and (known.people or known.unit == "item"):
                    return Link(happening.concept, index, happening.span, "tally")
            if previous is not None:
                return Link(previous.concept, None, previous.span, "carried")
        return None

    def _scope(self, amount: Amount, counted: Counted) -> str | None:
        """Return what the figure covers, where words beside it say so."""
        if counted.kind in ("pronoun", "partitive"):
            return "part" if amount.unit is None else None
        if self._are_among(amount):
            return "part"
        for before, behind, wanted in ((4, 0, "part"), (12, 12, "")):
            for _, _, scope in self.scopes.between(amount.first - before, amount.last + behind):
                if scope == wanted or (not wanted and scope not in ("part", OWN)):
                    return scope
        return OWN if self._is_own(amount) else None

    def _is_own(self, amount: Amount) -> bool:
        """Tell whether words behind the figure say that it is of those who count alone ("in its two hospitals")."""
        stops = (n for n in range(amount.last, len(self.tokens)) if not self.tokens[n].text[0].isalnum())
        end = min(next(stops, len(self.tokens)), amount.last + OWN_REACH)
        return any(scope == OWN for _, _, scope in self.scopes.between(amount.last, end))


def _kind(amount: Amount, counted: Counted) -> tuple[str, str, str]:
    """Return the kind of thing that the amount is of, its unit, and what it is like."""
    if amount.unit is not None:
        return amount.unit.dimension, amount.unit.code, ""
    if counted.noun is not None:
        return counted.noun.unit, counted.noun.unit, counted.noun.like
    return "", "", ""


def _class(amount: Amount, counted: Counted, unit: str | None) -> str | None:
    """Return the class of what is counted; for a unit what sets it apart from others of its code."""
    if counted.noun is not None:
        return counted.noun.id
    if amount.unit is not None and amount.unit.mark:
        return amount.unit.mark
    return "person" if unit == "person" else None


def _unit(counted: Counted, link: Link, previous: Figure | None) -> str | None:
    """Return the unit of a count: the noun's, that of what "them" are, the concept's, or item for an unknown noun."""
    if counted.noun is not None:
        return counted.noun.unit
    known = concept(link.concept) if link.concept else None
    if previous is not None and previous.unit is not None and (known is None or link.rule == "carried"):
        return previous.unit
    if known is not None and known.unit is not None:
        return known.unit
    return "item" if counted.kind in ("noun", "partitive") else None


def _measured(counted: Counted, amount: Amount, unit: str | None) -> bool:
    """Tell whether a number without a unit measures ("magnitude 5.6"), so that an unknown word behind it is no noun."""
    return counted.kind == "noun" and not counted.known and amount.unit is None and unit not in ("person", "item", None)


def _plain(value: Decimal | None) -> Decimal | None:
    """Return the value without an exponent and without zeros behind the point."""
    if value is None:
        return None
    _, digits, exponent = value.as_tuple()
    if exponent == 0 and len(digits) < LONG:
        return value
    if isinstance(exponent, int) and exponent < -PLACES:
        value = round(value, PLACES)
    value = value.normalize()
    return (
        value.quantize(Decimal(1)) if value == value.to_integral_value() and abs(value) < Decimal(10) ** LONG else value
    )


def _score(amount: Amount, link: Link) -> float:
    """Return how sure the figure is."""
    if amount.number.alternatives and not link.concept:
        return 0.8
    return 0.9 if link.rule in ("carried", "dimension") else 1.0
