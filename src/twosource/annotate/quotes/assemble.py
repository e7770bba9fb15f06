"""Put direct and indirect speech of a report together, and say who speaks and by whom it comes to us.

Rule: quotes-v1.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.draft import Draft
from twosource.annotate.quotes.anaphora import Source, read_source
from twosource.annotate.quotes.continued import Continuation, merge
from twosource.annotate.quotes.direct import find_direct, subject
from twosource.annotate.quotes.found import Found
from twosource.annotate.quotes.indirect import read_sentence
from twosource.annotate.quotes.openings import past_dateline
from twosource.annotate.quotes.reader import OPENERS, Phrase, Reader
from twosource.annotate.quotes.segments import is_mark
from twosource.annotate.quotes.speakers import Speakers
from twosource.annotate.quotes.stated import find_stated
from twosource.annotate.quotes.voices import Voices
from twosource.model import Link, Quote, Reason, Speaker

WRITE = "write"
"""The id of verbs of writing, by which papers pass on what others say."""


def find_quotes(draft: Draft) -> Iterator[Quote]:
    """Yield every quote of the report in order of position.

    A quote's ``span`` is its content without marks; ``speaker`` is None where the text does not tell;
    ``origin`` is the chain, nearest first, without the report's own credit line.  In a language without speech
    tables only marked words and dash turns are found, without speakers.
    """
    reader = Reader.of(draft)
    found = list(find_direct(reader))
    taken = [(f.first, f.end) for f in found if f.form != "heading"]
    if reader.grammar.known:
        found += _indirect(reader, taken, found)
    found.sort(key=lambda f: (f.first, f.last))
    yield from _Assembly(reader, found, sorted(taken)).quotes()


def _indirect(reader: Reader, taken: list[tuple[int, int]], direct: list[Found]) -> list[Found]:
    """Return the indirect speech of all sentences outside ``taken``, and what anaphoric sentences add."""
    found: list[Found] = []
    sources: list[tuple[int, Source]] = []
    goes_on = Continuation(reader, direct)
    at = 0
    for number, sentence in enumerate(reader.draft.sentences):
        covered = reader.draft.token_range(sentence.span)
        while at < len(taken) and taken[at][1] <= covered.start:
            at += 1
        first, last = covered.start, covered.stop
        if at < len(taken) and taken[at][0] <= first:
            first = taken[at][1]
        elif at < len(taken) and taken[at][0] < last:
            last = max(first, taken[at][0] - 1)
        last = _without_end(reader, first, last)
        first = past_dateline(reader, first, last) if first == covered.start else first
        while first < last and not reader.is_word(first) and reader.char(first) not in OPENERS:
            first += 1
        if last - first < 2:
            continue
        stated = find_stated(reader, first, last)
        if stated is not None:
            stated.block = sentence.block
            found.append(stated)
            continue
        source = read_source(reader, first, last) if first == covered.start else None
        if source is not None:
            sources.append((number, source))
            continue
        before = found[-1] if found else None
        said = list(read_sentence(reader, first, last))
        if not said or goes_on.takes_over(said, first, last):
            said = goes_on.read(before, number, first, last) or said
        if reader.grammar.bracket:
            goes_on.carry(before, number, said)
        for each in said:
            each.block = sentence.block
            if not merge(before, each, number, reader):
                found.append(each)
    return found + _settle(reader, sources, [*direct, *found], taken)


def _without_end(reader: Reader, first: int, last: int) -> int:
    """Return where a sentence ends without its end mark; a mark that closes words inside it stays."""
    while last > first and reader.char(last - 1) in ".!?…":
        last -= 1
    if last > first and reader.char(last - 1) in OPENERS:
        marks = sum(is_mark(reader, index) for index in range(first, last))
        if marks % 2 or reader.char(last - 2) in ".!?…":
            return _without_end(reader, first, last - 1)
    return last


def _settle(
    reader: Reader, sources: list[tuple[int, Source]], found: list[Found], taken: list[tuple[int, int]]
) -> list[Found]:
    """Give anaphoric sources to the statement before them; return the quotes that this makes."""
    made: list[Found] = []
    numbers = dict(sources)
    done: set[int] = set()
    for number, source in sources:
        if number in done or source.kind == "carry":
            continue
        run = [number]
        while run[-1] + 1 in numbers and numbers[run[-1] + 1].kind != "carry":
            run.append(run[-1] + 1)
        done.update(run)
        made.extend(_reach(reader, [numbers[n] for n in run], run[0] - 1, found, taken))
    return made


def _reach(
    reader: Reader, sources: list[Source], target: int, found: list[Found], taken: list[tuple[int, int]]
) -> Iterator[Found]:
    """Yield the quote that a run of anaphoric sources makes of the sentence ``target``, if it is nobody's yet."""
    if target < 0:
        return
    sentence = reader.draft.sentences[target]
    if reader.draft.blocks[sentence.block].kind in ("headline", "subhead", "caption"):
        return
    chain: list[Phrase] = []
    for source in reversed(sources):
        chain.extend(source.relays)
        if source.kind != "message":
            chain.append(source.speaker)
    spoken = next((s.speaker for s in sources if s.kind == "message"), None)
    covered = reader.draft.token_range(sentence.span)
    theirs = [f for f in found if covered.start <= f.first < covered.stop]
    direct = any(first < covered.stop and covered.start < last for first, last in taken)
    cited = next((s.speaker for s in sources if s.kind == "cites"), None)
    if cited is not None and theirs:
        _cite(reader, theirs, cited)
        return
    if theirs or direct:
        for each in theirs:
            whole = chain if spoken is None else [*chain, spoken]
            if each.carry and whole:
                each.speaker = whole.pop()
            each.above[:0] = whole
        return
    last = covered.stop
    speaker = spoken or _promises(reader, covered.start, last) or (chain.pop() if chain else None)
    if speaker is not None:
        quote = Found(covered.start, last, last, "indirect", "indirect-v1:anaphora", 0.85, None, speaker, above=chain)
        quote.block = sentence.block
        quote.document = next((s.document for s in sources if s.document is not None), None)
        yield quote


