"""Statements: what one report says of one thing, before it is compared with what others say.

A reading gives statements of four kinds: figures (how many), whens (on which day), events (what happened) and
claims (who holds what).  Each keeps its span, the people and places in it, its time, and its chain of authorities.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from twosource.annotate.attributions import chain_at
from twosource.annotate.concepts import concept
from twosource.annotate.happenings.lexicon import Word, lexicon
from twosource.corroborate.chains import CREDIT_RULE, named_end
from twosource.corroborate.cognates import shape
from twosource.corroborate.judging import answers, concept_of, is_said, kind_of
from twosource.corroborate.manner import form
from twosource.corroborate.people import content_of, keys_in, speaker_key
from twosource.corroborate.windows import Window, published
from twosource.language import tokenize
from twosource.link import Cast
from twosource.link.spans import SpanIndex
from twosource.model import Credit, Figure, Happening, Link, Quote, Reading, Reason, Span, When
from twosource.stories.signature import SHORTEST, stem

AUTHORITY_CREDITS = ("agency", "outlet", "reprint")
"""Credits that say whose text it is; a picture's credit is none."""
ACTOR_RULE = "origins-v1:actor"
"""The rule of a link that is the actor of what was said."""
POSSIBLE = "possible"
"""The modality of what may be or nearly was: nobody tells that it happened."""
MEASURED = ("length", "area", "volume", "mass", "speed")
"""Kinds of units by which two reports can mean the same though neither says what they measure."""
PART, NEXT = "part", 8
"""The grain of a part of a day, and how near behind it the day stands that it is a part of."""
OPENING = 3
"""The most words that may stand before the noun that its clause is about ("the deadly fire")."""
FEW = 2
"""Numbers up to this one say nothing where it is not known what they count."""


