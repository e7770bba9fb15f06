"""Direct speech: dash turns and words in marks, each with its inquit where it has one.

Rule: direct-v1.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.quotes.clauses import right_before
from twosource.annotate.quotes.found import Found
from twosource.annotate.quotes.governors import introduced
from twosource.annotate.quotes.inquit import Inquit
from twosource.annotate.quotes.inquits import inquit_after, read_tail, settle
from twosource.annotate.quotes.inverted import inverted_at
from twosource.annotate.quotes.reader import DASHES, OPENERS, Phrase, Reader
from twosource.annotate.quotes.segments import LONG_DASH, Line, Marked, find_lines, find_marked, is_heading, turn_starts
from twosource.annotate.quotes.titled import is_gloss, is_short_title, is_title

NEAR = 14
"""How many tokens an introduction may have between its verb and the colon."""
FAR = 60
"""How many tokens of a sentence are searched for whom it is about."""


def find_direct(reader: Reader) -> Iterator[Found]:
    """Yield the direct speech of all blocks in order; who speaks where no inquit says so is left open."""
    for line in find_lines(reader):
        starts = turn_starts(reader, line) if reader.grammar.dash_turns else []
        before = Line(line.first, starts[0] if starts else line.last, line.kind, line.block, line.alone and not starts)
        found: list[Found] = []
        if before.first < before.last:
            found.extend(_read_marked(reader, before))
        if not found and not starts and reader.grammar.known and is_heading(reader, line):
            found.extend(_headed(reader, line))
        if starts and starts[0] == line.first and is_heading(reader, line):
            found = [_turn(reader, starts[0] + 1, line.last)]
            if found[0].inquit is None:
                found = [Found(starts[0] + 1, line.last, line.last, "heading", "direct-v1:heading", 0.7)]
        else:
            for start, end in zip(starts, [*starts[1:], line.last], strict=False):
                found.append(_turn(reader, start + 1, end))
        for each in found:
            each.block = line.block
            yield each
            yield from _nested(reader, each, line)
            yield from _added(reader, each, line)


def _headed(reader: Reader, line: Line) -> Iterator[Found]:
    """Yield what a heading lets somebody say without marks ("Statsministeren: Vi må stå sammen")."""
    phrase = reader.phrase(line.first, line.last)
    if phrase is None or reader.char(phrase.last) != ":" or phrase.last + 2 >= line.last:
        return
    office = any("person" in reader.classes(i) for i in range(phrase.first, phrase.core))
    named = phrase.name is not None and reader.named.get(phrase.name[0], (0, ""))[1] == "person"
    if not (office or named) or not reader.is_capital(phrase.last + 1):
        return
    inquit = Inquit(line.first, phrase.last + 1, (line.first, line.first), None, phrase)
    yield Found(phrase.last + 1, line.last, line.last, "heading", "direct-v1:headed", 0.7, inquit)


def _turn(reader: Reader, first: int, limit: int) -> Found:
    """Read one dash turn: what is said, who says it, and what is said after that."""
    marked = find_marked(reader, Line(first, limit, "paragraph", -1, False))
    inside = {i for m in marked for i in range(m.first, m.last)}
    best: tuple[int, Inquit] | None = None
    for index in range(first + 1, limit - 1):
        if index in inside or not (reader.char(index) in ",?!…—" or _parts(reader, index)):
            continue
        if reader.is_capital(index + 1) and (reader.grammar.verb_second or reader.char(index) != ","):
            continue
        at = index + 1
        while reader.char(at) in '»”",' and at < limit:
            at += 1
        inquit = inquit_after(reader, at, limit)
        if inquit is None or not settle(reader, inquit, limit):
            continue
        if inquit.verb is not None and inquit.verb.kind == "cue":
            best = (index, inquit)
            break
        best = best or (index, inquit)
    if best is None:
        last = _bare_verb(reader, first, limit)
        return Found(first, last, limit, "dash", "direct-v1:turn", 0.8, carry=True)
    index, inquit = best
    last = index if reader.char(index) in (",", *DASHES) else index + 1
    found = Found(first, last, inquit.last, "dash", "direct-v1:turn", 0.95, inquit)
    _go_on(reader, found, limit)
    return found


def _parts(reader: Reader, index: int) -> bool:
    """Tell whether a dash with space around it parts what is said from its inquit, by the verb behind it."""
    if reader.char(index) not in DASHES or reader.glued(index) or reader.glued(index + 1):
        return False
    return reader.verb(index + 1) is not None


def _bare_verb(reader: Reader, first: int, limit: int) -> int:
    """Return where a turn ends: before a dash and a verb of saying alone ("– ... – dodał."), else at ``limit``."""
    end = limit - 1 if reader.char(limit - 1) in ".!?…" else limit
    for index in range(max(first + 1, end - 4), end - 1):
        verb = reader.verb(index + 1) if _parts(reader, index) else None
        if verb is not None and verb[0] == end:
            return index
    return limit


def _added(reader: Reader, before: Found, line: Line) -> Iterator[Found]:
    """Yield what a speaker adds in indirect speech ("siger hun og tilføjer, at ...")."""
    inquit = before.inquit
    at = before.end + (reader.char(before.end) == ",")
    if inquit is None or not inquit.adds or at >= line.last or "that" not in reader.classes(at):
        return
    end = at
    while end < line.last and reader.char(end) not in ".!?":
        end += 1
    before.end = end
    yield Found(at, end, end, "indirect", "direct-v1:added", 0.85, inquit, block=line.block)


def _nested(reader: Reader, outer: Found, line: Line) -> Iterator[Found]:
    """Yield the words of others that a speaker repeats ("Hun sa «gå hjem» til meg")."""
    if outer.form == "heading":
        return
    for marked in find_marked(reader, Line(outer.first, outer.last, line.kind, line.block, False)):
        if marked.first > outer.first + 1 and _verb_ends(reader, outer.first, marked.opened):
            start = _sentence_start(reader, line, marked.opened)
            inquit = introduction(reader, max(outer.first, start), marked.opened)
            if inquit is not None:
                nested = Found(marked.first, marked.last, marked.last, "verbatim", "direct-v1:nested", 0.7, inquit)
                nested.block = line.block
                yield nested


def _go_on(reader: Reader, found: Found, limit: int) -> None:
    """Add the part of a turn that follows its inquit in the same sentence ("..., sier Berg, må vi avlyse")."""
    index = found.end
    if found.inquit is not None and found.inquit.adds:
        return
    if reader.char(index) == LONG_DASH and reader.char(found.last) == LONG_DASH and index + 2 < limit:
        found.parts = [(found.first, found.last), (index + 2, limit)]
        found.last = found.end = limit
        return
    if reader.char(index) != "," or index + 1 >= limit:
        return
    kinds = reader.classes(index + 1)
    if kinds & {"relative", "break"} or reader.verb(index + 1) or not reader.is_word(index + 1):
        return
    end = index + 1
    while end < limit and reader.char(end) not in ".!?":
        end += 1
    if end - index > 2:
        found.parts = [(found.first, found.last), (index + 1, end)]
        found.last = found.end = end


def _read_marked(reader: Reader, line: Line) -> Iterator[Found]:
    """Yield the speech among the marked words of a line."""
    heading = is_heading(reader, line)
    last: Found | None = None
    for marked in find_marked(reader, line):
        if marked.first in reader.media and reader.media[marked.first][0] == marked.last:
            continue  # a medium's name in marks is no speech
        found = _marked(reader, line, marked, last, heading)
        if found is not None and found is not last:
            yield found
        last = found or last


def _marked(reader: Reader, line: Line, marked: Marked, last: Found | None, heading: bool) -> Found | None:
    """Return the speech of one pair of marks; ``last`` itself where it goes on with it; None for titles."""
    opened = marked.opened
    before = reader.char(opened - 1) if opened > line.first else ""
    after = marked.after
    while after < line.last and reader.char(after) in (",", *DASHES):
        after += 1
    if last is not None and (_interrupted(reader, marked, last) or _resumes(reader, marked, last)):
        return _joined(last, marked)
    fresh = before == "" or before in '.!?»”"' or before in DASHES or (last is not None and last.end >= opened - 1)
    if before == ":" or (opened - 1 >= line.first and _verb_ends(reader, line.first, opened)):
        return _announced(reader, line, marked, after, last)
    if before == "," and not fresh:
        inquit = _comma_introduction(reader, line, marked)
        if inquit is not None:
            return Found(marked.first, marked.last, marked.after, "verbatim", "direct-v1:introduced", 0.85, inquit)
        fresh = reader.char(marked.last - 1) == "," and not is_title(reader, marked)
    if not fresh or not marked.first < marked.last:
        return None
    inquit = _behind(reader, after, line.last) if after < line.last and _may_follow(reader, marked, after) else None
    if inquit is not None and (marked.after < after or _speech_end(reader, marked)) and reader.char(marked.first):
        return Found(marked.first, marked.last, inquit.last, "verbatim", "direct-v1:marks", 0.95, inquit)
    if inquit is None and (found := _inside(reader, marked)) is not None:
        return found
    if inquit is None and marked.after < after < line.last and reader.verb(after):
        return Found(marked.first, marked.last, after + 1, "verbatim", "direct-v1:marks", 0.8, carry=True)
    if heading:
        whole = opened == line.first and marked.after >= line.last - 1
        return Found(marked.first, marked.last, marked.after, "heading", "direct-v1:heading", 0.7) if whole else None
    if not marked.closed or (_speech_end(reader, marked) and reader.is_capital(marked.first)):
        return Found(
            marked.first,
            marked.last,
            marked.after,
            "verbatim",
            "direct-v1:marks",
            0.8,
            carry=True,
            open=not marked.closed,
        )
    return None


def _announced(reader: Reader, line: Line, marked: Marked, after: int, last: Found | None) -> Found | None:
    """Return marked words behind a colon or a verb of saying as speech; ``after`` is where an inquit may follow."""
    opened, colon = marked.opened, reader.char(marked.opened - 1) == ":"
    if colon and is_gloss(reader, opened - 1):
        return None
    start = _sentence_start(reader, line, opened)
    if last is not None and start < last.end < opened - 1 and "and" in reader.classes(last.end + 1):
        start = last.end + 1
    inquit = introduction(reader, start, opened)
    if colon and (inquit is None or inquit.verb is None):
        follows = _behind(reader, after, line.last) if marked.after < after < line.last else None
        if follows is not None and follows.verb is not None and follows.verb.kind == "cue":
            return Found(marked.first, marked.last, follows.last, "verbatim", "direct-v1:marks", 0.9, follows)
        alone = inquit is not None and inquit.speaker is not None and inquit.speaker.last >= opened - 1
        if is_short_title(reader, marked) and not alone:
            return None
    if inquit is not None:
        found = Found(marked.first, marked.last, marked.after, "verbatim", "direct-v1:introduced", 0.9, inquit)
        found.carry = inquit.speaker is None and last is not None and start > last.end
        return found
    carried = Found(marked.first, marked.last, marked.after, "verbatim", "direct-v1:marks", 0.7, carry=True)
    return carried if colon else None


def _may_follow(reader: Reader, marked: Marked, after: int) -> bool:
    """Tell whether an inquit may begin at ``after``: not where a sentence does, but for speech that asks or calls."""
    if not reader.is_head(after):
        return True
    called = any(reader.char(at) in "?!" for at in (marked.last - 1, marked.last - 2)) and after <= marked.after + 1
    return called and (not reader.is_capital(after) or not reader.grammar.verb_second)


def _joined(last: Found, marked: Marked) -> Found:
    """Return the turn with one more pair of marks as its next part."""
    last.parts = [*(last.parts or [(last.first, last.last)]), (marked.first, marked.last)]
    last.last, last.end = marked.last, marked.after
    return last


def _interrupted(reader: Reader, marked: Marked, last: Found) -> bool:
    """Tell whether marked words go on with a sentence that an inquit interrupts (“If it rains,” says Li, “we go.”)."""
    if last.inquit is None or reader.char(marked.opened - 1) in ".!?:":
        return False
    return marked.opened - 1 <= last.end <= marked.opened or _goes_on_low(reader, marked, last)


def _goes_on_low(reader: Reader, marked: Marked, last: Found) -> bool:
    """Tell whether speech goes on in its sentence behind all that is told of its speaker (“He,” says Li, 40, “is.”)."""
    comma, inquit = marked.opened - 1, last.inquit
    if inquit is None or inquit.first < last.last or reader.char(comma) != "," or not reader.is_word(marked.first):
        return False
    if not reader.char(marked.first)[0].islower():
        return False
    numbers = {reader.sentence_number(reader.tokens[at].start) for at in (inquit.first, comma)}
    return len(numbers) == 1 and not any(reader.verb(at) for at in range(inquit.last, comma))


def _resumes(reader: Reader, marked: Marked, last: Found) -> bool:
    """Tell whether marked words go on with a turn whose inquit ended the sentence (“We won,” he said. “At last.”)."""
    if not reader.grammar.resumes or last.inquit is None or last.inquit.first < last.last:
        return False
    if reader.char(marked.opened - 1) != "." or not _ends_sentence(reader, marked):
        return False
    before = reader.sentence_number(reader.tokens[last.inquit.first].start)
    return reader.sentence_number(reader.tokens[marked.opened].start) - before in (0, 1)


def _ends_sentence(reader: Reader, marked: Marked) -> bool:
    """Tell whether marked words end with a sentence, that of words quoted in them included (“He said, ‘No.’”)."""
    return _last_mark(reader, marked) in ".!?…" or not marked.closed


def _last_mark(reader: Reader, marked: Marked) -> str:
    """Return the last token of marked words, the marks of what is quoted inside them left out."""
    at = marked.last - 1
    while at > marked.first and reader.char(at) in OPENERS:
        at -= 1
    return reader.char(at)


def _behind(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Return the inquit that begins at the token."""
    inverted = inverted_at(reader, index, limit) if reader.grammar.bracket else None
    return inverted or inquit_after(reader, index, limit)


