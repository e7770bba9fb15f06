"""The dossier on a terminal, for 60 to 200 columns.

Every verdict has a symbol and a word, so that nothing is lost without colour.  What a long story leaves out is said.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.model import Dossier, Entity, Failure, Story, StoryReport, Utterance
from twosource.render.arrange import (
    Entry,
    cast,
    common_folder,
    copies,
    members,
    other_names,
    places,
    quote_groups,
    roles,
    sections,
    tally,
    timeline,
)
from twosource.render.edtf import moment
from twosource.render.excerpt import excerpt
from twosource.render.labels import label
from twosource.render.paper import Paper, bullet, heading, left_out, styled, verdict_style
from twosource.render.terminal_copies import copied_reports
from twosource.render.terminal_facts import fact_block, single_block
from twosource.render.terminal_tolls import tolls
from twosource.render.wording import one_line, plural, report_line, unread

SINGLES, QUOTES, TIMES, NAMES, REPORTS, SAME, MENTIONS = 12, 10, 24, 10, 20, 3, 6
"""How many facts of one report, quotes of one report, lines of the timeline, names of a kind, reports,
reports that give one quote, and mentions of one time are shown."""


def write(dossier: Dossier, *, color: bool = False, width: int | None = None, facts_only: bool = False) -> str:
    """Return ``dossier`` as terminal text of ``width`` columns (60 to 200, default 100).

    With ``facts_only`` brief, quotes, timeline and names are left out: some facts were asked for, and no more.
    """
    paper = Paper(color=color, width=width)
    if len(dossier.stories) > 1:
        paper.print(_contents(dossier))
    for number, story in enumerate(dossier.stories):
        if number:
            paper.print(Text())
        for part in _chosen(dossier, story, paper) if facts_only else _story(dossier, story, paper):
            paper.print(part)
    if not dossier.stories:
        paper.print(Text("No story: nothing was found that a dossier could show."))
    if dossier.failures:
        paper.print(_failures(dossier.failures))
    return paper.text()


def _story(dossier: Dossier, story: Story, paper: Paper) -> list[RenderableType]:
    reports = members(dossier, story)
    return [
        _head(story),
        _reports(reports, copies(dossier, story)),
        _brief(story),
        *_facts(dossier, story, paper),
        *tolls(story),
        *copied_reports(reports),
        *_quotes(dossier, story, paper),
        *_timeline(story, paper),
        *_cast(story),
        *_not_read(reports),
    ]


def _chosen(dossier: Dossier, story: Story, paper: Paper) -> list[RenderableType]:
    """Return the facts of a story alone, with its head and reports."""
    reports = members(dossier, story)
    return [_head(story), _reports(reports, copies(dossier, story)), *_facts(dossier, story, paper), *tolls(story)]


def _contents(dossier: Dossier) -> RenderableType:
    stories = [
        bullet(
            Text(one_line(story.headline)).append(f"  {plural(len(story.reports), 'report')}", style="dim"), story.id
        )
        for story in dossier.stories
    ]
    return Group(styled(f"{len(stories)} stories", "bold"), *stories, Text())


def _head(story: Story) -> RenderableType:
    headline = Text(one_line(story.headline), style="bold")
    when = moment(story.when, None) if story.when else "date not known"
    where = [one_line(place) for place in places(story)]
    line = " · ".join([story.id, when, *where, plural(len(story.reports), "report")])
    counts = Text()
    for verdict, count in tally(story):
        counts.append(f"{label('verdict', verdict, 'symbol')} ", style=verdict_style(verdict))
        counts.append(f"{count} {label('verdict', verdict, 'badge')}   ")
    return Group(Rule(style="bold", characters="━"), headline, Text(line, style="dim"), counts, Text())


def _reports(reports: list[StoryReport], copied: dict[str, list[str]]) -> RenderableType:
    table = Table.grid(padding=(0, 2), expand=False)
    for _ in range(4):
        table.add_column(overflow="fold")
    table.add_column(style="dim", overflow="fold")
    folder = common_folder(reports)
    for report in reports[:REPORTS]:
        name, language, who, when, source = report_line(report)
        note = f"copy of {report.copy_of}" if report.copy_of else ""
        if report.id in copied:
            note = f"copied by {', '.join(copied[report.id])}"
        cells = [Text(name, style="bold"), Text(language), Text(who), Text(when)]
        tail = Text(" · ".join(part for part in (source.removeprefix(folder), note) if part))
        table.add_row(*cells, tail)
    lines: list[RenderableType] = [table, styled(f"files in {one_line(folder)}", "dim")] if folder else [table]
    if len(reports) > REPORTS:
        lines.insert(1, left_out(len(reports) - REPORTS, "reports"))
    return Padding(Group(*lines), (0, 0, 0, 2))


def _brief(story: Story) -> RenderableType:
    if not story.brief:
        return Group()
    return Group(heading("In brief"), *(bullet(Text(one_line(sentence)), "•") for sentence in story.brief))


def _facts(dossier: Dossier, story: Story, paper: Paper) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for verdict, facts in sections(story):
        title = Text(f"{label('verdict', verdict, 'symbol')} {label('verdict', verdict)}", style=verdict_style(verdict))
        title.append(f"  {len(facts)}", style="dim")
        parts.append(Group(Text(), Rule(title, align="left", style="dim")))
        single = verdict == "single"
        shown = facts[:SINGLES] if single else facts
        block = single_block if single else fact_block
        for index, fact in enumerate(shown):
            parts += [Text()] if index else []
            parts.append(block(fact, dossier, paper))
        if len(shown) < len(facts):
            parts.append(left_out(len(facts) - len(shown), "facts stand in one report only"))
    return parts


def _quotes(dossier: Dossier, story: Story, paper: Paper) -> list[RenderableType]:
    groups = quote_groups(story)
    if not groups:
        return []
    aligned = [group for group in groups if len({quote.report for quote in group}) > 1]
    others = groups[len(aligned) :]
    note = "side by side where reports give the same words" if aligned else ""
    blocks = [_side_by_side(group, dossier.texts, paper) for group in aligned[:QUOTES]]
    blocks += [_utterance(quote, dossier.texts) for group in others[:QUOTES] for quote in group]
    parts: list[RenderableType] = [heading("Quotes", note)]
    for index, block in enumerate(blocks):
        parts += [Text(), block] if index else [block]
    if len(aligned) > QUOTES:
        parts.append(left_out(len(aligned) - QUOTES, "quotes of several reports"))
    if len(others) > QUOTES:
        parts.append(left_out(len(others) - QUOTES, "quotes of one report"))
    return parts


def _words(quote: Utterance, texts: dict[str, str]) -> Text:
    words = texts.get(quote.report, "")[quote.start : quote.end] or quote.text
    shown = excerpt(words, 0, min(len(words), 600))
    marks = ("“", "”") if quote.direct else ("", "")
    return Text(marks[0] + one_line(" ".join(shown.words.split())) + marks[1] + shown.after)


def _who(quote: Utterance) -> Text:
    who = Text(one_line(quote.speaker or "speaker not known"), style="bold" if quote.speaker else "dim")
    notes = [label("form", quote.form)]
    if quote.via:
        notes.append("via " + ", ".join(one_line(name) for name in quote.via))
    return who.append(f"  {' · '.join(notes)}", style="not bold dim")


def _utterance(quote: Utterance, texts: dict[str, str]) -> RenderableType:
    line = styled(f"{quote.report}  ", "bold").append_text(_who(quote))
    return Padding(Group(line, Padding(_words(quote, texts), (0, 0, 0, 4))), (0, 0, 0, 2))


def _side_by_side(group: tuple[Utterance, ...], texts: dict[str, str], paper: Paper) -> RenderableType:
    if len(group) > SAME + 1:
        rest = left_out(len(group) - SAME, "reports give the same words")
        return Group(_side_by_side(group[:SAME], texts, paper), rest)
    if paper.width < 100 or len(group) > paper.width // 40:
        first, *others = (_utterance(quote, texts) for quote in group)
        return Group(first, *(piece for block in others for piece in (Text(), block)))
    table = Table.grid(padding=(0, 3), expand=True)
    for _ in group:
        table.add_column(ratio=1)
    table.add_row(*(styled(f"{quote.report}  ", "bold").append_text(_who(quote)) for quote in group))
    table.add_row(*(_words(quote, texts) for quote in group))
    return Padding(table, (0, 0, 0, 2))


def _timeline(story: Story, paper: Paper) -> list[RenderableType]:
    entries = timeline(story)
    if not entries:
        return []
    table = Table.grid(padding=(0, 2))
    table.add_column(ratio=None, max_width=max(26, paper.width // 3))
    table.add_column(ratio=1)
    for entry in entries[:TIMES]:
        table.add_row(Text(entry.when, style="" if entry.known else "dim"), _mentions(entry))
    parts: list[RenderableType] = [heading("Timeline"), Padding(table, (0, 0, 0, 2))]
    if len(entries) > TIMES:
        parts.append(left_out(len(entries) - TIMES, "times"))
    return parts


def _mentions(entry: Entry) -> Text:
    line = Text()
    by_words: dict[tuple[str, str, bool], int] = {}
    for item in entry.moments:
        key = (item.report, one_line(item.text), item.inferred)
        by_words[key] = by_words.get(key, 0) + 1
    for index, ((report, words, inferred), count) in enumerate(by_words.items()):
        if index == MENTIONS and len(by_words) > MENTIONS + 1:
            return line.append(f" and {len(by_words) - MENTIONS} more", style="dim")
        line.append(", " if index else "")
        line.append(f"{report} ", style="bold").append(f"“{words}”")
        line.append(f" ×{count}" if count > 1 else "", style="dim")
        line.append(" (placed by the other report)" if inferred else "", style="dim")
    return line


def _cast(story: Story) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for kind, entities in cast(story):
        lines = [bullet(_entity(story, entity), "·") for entity in entities[:NAMES]]
        if len(entities) > NAMES:
            rest = ", ".join(one_line(entity.name) for entity in entities[NAMES : NAMES + 24])
            more = f" and {len(entities) - NAMES - 24} more" if len(entities) > NAMES + 24 else ""
            lines.append(bullet(styled(f"also {rest}{more}", "dim"), "·"))
        parts.append(Group(styled(label("kind", kind), "bold"), *lines))
    return [heading("Who is who"), *parts] if parts else []


def _entity(story: Story, entity: Entity) -> Text:
    line = Text(one_line(entity.name))
    if entity.roles:
        line.append(f", {one_line(roles(story, entity))}")
    names = [f"{code} {', '.join(one_line(form) for form in forms[:4])}" for code, forms in other_names(entity).items()]
    return line.append(f"  {' · '.join(names)}" if names else "", style="dim")


def _not_read(reports: list[StoryReport]) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for report in reports:
        if unread(report):
            what = f"{report.id} ({report.language}): not read for lack of tables: {unread(report)}"
            lines.append(bullet(Text(what), "!"))
        lines += [bullet(_failure(failure), "!") for failure in report.failures]
    return [heading("What was not read"), *lines] if lines else []


def _failures(failures: tuple[Failure, ...]) -> RenderableType:
    return Group(heading("Could not be read"), *(bullet(_failure(failure), "!") for failure in failures))


def _failure(failure: Failure) -> Text:
    return Text(f"{one_line(failure.source)}: {one_line(failure.error)} ({failure.stage})")
