"""The dossier as one page that needs nothing else: no script, no network, no other file.

Everything from outside is escaped by the templates; the page's own policy (Content-Security-Policy) allows nothing but
its one style sheet, by its digest.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from twosource.ingest.dates import read_header
from twosource.model import Account, Dossier, Entity, Fact, Story, StoryReport, Utterance
from twosource.render import arrange, copies, edtf, labels, wording
from twosource.render.excerpt import excerpt_of
from twosource.render.marks import Mark, Piece, crossing, cut, identifier, settle
from twosource.render.number_line import number_line

TEMPLATES = Path(__file__).with_name("templates")
_SEVERITY = ("conflict", "compatible", "agree", "single")
_WIKIDATA = re.compile(r"Q\d+\Z", re.ASCII)


class Column(NamedTuple):
    """A report beside the others: what is said of it, the header of its text, and its lines with their marks."""

    report: StoryReport
    header: str
    lines: list[list[Piece]]
    failures: tuple[str, ...]


class Page(NamedTuple):
    """A story with its reports, and the prefix of its ids in the page."""

    story: Story
    prefix: str
    columns: list[Column]


def write(dossier: Dossier) -> str:
    """Return ``dossier`` as a page of HTML.

    Ids are stable: ``f1`` is a fact, ``f1-r2-914`` its account in r2 at 914, ``q1-r2-152`` a quote; where
    there are several stories, each id begins with its story's.
    """
    several = len(dossier.stories) > 1
    pages = [_page(dossier, story, f"{story.id}-" if several else "") for story in dossier.stories]
    style = "\n".join([_sheet(), *_targets(pages)])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    template = _environment().get_template("dossier.html")
    return template.render(dossier=dossier, pages=pages, style=Markup(style), policy=policy) + "\n"


@cache
def _sheet() -> str:
    return (TEMPLATES / "dossier.css").read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "account_anchor": account_anchor,
        "arrange": arrange,
        "copies": copies,
        "back_links": back_links,
        "edtf": edtf,
        "excerpt_of": excerpt_of,
        "failures_of": failures_of,
        "identifier": identifier,
        "labels": labels,
        "link_anchor": link_anchor,
        "mark_style": mark_style,
        "number_line": number_line,
        "quote_anchor": quote_anchor,
        "settle": settle,
        "time_anchor": time_anchor,
        "wikidata_of": wikidata_of,
        "wording": wording,
    }
    environment.filters["line"] = wording.one_line
    environment.filters["text"] = wording.printable
    return environment


def _page(dossier: Dossier, story: Story, prefix: str) -> Page:
    columns = []
    for report in arrange.members(dossier, story):
        text = dossier.texts.get(report.id, "")
        body = read_header(text).body
        lines = cut(text, _unique(_marks(story, report.id, prefix)), body)
        columns.append(Column(report, text[:body].strip(), lines, failures_of(report)))
    return Page(story, prefix, columns)


def _unique(marks: Iterator[Mark]) -> list[Mark]:
    """Return the marks, one for each anchor."""
    return list({mark.anchor: mark for mark in marks}.values())


def _marks(story: Story, report: str, prefix: str) -> Iterator[Mark]:
    for fact in story.facts:
        yield from _marks_of_fact(fact, report, prefix)
    for number, group in enumerate(arrange.quote_groups(story), 1):
        for quote in group:
            if quote.report == report:
                anchor = quote_anchor(prefix, number, quote)
                about = f"quote {number}, {quote.speaker or 'speaker not known'}"
                yield Mark(
                    anchor, quote.start, quote.end, "quote", identifier(f"{prefix}q{number}"), f"q{number}", about
                )
    for item in story.times:
        if item.report == report:
            yield Mark(time_anchor(prefix, report, item.start), item.start, item.end)


def _marks_of_fact(fact: Fact, report: str, prefix: str) -> Iterator[Mark]:
    own = identifier(f"{prefix}{fact.id}")
    for account in fact.accounts:
        if account.report == report:
            anchor = account_anchor(prefix, fact, account)
            yield Mark(anchor, account.start, account.end, fact.verdict, own, fact.id, fact.question)
            for link in account.origin:
                yield Mark(link_anchor(prefix, report, link.start), link.start, link.end)


def account_anchor(prefix: str, fact: Fact, account: Account) -> str:
    """Return the id of an account's span in its report: ``f1-r2-914``."""
    return identifier(f"{prefix}{fact.id}", account.report, account.start)


def quote_anchor(prefix: str, number: int, quote: Utterance) -> str:
    """Return the id of a quote's span in its report: ``q1-r2-152``."""
    return identifier(f"{prefix}q{number}", quote.report, quote.start)


def link_anchor(prefix: str, report: str, start: int) -> str:
    """Return the id of the words that name an authority: ``c-r2-1929``."""
    return identifier(f"{prefix}c", report, start)


def time_anchor(prefix: str, report: str, start: int) -> str:
    """Return the id of a time's span in its report: ``t-r1-571``."""
    return identifier(f"{prefix}t", report, start)


def mark_style(piece: Piece) -> str:
    """Return the classes of a piece: its most serious verdict, whether it is quoted, and one for each mark on it."""
    styles = {mark.style for mark in piece.marks}
    verdict = next((f"v-{style}" for style in _SEVERITY if style in styles), "")
    quoted = "quoted" if "quote" in styles else ""
    return " ".join(name for name in (verdict, quoted, *(f"a-{mark.anchor}" for mark in piece.marks)) if name)


def back_links(marks: Iterable[Mark]) -> list[tuple[str, Mark]]:
    """Return (id, mark) of everything that the marks lead back to, once each."""
    return list({mark.back: mark for mark in marks if mark.back}.items())


def failures_of(report: StoryReport) -> tuple[str, ...]:
    """Return what could not be read of a report, a sentence each."""
    return tuple(f"{failure.error} ({failure.stage})" for failure in report.failures)


def wikidata_of(entity: Entity) -> str | None:
    """Return the address of an entity's page at Wikidata, or None."""
    known = entity.wikidata is not None and _WIKIDATA.match(entity.wikidata)
    return f"https://www.wikidata.org/wiki/{entity.wikidata}" if known else None


def _targets(pages: list[Page]) -> Iterator[str]:
    """Yield the rules that light up all pieces of the mark that a link leads to."""
    near: list[str] = []
    far: list[str] = []
    for page in pages:
        for column in page.columns:
            near += [piece_mark.anchor for line in column.lines for piece in line for piece_mark in piece.opening]
            far += crossing(column.lines)
    if near:
        yield ",".join(f"#{a}:target~.a-{a}" for a in near) + "{background:var(--lit);color:var(--lit-ink)}"
    if far:
        yield ",".join(f":root:has(#{a}:target) .a-{a}" for a in far) + "{background:var(--lit);color:var(--lit-ink)}"
