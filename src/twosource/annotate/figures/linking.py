"""Linking: which happening or measure a figure belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from twosource.annotate.concepts import Concept, concept
from twosource.annotate.draft import Draft
from twosource.annotate.figures.digits import DASHES
from twosource.annotate.figures.lexicon import Cue, Lexicon
from twosource.annotate.figures.wording import Spots
from twosource.language import Token
from twosource.model import Happening, Span

FARTHEST = 160
BEHIND_COMMA = 25
BEHIND_JOINT = 12
BEHIND_FIGURE = 30
OUTSIDE = 60
PARTICIPANT = 80
WORDED = 2 * PARTICIPANT
"""How near a figure is to what happened where its noun says it: "12 dead", "40 arrested"."""
NAMING = (":state", ":noun", ":predicate")
BEFORE, BEHIND, WIDEST = 8, 6, 16


class Subject(NamedTuple):
    """What is known of a figure when it is linked: its span, that with the noun, and what kind of thing it counts.

    ``kind``: person, item, or a dimension (money, percent, length ...), or empty where nothing is counted in words.
    """

    span: Span
    whole: Span
    kind: str
    unit: str
    like: str = ""


class Spans:
    """Spans in order of position; those near a place are found without looking at all."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._longest = max((len(span) for span in self._spans), default=0)

    def near(self, span: Span) -> list[Span]:
        """Return the spans that may overlap ``span``."""
        if not self._spans:
            return self._spans
        first = bisect_left(self._starts, span.start - self._longest)
        return self._spans[first : bisect_left(self._starts, span.end)]


class Scene:
    """The happenings of a report, ready to be asked by position."""

    def __init__(self, draft: Draft) -> None:
        happenings, text = draft.happenings, draft.text
        order = sorted(range(len(happenings)), key=lambda i: happenings[i].span.start)
        self.happenings = happenings
        self.text = text
        self._order = order
        self._starts = [happenings[i].span.start for i in order]
        self._triggers = sorted((h.span.start, h.span.end) for h in happenings)
        self._whom = Spans(span for h in happenings for span in h.whom)
        self.names = Spans(name.span for name in draft.names)
        self.moments = Spans(when.span for when in draft.times if not (when.edtf or when.timex3 or "").startswith("P"))

    def near(self, span: Span, reach: int = FARTHEST) -> list[int]:
        """Return the indices of the happenings whose words begin within ``reach`` of ``span``, in order."""
        first = bisect_left(self._starts, span.start - reach)
        last = bisect_right(self._starts, span.end + reach)
        return self._order[first:last][:40]

    def is_trigger(self, token: Token) -> bool:
        """Tell whether a token is a word that says that something happens."""
        offset = token.start
        at = bisect_right(self._triggers, (offset, len(self.text)))
        return at > 0 and any(start <= offset < end for start, end in self._triggers[max(0, at - 3) : at])

    def is_named(self, token: Token) -> bool:
        """Tell whether a token is a noun, participle or adjective that says that something happens."""
        span = Span(token.start, token.end)
        return any(
            self.happenings[index].span.covers(span) and self.happenings[index].reason.rule.endswith(NAMING)
            for index in self.near(span)
        )

    def affects(self, token: Token) -> bool:
        """Tell whether a token is part of a phrase to which something happens."""
        span = Span(token.start, token.end)
        return any(part.covers(span) for part in self._whom.near(span))

    def link(
        self, lexicon: Lexicon, subject: Subject, sentence: Span, figures: Sequence[int], besides: str | None = None
    ) -> int | None:
        """Return the index of the happening whose participant or measure the figure is, or None.

        One of the concept ``besides`` is passed over: the measure that a word beside the figure names already.
        """
        best: tuple[float, int] | None = None
        for index in self.near(subject.whole):
            happening = self.happenings[index]
            if not sentence.overlaps(happening.span) or _describes(subject, happening):
                continue
            known = concept(happening.concept)
            if known is None or known.id == besides or not fits(lexicon, subject, known, happening):
                continue
            cost = self._cost(subject, happening, figures, lexicon.joints)
            cost += 0 if subject.kind or known.people else BEHIND_FIGURE
            if cost < FARTHEST and (best is None or cost < best[0]):
                best = (cost, index)
        return best[1] if best is not None else None

    def _cost(self, subject: Subject, happening: Happening, figures: Sequence[int], joints: frozenset[str]) -> float:
        """Return how far the figure stands from being a participant of the happening."""
        if subject.whole.overlaps(happening.span) and happening.reason.rule.endswith(":state"):
            return -WORDED
        left, right = sorted((subject.whole, happening.span))
        between = self.text[left.end : right.start]
        cost = float(len(between))
        cost += BEHIND_COMMA * sum(between.count(mark) for mark in ",;:")
        cost += BEHIND_JOINT * sum(word in joints for word in between.casefold().split())
        inner = bisect_left(figures, right.start) - bisect_left(figures, left.end)
        cost += BEHIND_FIGURE * max(0, inner)
        if not happening.clause.overlaps(subject.span):
            cost += OUTSIDE
        if any(part.overlaps(subject.whole) for part in happening.whom):
            cost -= PARTICIPANT
        elif any(part.overlaps(subject.whole) for part in happening.who):
            cost -= PARTICIPANT / 2
        elif happening.whom:
            cost += BEHIND_COMMA
        return cost