def _comma_introduction(reader: Reader, line: Line, marked: Marked) -> Inquit | None:
    """Return who speaks where an inquit and a comma stand in front of a sentence in marks (He said, “...”)."""
    comma = marked.opened - 1
    if not reader.is_capital(marked.first) or not _speech_end(reader, marked):
        return None
    start = _sentence_start(reader, line, comma)
    for index in range(comma - 1, max(start, comma - NEAR), -1):
        if not reader.is_word(index):
            break
        if reader.verb(index) or reader.verb(index, "participle"):
            return introduction(reader, start, comma)
    return None


def _inside(reader: Reader, marked: Marked) -> Found | None:
    """Return marked words that an inquit between long dashes interrupts («... —dice Soto—, ...»)."""
    for index in range(marked.first + 1, marked.last - 1):
        if reader.char(index) != LONG_DASH or not reader.glued(index + 1):
            continue
        inquit = inquit_after(reader, index + 1, marked.last)
        if inquit is not None and reader.char(inquit.last) == LONG_DASH:
            found = Found(marked.first, marked.last, marked.after, "verbatim", "direct-v1:marks", 0.9, inquit)
            found.parts = [(marked.first, index), (min(inquit.last + 2, marked.last - 1), marked.last)]
            return found
    return None


def _speech_end(reader: Reader, marked: Marked) -> bool:
    """Tell whether marked words end like speech: with a mark of their own, or a stop right behind them."""
    return _last_mark(reader, marked) in ".,!?…" or reader.char(marked.after) in ".!?"


