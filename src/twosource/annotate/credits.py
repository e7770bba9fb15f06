"""Read credits: whom the report says it comes from.

Needs: blocks, sentences.  Gives: credits.  Language table: press.toml; names from data/press.toml.  Rule: credits-v1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from twosource.annotate.draft import Draft
from twosource.annotate.press import Medium, media_names
from twosource.language import PhraseTable, Token
from twosource.language.tables import load_or_generic
from twosource.model import Credit, Reason, Span

HEAD, FOOT = 2, 5
"""How many paragraphs at the head, and how many blocks at the foot, of a report may hold credits."""
_LINE = re.compile(r"[^\n]+")
_BRACKETED = re.compile(r"[(\[]\s*©?\s*([^()\[\]\n]{1,60}?)\s*[)\]]\s*[.:]?\s*\Z")
_DATELINE = re.compile(
    r"\s*[^\W\d_][^\n()]{1,60}?[,:]?\s*(?:\([^()\n]{1,40}\)(?:, [^\n()]{0,30})?[,:]?\s*)?"
    r"\(\s*©?\s*([^()\n]{1,40}?)\s*\)\s*[.:–—-]"
    r"|\s*\(\s*©?\s*([^()\n]{1,40}?)\s*\)\s*[:–—-]"
)
_SLASHED = re.compile(r"/\s?([^\W\d_][^/\n]{0,30}?)\s?/([^\W\d_][\w.-]{0,20})?(?:/([^\W\d_][\w.-]{0,20}))?/?")
_BARE = re.compile(r"\s*©?\s*[^\W\d_][^\n.!?:]{0,60}\Z")
_TAIL = re.compile(r"[.!?…][\"”“»«']?\s+(?:[—–-]\s*)?([^\W\d_][^\n.!?:;,()]{1,40}?)\s*\Z")
_SIGNED = re.compile(r"\s*([^\W\d_]+(?:[ -][^\W\d_]+){1,3}),\s*([^\n.!?:]{2,40}?)\s*\Z")
_INITIALS = re.compile(r"[a-zæøåäöüß]{2,4}\Z")
_LETTERS = re.compile(r"[A-ZÆØÅÄÖ]{2,6}\Z")
_SPLIT = re.compile(r"\s*[/–—]\s*|(?<=\w)-(?=\w)|,\s*|\s+-\s+|\s+&\s+")


class _Wording:
    """How a language words credits."""

    def __init__(self, code: str) -> None:
        language = load_or_generic(code)
        table = language.table("press") if language.has("press") else {}
        rows = [(p, kind) for kind in ("byline", "photo", "reprint", "rights") for p in table.get(kind, ())]
        self.phrases: PhraseTable[str] = PhraseTable(rows)


@cache
def _wording(code: str) -> _Wording:
    return _Wording(code)


def find_credits(draft: Draft) -> Iterator[Credit]:
    """Yield the agencies, outlets, reporters and photographers that the report credits, in order of position.

    ``role`` is agency, outlet, reporter or photo (which is no authority for the news); ``name`` is the medium's
    name in data/press.toml, or what is written where the table does not know it.
    """
    seen: set[tuple[int, str]] = set()
    for line, foot in _lines(draft):
        for credit in sorted(_read_line(draft, line, foot), key=lambda found: found.span.start):
            key = (credit.span.start, credit.name)
            if key not in seen:
                seen.add(key)
                yield credit


def _lines(draft: Draft) -> Iterator[tuple[Span, bool]]:
    """Yield the lines where credits may stand, and whether each stands by itself at the end."""
    total = len(draft.blocks)
    paragraphs = 0
    for number, block in enumerate(draft.blocks):
        outside = block.kind in ("credit", "caption", "dateline", "boilerplate")
        paragraphs += block.kind == "paragraph"
        if not outside and number >= HEAD and paragraphs > HEAD and number < total - FOOT:
            continue
        for match in _LINE.finditer(draft.text, block.span.start, block.span.end):
            yield Span(match.start(), match.end()), outside or number >= total - FOOT


def _read_line(draft: Draft, line: Span, foot: bool) -> Iterator[Credit]:
    """Yield the credits of one line."""
    tokens = draft.within(line)
    if not tokens:
        return
    first = next((i for i, t in enumerate(tokens[:3]) if t.text[0].isalnum()), 0)
    opening = _wording(draft.language.code).phrases.longest(tokens, first)
    text = draft.text[line.start : line.end]
    if opening is not None and _is_colon(tokens, opening):
        yield from _worded(draft, Span(tokens[opening[0] - 1].end, line.end), opening[1])
    elif match := _DATELINE.match(text):
        group = 1 if match[1] else 2
        yield from _listed(draft, line.start + match.start(group), match[group], "dateline", strict=True)
    elif match := _SIGNED.match(text):
        yield from _signed(draft, line.start, match) or (_foot(draft, line, text) if foot else ())
    elif foot:
        yield from _foot(draft, line, text)


def _signed(draft: Draft, start: int, match: re.Match[str]) -> list[Credit]:
    """Return the credits of a line that is nothing but a name and a medium: "Anna Holm, Berlingske"."""
    tokens = draft.within(Span(start + match.start(2), start + match.end(2)))
    hit = media_names().longest(tokens, 0)
    if hit is None or hit[0] != len(tokens) or not all(word[0].isupper() for word in match[1].split()):
        return []
    name = Span(start + match.start(1), start + match.end(1))
    if media_names().longest(draft.within(name), 0) is not None:
        return []
    medium = Span(tokens[0].start, tokens[-1].end)
    return [_credit(name, match[1], "reporter", "signed", 0.8), _medium(medium, hit[1], "signed")]


def _is_colon(tokens: list[Token], opening: tuple[int, str]) -> bool:
    """Tell whether a photo credit has its colon, or another wording goes on with a name."""
    last, kind = opening
    after = tokens[last].text if last < len(tokens) else ""
    if kind in ("photo", "byline"):
        return after == ":" or (kind == "byline" and after[:1].isupper() and len(tokens) <= last + 12)
    return kind == "reprint" and after != ""


def _worded(draft: Draft, span: Span, kind: str) -> Iterator[Credit]:
    """Yield who is named behind "Foto:", "Av" or "først publisert i"."""
    role = {"photo": "photo", "byline": "reporter"}.get(kind)
    named = False
    for first, last, medium in media_names().find(tokens := draft.within(span)):
        named = True
        at = Span(tokens[first].start, tokens[last - 1].end)
        yield _credit(at, medium.name, "photo" if kind == "photo" else medium.role, kind, 0.95)
    if role is not None and (kind == "photo" or not named or tokens[0].text[:1].isupper()):
        yield from _person(draft, span, role, kind)


def _person(draft: Draft, span: Span, role: str, kind: str) -> Iterator[Credit]:
    """Yield the person at the beginning of a byline or photo credit."""
    text = draft.text[span.start : span.end]
    match = re.match(r"[\s:]*([A-ZÆØÅÄÖÉ][^\W\d_]+(?:[ -][A-ZÆØÅÄÖÉ][^\W\d_.]*\.?){1,4})", text)
    if match is None:
        return
    at = Span(span.start + match.start(1), span.start + match.end(1))
    if media_names().longest(draft.within(at), 0) is None:
        yield _credit(at, match[1], role, kind, 0.8)


def _foot(draft: Draft, line: Span, text: str) -> Iterator[Credit]:
    """Yield the credits of a line at the end: "/ritzau/", "(NTB)", "NTB-Reuters", "© CNN"."""
    slashed = list(_SLASHED.finditer(text))
    if slashed and (slashed[-1].end() >= len(text.rstrip()) or slashed[0].start() == 0):
        match = slashed[-1]
        for group in (1, 2, 3):
            if match[group]:
                yield from _listed(draft, line.start + match.start(group), match[group], "slashes", strict=group > 1)
        return
    bracketed = _BRACKETED.search(text)
    if bracketed is not None:
        start = line.start + bracketed.start(1)
        yield from _listed(draft, start, bracketed[1], "brackets", strict=bracketed.start() > 0)
    elif (tail := _TAIL.search(text)) and draft.text[line.end :].strip() == "":
        yield from _tail(draft, line.start + tail.start(1), tail[1])
    elif "©" in text or _BARE.match(text):
        tokens = draft.within(line)
        whole = [(f, e, m) for f, e, m in media_names().find(tokens)]
        words = sum(t.text[0].isalnum() for t in tokens)
        if whole and ("©" in text or words <= sum(e - f for f, e, _ in whole)):
            for first, last, medium in whole:
                yield _medium(Span(tokens[first].start, tokens[last - 1].end), medium, "line")


def _tail(draft: Draft, start: int, text: str) -> Iterator[Credit]:
    """Yield the agencies behind the last sentence of a report, all words theirs but small initials: "EFE mlg/jdm"."""
    tokens = draft.within(Span(start, start + len(text)))
    found = [(f, e, m) for f, e, m in media_names().find(tokens) if m.kind == "agency"]
    if not found or found[0][0] != 0:
        return
    known = {i for f, e, _ in found for i in range(f, e)}
    if all(i in known or not t.text[0].isalnum() or _INITIALS.match(t.text) for i, t in enumerate(tokens)):
        for first, last, medium in found:
            yield _medium(Span(tokens[first].start, tokens[last - 1].end), medium, "tail")


def _listed(draft: Draft, start: int, text: str, kind: str, *, strict: bool) -> Iterator[Credit]:
    """Yield the media of a list such as "NTB-Reuters"; with ``strict`` only when all of it is known."""
    whole = Span(start, start + len(text))
    tokens = draft.within(whole)
    found = list(media_names().find(tokens))
    covered = sum(last - first for first, last, _ in found)
    words = sum(t.text[0].isalnum() for t in tokens)
    if found and (covered >= words or not strict or words - covered <= 1):
        for first, last, medium in found:
            yield _medium(Span(tokens[first].start, tokens[last - 1].end), medium, kind)
    elif not found and not strict:
        at = start
        for piece in _SPLIT.split(text):
            at = draft.text.index(piece, at)
            if _LETTERS.match(piece) or kind == "slashes":
                yield _credit(Span(at, at + len(piece)), piece, "agency", kind, 0.6)


def _medium(span: Span, medium: Medium, kind: str) -> Credit:
    role = "photo" if medium.kind == "photo" else medium.role
    return _credit(span, medium.name, role, kind, 0.95)


def _credit(span: Span, name: str, role: str, kind: str, score: float) -> Credit:
    return Credit(span, name, role, Reason(f"credits-v1:{kind}", score, "", (span,)))