def _cite(reader: Reader, theirs: list[Found], cited: Phrase) -> None:
    """Put whom a medium has it from behind what the medium was said to say."""
    for each in theirs:
        phrase = each.speaker or (each.inquit.speaker if each.inquit is not None else None)
        if phrase is not None and reader.is_medium(phrase):
            each.above.append(phrase)
            each.speaker = cited


def _promises(reader: Reader, first: int, last: int) -> Phrase | None:
    """Return who promises, offers or threatens in a sentence, by its first words."""
    phrase = reader.phrase(first, last)
    if phrase is None or "promise" not in reader.classes(phrase.last):
        return None
    return phrase


class _Assembly:
    """Makes quotes of what was found, in the order of the text."""

    def __init__(self, reader: Reader, found: list[Found], taken: list[tuple[int, int]]) -> None:
        self.reader = reader
        self.found = found
        self.voices = Voices(reader)
        self.speakers = Speakers(reader, self.voices, taken)
        self.documents: dict[str, list[Phrase]] = {}
        self.before: tuple[Found, Speaker | None, Phrase | None] | None = None

    def quotes(self) -> Iterator[Quote]:
        """Yield the quotes."""
        for number, each in enumerate(self.found):
            phrase = each.speaker or (each.inquit.speaker if each.inquit else None)
            speaker = self._spoken(each, phrase) if phrase is not None else None
            if speaker is None and each.carry:
                speaker, phrase = self._carried(number)
            yield self._quote(each, speaker, phrase)
            if each.form in ("dash", "verbatim") or (phrase is not None and self._first_person(phrase)):
                self.speakers.heard(each.last, speaker.name if speaker is not None else None)
            if each.form != "heading":
                self.before = (each, speaker, phrase)

    def _first_person(self, phrase: Phrase) -> bool:
        return "first_person" in self.reader.classes(phrase.first)

    def _spoken(self, each: Found, phrase: Phrase) -> Speaker:
        """Return the speaker that an inquit names."""
        said = each.inquit is not None and each.inquit.verb is not None and each.inquit.verb.kind == "cue"
        aloud = said and each.form in ("dash", "verbatim")
        return self.speakers.speaker(phrase, each.rule.rsplit(":", 1)[-1], aloud=aloud)

    def _carried(self, number: int) -> tuple[Speaker | None, Phrase | None]:
        """Return who speaks where no inquit says so."""
        each = self.found[number]
        following = self.found[number + 1] if number + 1 < len(self.found) else None
        if following is not None and self._asks(each, following):
            return None, None
        if (
            each.open
            and following is not None
            and following.inquit is not None
            and following.inquit.speaker is not None
        ):
            phrase = following.inquit.speaker
            return self.speakers.speaker(phrase, "reopened"), phrase
        announced = self._introduced(each)
        if announced is not None:
            return self.speakers.speaker(announced, "introduced"), announced
        found = self.speakers.antecedent(each.first, "")
        if found is None:
            body = self._body_before(each)
            return (self.speakers.speaker(body, "carried"), body) if body is not None else (None, None)
        span = self.reader.span(found[0].first, found[0].last)
        reason = Reason("speakers-v1:carried", 0.7, "", (span,))
        return Speaker(span, self.reader.text[span.start : span.end], found[1], None, reason), found[0]

    def _body_before(self, each: Found) -> Phrase | None:
        """Return the body that the sentence right in front of bare words is about, in the same block."""
        reader = self.reader
        number = reader.sentence_number(reader.tokens[each.first].start) - 1
        if number < 0 or reader.draft.sentences[number].block != each.block:
            return None
        covered = reader.draft.token_range(reader.draft.sentences[number].span)
        phrase = subject(reader, covered.start, covered.stop)
        if phrase is None or self.voices.role(phrase) != "body":
            return None
        named = phrase.name is not None and reader.named.get(phrase.name[0], (0, ""))[1] == "organisation"
        return phrase if named or phrase.first == covered.start else None

    def _asks(self, each: Found, following: Found) -> bool:
        """Tell whether a turn is the reporter's question: nothing but one question, and a turn that answers it."""
        marks = [self.reader.char(i) for i in range(each.first, each.last) if self.reader.char(i) in ".!?"]
        answered = following.form == each.form and following.block - each.block <= 1
        return marks == ["?"] and answered and (following.inquit is not None or each.form == "dash")

    def _introduced(self, each: Found) -> Phrase | None:
        """Return who the line before announces with a colon."""
        reader = self.reader
        at = each.first - 1
        while at > max(0, each.first - 6) and not reader.is_word(at) and reader.char(at) != ":":
            at -= 1
        if at < 1 or reader.char(at) != ":":
            return None
        if self.before is not None and self.before[0].inquit is not None and self.before[0].end >= at - 1:
            return None
        number = reader.sentence_number(reader.tokens[at].start)
        start = reader.draft.token_range(reader.draft.sentences[number].span).start if number >= 0 else 0
        return subject(reader, start, at) if start < at else None

    def _quote(self, each: Found, speaker: Speaker | None, phrase: Phrase | None) -> Quote:
        """Return the finished quote."""
        reader = self.reader
        span = reader.span(each.first, each.last)
        inquit = each.inquit
        medium = self._medium(each, speaker)
        links = self._chain(each, speaker, phrase, medium)
        cue = reader.span(*inquit.cue) if inquit is not None and inquit.cue[1] > inquit.cue[0] else None
        addressee = inquit.addressee if inquit is not None else None
        return Quote(
            span,
            reader.text[span.start : span.end],
            each.form,
            Reason(each.rule, each.score, "", (cue,) if cue is not None else ()),
            tuple(reader.span(*part) for part in each.parts),
            speaker,
            cue,
            reader.span(addressee.first, addressee.last) if addressee is not None else None,
            medium,
            links,
        )

    def _medium(self, each: Found, speaker: Speaker | None) -> Link | None:
        """Return the medium that a speaker spoke to; one who goes on speaking speaks to the same."""
        if each.inquit is not None and each.inquit.medium is not None:
            return self.voices.link(each.inquit.medium, "relays", "medium", 0.95)
        if self.before is None or speaker is None or self.before[1] is None or not speaker.name:
            return None
        before = self.before[0]
        same = self.before[1].name == speaker.name or self.before[1].text.endswith(speaker.name)
        bare = each.carry or len(speaker.text.split()) == 1
        if (
            same
            and bare
            and before.inquit is not None
            and before.inquit.medium is not None
            and each.block - before.block <= 1
        ):
            return self.voices.link(before.inquit.medium, "relays", "medium_carried", 0.6)
        return None

    def _chain(
        self, each: Found, speaker: Speaker | None, phrase: Phrase | None, medium: Link | None
    ) -> tuple[Link, ...]:
        """Return the chain, nearest first, that ends with the speaker; nobody stands in it twice."""
        inquit = each.inquit
        relays = list(each.above)
        if inquit is not None:
            relays += [r for r in inquit.relays if r not in relays]
        relays = self._by_document(each, relays, phrase)
        links = [self.voices.link(r, "relays", "relay", 0.9) for r in relays]
        if medium is not None:
            links.append(medium)
        if phrase is not None and speaker is not None:
            act = "relays" if inquit is not None and inquit.verb is not None and inquit.verb.relaying else "originates"
            last = self.voices.link(phrase, act, "speaker", 0.9)
            if speaker.name and self.voices.is_person(phrase):
                last = Link(speaker.name, last.role, last.span, last.reason, last.act)
            written = inquit is not None and inquit.verb is not None and inquit.verb.id == WRITE
            if written and self.voices.like_a_paper(phrase):
                last = Link(last.name, "outlet", last.span, last.reason, "relays")
            links.append(last)
        return _once(links)

    def _by_document(self, each: Found, relays: list[Phrase], phrase: Phrase | None) -> list[Phrase]:
        """Remember who passed a document on, and add them where the document is spoken of again ("i brevet")."""
        document = each.document or (each.inquit.document if each.inquit is not None else None)
        if document is None and phrase is not None and self.voices.has(phrase, "document"):
            document = phrase
        if document is None:
            return relays
        head = next((t for t in self._words(document) if "document" in self.reader.grammar.classes(t)), "")
        known = next((r for stem, r in self.documents.items() if _same(stem, head)), None)
        if relays:
            self.documents[head] = relays
        elif known is not None:
            return list(known)
        return relays

    def _words(self, phrase: Phrase) -> list[str]:
        return [self.reader.tokens[i].fold for i in range(phrase.first, phrase.core)]


def _once(links: list[Link]) -> tuple[Link, ...]:
    """Return the links, each name at its last place alone."""
    kept: dict[str, Link] = {}
    for link in reversed(links):
        kept.setdefault(link.name, link)
    return tuple(reversed(kept.values()))


def _same(one: str, other: str) -> bool:
    """Tell whether two forms are of one noun, by their common beginning."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and long.startswith(short) and len(long) - len(short) <= 4