class Statement(msgspec.Struct, frozen=True):
    """What one report says of one thing.

    ``parties`` are the keys of the people, bodies and states in its clause, ``places`` those of its places; ``chain``
    is nearest first, credits of the report in front; ``context`` adds the parties of the sentence around, ``words`` are
    the stems of the clause, ``shapes`` their first consonants; ``as_of`` the days on which the report was written;
    ``speaker`` and ``content`` (what no translation changes) belong to claims; ``alone`` says that its report has no
    other statement of its kind and concept; ``earlier`` are the reports that were surely told on an earlier day;
    ``sole`` says that its figure is the only one of what it counts there;
    ``partial`` that it is given as a part of a larger count of the same concept in its report;
    ``only`` that no other figure of its report has its concept; ``dated`` that its time is that of what happened;
    ``total`` that its report counts a single day, too, and this is the sum of several;
    ``bygone`` that its report counts the same of a later day, too;
    ``form`` is how a quotation is put.
    """

    report: str
    kind: str
    concept: str
    span: Span
    clause: Span
    block: str
    chain: tuple[Link, ...]
    figure: Figure | None = None
    happening: Happening | None = None
    when: When | None = None
    quote: Quote | None = None
    parties: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    as_of: Window = Window(None, None)
    context: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    speaker: str | None = None
    content: frozenset[str] = frozenset()
    alone: bool = False
    language: str = "und"
    earlier: frozenset[str] = frozenset()
    sole: bool = False
    partial: bool = False
    only: bool = False
    dated: bool = False
    total: bool = False
    bygone: bool = False
    shapes: frozenset[str] = frozenset()
    form: frozenset[str] = frozenset()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the rules that found what it says and on whose authority, each once."""
        found = (self.figure, self.happening, self.when, self.quote, *self.chain)
        return tuple(dict.fromkeys(each.reason.rule for each in found if each is not None))

    @property
    def polarity(self) -> str:
        """Return whether it is affirmed or denied."""
        return self.happening.polarity if self.happening else "affirmed"

    @property
    def modality(self) -> str:
        """Return whether it happened, is planned, feared ..."""
        return self.happening.modality if self.happening else "happened"


def find_statements(reading: Reading, cast: Cast) -> list[Statement]:
    """Return all statements of a reading, in order of position."""
    desk = _Desk(reading, cast)
    found = [*desk.figures(), *desk.whens(), *desk.events(), *desk.claims()]
    return sorted(found, key=lambda s: (s.span, s.kind))


class _Desk:
    """One reading with what is needed again and again while its statements are gathered."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.report = reading.report
        self.cast = cast
        self.credits = self._credits()
        self.counted: set[int] = set()
        links = sorted(link.span for a in reading.attributions for link in a.links)
        self.voices = {span.start for span in links}
        self.named = SpanIndex(links)
        self.deeds = {time for h in reading.happenings if not answers(h.concept) for time in h.when}

    def _credits(self) -> tuple[Link, ...]:
        """Return the links of the report's credits; an agency that renders another's text counts with that one."""
        links: dict[str, Link] = {}
        for credit in _text_credits(self.reading.credits):
            link = _credit_link(credit)
            party = self.cast.party(link, self.report.id)
            links.setdefault(party.key if party else link.name, link)
        return tuple(links.values())

    def chain(self, span: Span) -> tuple[Link, ...]:
        """Return the chain of authorities of a stretch, credits in front, no party twice in a row."""
        links: list[Link] = []
        for link in (*self.credits, *chain_at(self.reading, span)):
            known = next((n for n, other in enumerate(links) if self._same(link, other)), None)
            if known is None:
                links.append(link)
            elif link.role == "reporter":
                links[known] = link
        return tuple(links)

    def _same(self, link: Link, other: Link) -> bool:
        if link.name.casefold() == other.name.casefold():
            return True
        if link.role in AUTHORITY_CREDITS and other.role in AUTHORITY_CREDITS:
            one, two = (self.cast.resolve(self.report.id, each) for each in (link, other))
            return one is not None and two is not None and one.id == two.id
        return link.entity is not None and link.entity == other.entity

    def block(self, span: Span) -> str:
        """Return the kind of the block in which a span begins."""
        for block in self.reading.blocks:
            if block.span.start <= span.start < block.span.end:
                return block.kind
        return "paragraph"

    def sentence(self, span: Span) -> Span:
        """Return the sentence in which a span begins, or the span itself."""
        for sentence in self.reading.sentences:
            if sentence.span.start <= span.start < sentence.span.end:
                return sentence.span
        return span

    def words(self, clause: Span) -> list[str]:
        """Return a clause's longer words."""
        tokens = tokenize(self.report.text, clause.start, clause.end)
        return [t.fold for t in tokens if len(t.text) >= SHORTEST and t.text.isalpha()]

    def make(self, kind: str, concept_id: str, span: Span, clause: Span, **more: object) -> Statement:
        """Return a statement with what its place in the report gives it."""
        parties, places = keys_in(self.reading, clause, self.cast)
        words = self.words(clause)
        made = Statement(
            report=self.report.id,
            kind=kind,
            concept=concept_id,
            span=span,
            clause=clause,
            block=self.block(span),
            chain=self.chain(span),
            parties=parties,
            places=places,
            as_of=published(self.report),
            language=self.report.language,
            context=keys_in(self.reading, self.sentence(clause), self.cast)[0],
            words=frozenset(map(stem, words)),
            shapes=frozenset(filter(None, map(shape, words))),
        )
        return msgspec.structs.replace(made, **more)

    def figures(self) -> Iterator[Statement]:
        """Yield a statement for each figure that counts or measures something, those who speak not among them."""
        for number, figure in enumerate(self.reading.figures):
            concept_id = figure.concept or (None if "figures" in self.reading.unread else _plain(figure))
            if concept_id is None or figure.span.start in self.voices:
                continue
            if number and self.converts(figure, self.reading.figures[number - 1]):
                continue
            happening = self.reading.happenings[figure.happening] if figure.happening is not None else None
            sentence = self.sentence(figure.span)
            clause = happening.clause if happening and happening.clause.covers(figure.span) else sentence
            span = figure.span.join(figure.of_span) if figure.of_span else figure.span
            if happening is not None and sentence.covers(happening.span) and _close(figure, happening.span):
                span = span.join(happening.span)
            if figure.happening is not None and figure.unit != "item" and not _is_somebody(figure):
                self.counted.add(figure.happening)
            when = self.time_of(happening, clause)
            dated = happening is not None and when is not None and when.span in happening.when
            made = self.make(
                "figure", concept_id, span, clause, figure=figure, happening=happening, when=when, dated=dated
            )
            known = concept(concept_id)
            yield made if known is None or known.people else self.without_voices(made)

    def without_voices(self, made: Statement) -> Statement:
        """Return a statement without the places that only those it goes back to are from.

        A ministry counts the dead of its own country, but a quake is measured from anywhere.
        """
        links = [a.span for s in self.reading.attributions for a in s.links if made.clause.covers(a.span)]
        if not links or not made.places:
            return made
        ends = [made.clause.start, *(end for span in sorted(links) for end in (span.start, span.end)), made.clause.end]
        pieces = [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True) if start < end]
        return msgspec.structs.replace(
            made, places=frozenset().union(*(keys_in(self.reading, piece, self.cast)[1] for piece in pieces))
        )

    def converts(self, figure: Figure, before: Figure) -> bool:
        """Tell whether a figure only gives the one before it in another unit: "160 km (100 miles)"."""
        same = kind_of(figure.unit) is not None and kind_of(figure.unit) == kind_of(before.unit)
        return same and self.report.text[before.span.end : figure.span.start].strip() == "("

    def time_of(self, happening: Happening | None, clause: Span) -> When | None:
        """Return the time of a happening, else the only dated one of its clause, else that of its sentence.

        A time that stands beside what somebody is quoted with is that of saying so.
        """
        spans = happening.when if happening else ()
        times = [t for t in self.reading.times if t.span in spans and _tells(t, happening)]
        said = [q.span for q in self.reading.quotes if q.speaker is not None and q.span.covers(clause)]
        for stretch in (clause, self.sentence(clause)):
            inside = (t for t in self.reading.times if stretch.covers(t.span) and _tells(t, happening))
            inside = (t for t in inside if not self._of_the_deed(t.span, happening))
            times = times or [t for t in inside if all(span.covers(t.span) for span in said)]
        return _named(times)[0] if times else None

    def _of_the_deed(self, time: Span, happening: Happening | None) -> bool:
        """Tell whether a time is that of what a happening only answers for ("jailed for killing him in March")."""
        return happening is not None and answers(happening.concept) and time in self.deeds

    def whens(self) -> Iterator[Statement]:
        """Yield a statement for each happening that has a day of its own."""
        for happening in self.reading.happenings:
            known = concept(happening.concept)
            if known is None or not known.point or not happening.when or happening.polarity == "denied":
                continue
            times = [t for t in self.reading.times if t.span in happening.when and _tells(t, happening)]
            for when in _named(times)[:1]:
                span = happening.span.join(when.span)
                yield self.make("when", happening.concept, span, happening.clause, happening=happening, when=when)

    def actor(self, happening: Happening) -> tuple[Link, ...]:
        """Return the one who acts as a link of the chain where the happening is words of its own."""
        if not is_said(happening.concept) or not happening.who or named_end(self.chain(happening.clause)) is not None:
            return ()
        span = happening.who[0]
        reason = Reason(ACTOR_RULE, 0.8, "whoever says such words is their origin", (span,))
        link = Link(self.report.read(span), "body", span, reason)
        entity = self.cast.resolve(self.report.id, link)
        return (link,) if entity is not None else ()

    def asserts(self, happening: Happening) -> bool:
        """Tell whether a happening is told, and not only referred to.

        It is told by a verb, by a noun that opens its clause, or by one that has people or a time of its own.
        """
        if not happening.reason.rule.endswith(":noun"):
            return True
        if self.named.overlapping(happening.span):
            return False  # "according to the verdict he was stabbed"
        if happening.who or happening.whom or happening.when:
            return True
        before = tokenize(self.report.text, happening.clause.start, happening.span.start)
        small = [lexicon(self.report.language).words.get(token.fold, 0) for token in before]
        return len(before) <= OPENING and not any(word & ~Word.DETERMINER for word in small)

    def events(self) -> Iterator[Statement]:
        """Yield a statement for each happening of the body that no figure counts or measures."""
        counts = (f for f in self.reading.figures if f.unit != "item" and not _is_somebody(f))
        measured = {(self.sentence(f.span), f.concept) for f in counts}
        for number, happening in enumerate(self.reading.happenings):
            known = concept(happening.concept)
            if number in self.counted or known is None or not known.event or self.block(happening.span) != "paragraph":
                continue
            if (self.sentence(happening.span), happening.concept) in measured or not self.asserts(happening):
                continue
            if happening.modality == POSSIBLE:
                continue
            when = self.time_of(happening, happening.clause)
            told = self.make(
                "event", happening.concept, happening.clause, happening.clause, happening=happening, when=when
            )
            yield msgspec.structs.replace(told, chain=(*told.chain, *self.actor(happening)))

    def claims(self) -> Iterator[Statement]:
        """Yield a statement for each direct quotation of a known speaker; reported speech is told as what it says."""
        for quote in self.reading.quotes:
            if quote.speaker is None or not quote.direct:
                continue
            yield self.make(
                "claim",
                "statement",
                quote.span,
                quote.span,
                quote=quote,
                speaker=speaker_key(quote, self.report.id, self.cast),
                content=content_of(quote, self.reading, self.cast),
                form=form(self.report, quote.span),
            )


