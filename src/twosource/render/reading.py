"""A reading on a terminal: the report's blocks as they stand, and under each what was found in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.model import Amount, Block, Figure, Link, Quote, Reading, Reason, Span, When
from twosource.render.edtf import moment
from twosource.render.labels import label, language_name
from twosource.render.paper import Paper, bullet, styled
from twosource.render.wording import ARROW, amount, one_line

_STYLES = {
    "name": "cyan",
    "time": "green",
    "figure": "magenta",
    "happening": "yellow",
    "quote": "blue",
    "credit": "dim",
    "authority": "dim",
}
_LONG = 400


class Found(NamedTuple):
    """One record as it is listed: where it is, of which kind, in which words, and what it was read as."""

    span: Span
    kind: str
    words: str
    meaning: str


def write(reading: Reading, *, color: bool = False, width: int | None = None) -> str:
    """Return all that ``reading`` holds as terminal text of ``width`` columns (60 to 200, default 100)."""
    paper = Paper(color=color, width=width)
    paper.print(_head(reading))
    records = sorted(found(reading), key=lambda record: (record.span.start, -record.span.end))
    blocks = reading.blocks or (_whole(reading),)
    following = 0
    for number, block in enumerate(blocks):
        until = blocks[number + 1].span.start if number + 1 < len(blocks) else len(reading.report.text) + 1
        own = []
        while following < len(records) and records[following].span.start < until:
            own.append(records[following])
            following += 1
        paper.print(_block(reading, block, own))
    for part in _tail(reading):
        paper.print(part)
    return paper.text()


def _whole(reading: Reading) -> Block:
    span = Span(reading.report.body, len(reading.report.text))
    return Block(span, "paragraph", Reason("render-v1:whole"))


def found(reading: Reading) -> Iterator[Found]:
    """Yield every record of ``reading`` with its meaning in words, kind by kind."""
    for name in reading.names:
        canonical = f" = {name.name}" if name.name and name.name != name.text else ""
        yield Found(name.span, "name", name.text, name.kind + canonical)
    for time in reading.times:
        yield Found(time.span, "time", time.text, _time(time))
    for figure in reading.figures:
        yield Found(figure.span, "figure", figure.text, _figure(figure))
    for happening in reading.happenings:
        notes = (happening.concept, happening.polarity, happening.modality)
        usual = ("affirmed", "happened")
        yield Found(happening.span, "happening", happening.text, ", ".join(n for n in notes if n not in usual))
    for quote in reading.quotes:
        yield Found(quote.span, "quote", quote.text, _quote(quote))
    for credit in reading.credits:
        yield Found(credit.span, "credit", reading.report.read(credit.span), f"{credit.name} ({credit.role})")
    for attribution in reading.attributions:
        words = reading.report.read(attribution.span)
        yield Found(attribution.span, "authority", words, _links(attribution.links))


def _time(time: When) -> str:
    words = moment(time.edtf, time.weekday) if time.edtf or time.weekday else time.timex3 or "date not known"
    return f"{words} ({time.rule})"


def _figure(figure: Figure) -> str:
    interval = Amount(figure.low, figure.high, figure.unit, figure.approximate, figure.vague)
    of = f" of “{figure.of}”" if figure.of else ""
    concept = f" ({figure.concept})" if figure.concept else ""
    return amount(interval) + of + concept


def _quote(quote: Quote) -> str:
    speaker = quote.speaker
    who = (speaker.name or speaker.text) if speaker else "speaker not known"
    chain = f"; from {_links(quote.origin)}" if quote.origin else ""
    return f"{label('form', quote.form)}, {who}{chain}"


def _links(links: tuple[Link, ...]) -> str:
    return ARROW.join(link.name for link in links)


def _head(reading: Reading) -> RenderableType:
    report = reading.report
    date = moment(report.published, None) if report.published else "date not known"
    line = f"{language_name(report.language)} · {date} · {len(report.text)} characters"
    title = Text(one_line(report.source), style="bold")
    return Group(Rule(style="bold", characters="━"), title, Text(line, style="dim"))


def _block(reading: Reading, block: Block, records: list[Found]) -> RenderableType:
    words = one_line(reading.report.read(block.span)).strip()
    text = Text(words, style="bold" if block.kind in ("headline", "subhead") else "")
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(width=10)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for record in records:
        said = one_line(record.words)
        said = said if len(said) <= _LONG else said[:_LONG] + " …"
        kind = styled(record.kind, _STYLES.get(record.kind, ""))
        table.add_row(kind, Text(f"“{said}”"), Text(one_line(record.meaning)))
    parts: list[RenderableType] = [Text(), styled(block.kind, "dim"), text]
    return Group(*parts, Padding(table, (0, 0, 0, 2))) if records else Group(*parts)


def _tail(reading: Reading) -> Iterator[RenderableType]:
    if reading.unread:
        what = ", ".join(label("table", name) for name in reading.unread)
        yield Group(Text(), bullet(Text(f"not read for lack of tables: {what}"), "!"))
    for failure in reading.failures:
        yield bullet(Text(f"{one_line(failure.error)} ({failure.stage})"), "!")
