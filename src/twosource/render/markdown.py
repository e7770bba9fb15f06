"""The dossier as Markdown, for an issue, a wiki or a CMS: every word from outside is escaped.

Tables and lists are GitHub's flavour; marks, entities, links, mentions and HTML of the reports come out as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model import Account, Dossier, Fact, Story
from twosource.render.arrange import (
    cast,
    members,
    moving,
    places,
    quote_groups,
    report_of,
    sections,
    steps,
    tally,
    timeline,
    verdict_reason,
)
from twosource.render.copies import change_label, change_words, copied, copy_line
from twosource.render.edtf import moment
from twosource.render.excerpt import excerpt_of
from twosource.render.labels import label
from twosource.render.wording import (
    as_sentence,
    bounds,
    counted,
    independence,
    one_line,
    origin_name,
    origin_reports,
    origin_why,
    plural,
    readings,
    report_line,
    told,
    unread,
    voices,
)

_MARKS = re.compile(r"([\\`*_\[\]|~$])")
_BEGIN = re.compile(r"\s*(?:\d+(?=[.)])|(?=[#+=-]))", re.ASCII)
_MENTION = re.compile(r"@(?=\w)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def write(dossier: Dossier) -> str:
    """Return ``dossier`` as Markdown."""
    lines: list[str] = []
    for story in dossier.stories:
        lines += _story(dossier, story)
    if not dossier.stories:
        lines += ["No story: nothing was found that a dossier could show.", ""]
    if dossier.failures:
        lines += ["## Could not be read", ""]
        lines += [f"- {escape(failure.source)}: {escape(failure.error)}" for failure in dossier.failures]
        lines.append("")
    lines.append(f"*twosource {escape(dossier.twosource)}*")
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Return ``text`` on one line, nothing in it left that Markdown or HTML would act on.

    A mention (``@name``) gets an invisible mark after its sign, so that pasting it calls nobody.
    """
    words = "".join(_ENTITIES.get(char, char) for char in _MARKS.sub(r"\\\1", one_line(text)))
    words = _MENTION.sub("@\u2060", words)
    begin = _BEGIN.match(words)
    return f"{words[: begin.end()]}\\{words[begin.end() :]}" if begin else words


def _story(dossier: Dossier, story: Story) -> list[str]:
    lines = [f"# {escape(story.headline)}", ""]
    when = moment(story.when, None) if story.when else "date not known"
    counts = [f"{count} {label('verdict', verdict, 'badge')}" for verdict, count in tally(story)]
    lines += [escape_all([when, *places(story), plural(len(story.reports), "report"), *counts]), ""]
    lines += [*_reports(dossier, story), ""]
    if story.brief:
        lines += ["## In brief", "", *(f"- {escape(sentence)}" for sentence in story.brief), ""]
    for section in sections(story):
        symbol = label("verdict", section.verdict, "symbol")
        lines += [f"## {escape(symbol)} {escape(label('verdict', section.verdict))} ({len(section.facts)})", ""]
        for fact in section.facts:
            lines += [*_fact(dossier, fact), ""]
    return lines + [
        line
        for part in (_tolls(story), _copies(dossier, story), _quotes(story), _times(story), _names(story))
        for line in part
    ]


def escape_all(parts: list[str]) -> str:
    """Return parts, each escaped, with a dot between them."""
    return " · ".join(escape(part) for part in parts)


def _reports(dossier: Dossier, story: Story) -> Iterator[str]:
    yield "| | language | credit | date | source |"
    yield "| --- | --- | --- | --- | --- |"
    for report in members(dossier, story):
        cells = list(report_line(report))
        if report.copy_of:
            cells[4] += f" (copy of {report.copy_of})"
        if report.unread:
            cells[4] += f" (not read: {unread(report)})"
        yield f"| **{escape(cells[0])}** | " + " | ".join(escape(cell) for cell in cells[1:]) + " |"


def _copies(dossier: Dossier, story: Story) -> list[str]:
    """Return the copies of a story with what each changes."""
    lines = []
    for report, copy in copied(members(dossier, story)):
        lines.append(f"- **{escape(report.id)}** {escape(copy_line(copy))}")
        for change in copy.changes:
            words = " \u2192 ".join(escape(words) for words in change_words(change))
            lines.append(f"  - *{escape(change_label(change))}*: {words}")
    return ["## Copies", "", *lines, ""] if lines else []


def _fact(dossier: Dossier, fact: Fact) -> Iterator[str]:
    yield f"### {escape(fact.id)}. {escape(fact.question)}"
    yield ""
    if fact.verdict != "single":
        could = f" *Could be: {escape(readings(fact))}.*" if fact.readings else ""
        yield f"**{escape(label('verdict', fact.verdict, 'badge'))}**: {escape(verdict_reason(fact))}{could}"
        yield ""
    for account in fact.accounts:
        yield _account(dossier, fact, account)
    if bounds(fact):
        yield f"- Range: {escape(bounds(fact))}"
    if fact.verdict != "single":
        yield f"- Sources: {escape(independence(fact))}"
        for origin in fact.origins:
            who = ", ".join(origin_reports(origin, fact.accounts))
            why = origin_why(origin, fact.accounts)
            yield f"  - {escape(origin_name(origin))} ({escape(who)}){': ' + escape(why) if why else ''}"
    for warning in fact.warnings:
        yield f"- **Beware:** {escape(as_sentence(warning))}"


def _account(dossier: Dossier, fact: Fact, account: Account) -> str:
    shown = excerpt_of(dossier.texts, account)
    words = f"{escape(shown.before)}**{escape(shown.words.strip())}**{escape(shown.after)}"
    said = [escape(part) for part in told(fact, account, report_of(dossier, account.report))]
    names = f"← {escape(voices(account))}" if voices(account) else "names no authority"
    return f"- **{escape(account.report)}** {' · '.join([*said, names])}: {words}"


def _quotes(story: Story) -> Iterator[str]:
    groups = quote_groups(story)
    if groups:
        yield "## Quotes"
        yield ""
        for group in groups:
            for quote in group:
                who = escape(quote.speaker or "speaker not known")
                via = f", via {escape(', '.join(quote.via))}" if quote.via else ""
                marks = ("“", "”") if quote.direct else ("", "")
                said = f"{marks[0]}{escape(quote.text)}{marks[1]}"
                yield f"- **{escape(quote.report)}** {who} ({escape(label('form', quote.form))}{via}): {said}"
        yield ""


def _tolls(story: Story) -> Iterator[str]:
    found = moving(story)
    if found:
        yield "## Toll over time"
        yield ""
        for toll in found:
            yield f"- {escape(toll.fact)}. {escape(toll.question)}"
            for step in steps(toll):
                yield f"  - **{escape(step.when)}**: {escape(counted(step.counts, toll.unit))}"
        yield ""


def _times(story: Story) -> Iterator[str]:
    entries = timeline(story)
    if entries:
        yield "## Timeline"
        yield ""
        for entry in entries:
            told = ", ".join(f"{escape(item.report)} “{escape(item.text)}”" for item in entry.moments)
            yield f"- **{escape(entry.when)}**: {told}"
        yield ""


def _names(story: Story) -> Iterator[str]:
    found = list(cast(story))
    if found:
        yield "## Who is who"
        yield ""
        for kind, entities in found:
            names = ", ".join(escape(entity.name) for entity in entities)
            yield f"- {escape(label('kind', kind))}: {names}"
        yield ""