def _is_somebody(figure: Figure) -> bool:
    """Tell whether a figure is one person whom an article counts: he is told of as much as he is counted."""
    one = figure.unit == "person" and figure.low == figure.high == 1
    return one and figure.of_span is not None and figure.span.covers(figure.of_span)


def _plain(figure: Figure) -> str | None:
    """Return the concept of a figure of which only the unit is known: money, a length, a number of things, or None."""
    if figure.unit is not None and len(figure.unit) == len("EUR") and figure.unit.isupper():
        return "money"
    if (own := concept_of(figure.counted)) is not None:
        return own
    if kind_of(figure.unit) in MEASURED or figure.unit == "percent":
        return "measure"
    counts = figure.unit in ("person", "item") and figure.of is not None
    bound = figure.high if figure.low is None else figure.low
    return "number" if counts and not figure.vague and bound is not None and bound > FEW else None


def _close(figure: Figure, word: Span) -> bool:
    """Tell whether what stands between a number and what happened is no longer than the two of them.

    What happened to all is not said of "one of them".
    """
    if figure.of is None and figure.of_span is not None:
        return False
    phrase = figure.span.join(figure.of_span) if figure.of_span else figure.span
    first, last = sorted((phrase, word))
    return last.start - first.end <= len(phrase) + len(word)


def _named(times: list[When]) -> list[When]:
    """Return times without a part of a day in front of the day that it belongs to ("en la noche | del sábado")."""
    one, other = times[:1], times[1:2]
    if one and other and one[0].grain == PART and 0 <= other[0].span.start - one[0].span.end < NEXT:
        return times[1:]
    return times


def _tells(when: When, happening: Happening | None) -> bool:
    """Tell whether a time says on which day something was; one that counts from the happening itself does not."""
    counted = happening is not None and when.anchor_span is not None and when.anchor_span.overlaps(happening.span)
    return not counted and (when.earliest is not None or when.latest is not None or when.weekday is not None)


def _text_credits(credits: tuple[Credit, ...]) -> list[Credit]:
    """Return the credits that say whose text it is, each name once."""
    found: dict[str, Credit] = {}
    for credit in credits:
        if credit.role in AUTHORITY_CREDITS:
            found.setdefault(credit.name.casefold(), credit)
    return list(found.values())


def _credit_link(credit: Credit) -> Link:
    """Return the link of a chain that a credit is."""
    return Link(credit.name, credit.role, credit.span, Reason(CREDIT_RULE, 1.0, "", (credit.span,)), "relays")