def _describes(subject: Subject, happening: Happening) -> bool:
    """Tell whether what happens is but named in front of the noun that is counted ("three rescue workers")."""
    named = happening.reason.rule.endswith((":noun", ":verb")) and subject.whole.covers(happening.span)
    return named and subject.span.end <= happening.span.start and happening.span.end < subject.whole.end


def fits(lexicon: Lexicon, subject: Subject, known: Concept, happening: Happening) -> bool:
    """Tell whether a figure of that kind can be counted or measured by the concept."""
    if subject.kind in ("person", "") and known.people and known.id not in lexicon.doers:
        worded = subject.whole.overlaps(happening.span)
        acts = not worded and any(part.overlaps(subject.span) for part in happening.who)
        if acts and not any(part.overlaps(subject.span) for part in happening.whom):
            return False
    if subject.kind == "person":
        return known.people or (known.unit is None and any(p.overlaps(subject.whole) for p in happening.whom))
    if subject.kind == "item":
        if known.id in lexicon.fits.get("item", ()) or (known.people and subject.like == "person"):
            return True
        return known.unit == "item" or (known.unit is None and known.count != "")
    if subject.kind == "":
        return known.people or known.unit == "item"
    if known.id in lexicon.fits.get(subject.kind, ()) or known.unit == (subject.unit or None):
        return True
    return subject.kind == "money" and known.count != "" and known.unit is None and not known.people


class Sign(NamedTuple):
    """A cue in the text: its concept, where it stands, whether it is sure, and whether any other cue beats it."""

    concept: str
    at: int
    sure: bool
    weak: bool


def measure(
    lexicon: Lexicon,
    tokens: Sequence[Token],
    cues: Spots[Cue],
    reach: tuple[int, int],
    noun: tuple[int, int],
    kinds: frozenset[str],
) -> Sign | None:
    """Return the cue of the measure that the words around a figure speak of, or None.

    Args:
        lexicon: The language's words.
        tokens: The tokens of the sentence.
        cues: The words of measures in it.
        reach: Where the figure begins and where it ends.
        noun: The tokens of the noun that is counted; empty where there is none.
        kinds: What the figure is: its dimension, unit and class of thing.
    """
    first, last = reach
    weak: Sign | None = None
    if not cues.between(first - WIDEST, max(last, noun[1]) + WIDEST):
        return None
    behind = max(last, noun[1]) + BEHIND
    for place, begin, end in (
        ("noun", noun[0], noun[1]),
        ("next", last, last + 1),
        ("after", last, _stop(tokens, last, min(behind, len(tokens)))),
        ("before", first - BEFORE, first + 1),
        ("clause", first - WIDEST, last + WIDEST),
    ):
        for index, stop, cue in cues.between(begin, end):
            if (
                cue.place == place
                and cue.dimensions & kinds
                and (place != "before" or _leads(tokens, index, stop, first))
                and not (place == "after" and _is_next(tokens, index, stop))
            ):
                sign = Sign(cue.concept, index, place != "noun" or _held(lexicon, tokens, first), cue.weak)
                if not cue.weak:
                    return sign
                weak = weak or sign
    return weak


def _leads(tokens: Sequence[Token], index: int, stop: int, first: int) -> bool:
    """Tell whether a cue stands in front of a figure with no comma between, or is the word that it begins with."""
    return index == first or (stop <= first and not any(token.text == "," for token in tokens[stop:first]))


def _is_next(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """Tell whether a cue leads another figure that stands behind it ("650 hurt when a magnitude 6.4 quake hit")."""
    return stop < len(tokens) and tokens[stop].text[0].isdecimal() and tokens[index - 1].text not in DASHES


def _stop(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the first mark that ends a clause stands among the tokens ``first`` to ``last``."""
    return next((index for index in range(first, last) if tokens[index].text in ".;:!?"), last)


def _held(lexicon: Lexicon, tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a verb of having stands right before the figure ("har 9.000 innbyggere")."""
    return any(
        lexicon.lists["holds"].before(tokens, index) is not None for index in range(first, max(0, first - 4), -1)
    )