def _verb_ends(reader: Reader, first: int, index: int) -> bool:
    """Tell whether a verb of saying ends right before the token."""
    for at in range(max(first, index - 3), index):
        verb = reader.verb(at)
        if verb is not None and verb[0] == index and "direct" in verb[1].takes:
            return True
    return False


def _sentence_start(reader: Reader, line: Line, index: int) -> int:
    """Return the first token of the sentence that holds ``index``, within the line."""
    number = reader.sentence_number(reader.tokens[index].start)
    if number >= 0:
        start = reader.draft.token_range(reader.draft.sentences[number].span).start
        if start < index:
            return max(line.first, start, index - FAR)
    return max(line.first, index - FAR)


def introduction(reader: Reader, first: int, limit: int) -> Inquit | None:
    """Return who speaks next by the words in front of a colon or mark ("Moe sier til NRK:", "Nes er klar:")."""
    while first + 1 < limit and "break" in reader.classes(first):
        first += 1
    if reader.grammar.bracket:
        return introduced(reader, first, limit)
    for index in range(max(first, limit - NEAR), limit):
        verb = reader.verb(index) or reader.verb(index, "other")
        if verb is None or verb[0] > limit:
            continue
        phrase = (None if reader.grammar.verb_second else right_before(reader, first, index)) or reader.phrase(
            first, index
        )
        if phrase is None or reader.classes(first) & {"adverb", "initial"}:
            phrase = reader.phrase(verb[0], limit) or phrase
        if phrase is None:
            continue
        inquit = Inquit(first, max(verb[0], phrase.last), (index, verb[0]), verb[1], phrase)
        return read_tail(reader, inquit, limit)
    phrase = subject(reader, first, limit)
    return Inquit(first, limit, (first, first), None, phrase) if phrase is not None else None


def subject(reader: Reader, first: int, limit: int) -> Phrase | None:
    """Return the phrase that a sentence is about: the one that opens it, else its first name."""
    if not reader.classes(first) & {"preposition", "subjunction", "initial", "impersonal", "anaphor"}:
        phrase = reader.phrase(first, limit)
        if phrase is not None and (phrase.name is not None or _speaks(reader, phrase)):
            return phrase
    for index in range(first, min(limit, first + FAR)):
        if index in reader.named or (not reader.draft.names and reader.has_name(index)):
            phrase = reader.phrase(index, limit)
            if phrase is not None and phrase.name is not None:
                return phrase
    return None


def _speaks(reader: Reader, phrase: Phrase) -> bool:
    """Tell whether a phrase without a name is a person or a pronoun."""
    return any(reader.classes(i) & {"person", "subject", "body"} for i in range(phrase.first, phrase.core))
