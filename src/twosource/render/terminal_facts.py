"""Facts on a terminal: a block for a fact of several accounts, a shorter one for a fact of one report."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from twosource.model import Account, Dossier, Fact
from twosource.render.arrange import report_of, telling, verdict_reason
from twosource.render.excerpt import excerpt_of
from twosource.render.labels import label
from twosource.render.paper import Paper, hanging, left_out, rule_style, styled, verdict_style
from twosource.render.wording import (
    bounds,
    independence,
    one_line,
    origin_name,
    origin_reports,
    origin_why,
    readings,
    told,
    voices,
)

ACCOUNTS, ORIGINS = 8, 8
"""How many accounts and origins of a fact are shown at most."""
_WIDE = 110


def fact_block(fact: Fact, dossier: Dossier, paper: Paper) -> RenderableType:
    """Return a fact in full: question, verdict and why, its accounts, its bounds, and whom it goes back to."""
    badge = f"{label('verdict', fact.verdict, 'symbol')} {label('verdict', fact.verdict, 'badge')}"
    head = styled(f"{fact.id}  ", "dim").append(one_line(fact.question), style="bold")
    why = styled(badge, verdict_style(fact.verdict)).append(f": {one_line(verdict_reason(fact))}")
    shown = telling(fact, ACCOUNTS)
    parts: list[RenderableType] = [why, *(_account(fact, account, dossier, paper) for account in shown)]
    if len(shown) < len(fact.accounts):
        parts.append(left_out(len(fact.accounts) - len(shown), "accounts"))
    parts += [_line("Could be", readings(fact))] if fact.readings else []
    parts += [_line("Range", bounds(fact))] if bounds(fact) else []
    parts += [_line("Sources", independence(fact), rule_style(fact.two_source_rule)), *_origins(fact)]
    parts += [_line("Beware", one_line(warning), "yellow") for warning in fact.warnings]
    return Padding(Group(head, Padding(Group(*parts), (0, 0, 0, 2))), (0, 0, 0, 1))


def single_block(fact: Fact, dossier: Dossier, paper: Paper) -> RenderableType:
    """Return a fact of one report in short: question and value, then the words and whom they are from."""
    head = styled(f"{fact.id}  ", "dim").append(one_line(fact.question), style="bold")
    parts: list[RenderableType] = []
    for account in fact.accounts:
        said = " · ".join(told(fact, account, report_of(dossier, account.report)))
        alone = len(fact.accounts) == 1
        head.append(f"  {said}" if alone and said else "")
        words = _words(account, dossier, paper)
        words.append("" if alone or not said else f"  = {said}").append("  ← ", style="dim").append_text(_from(account))
        parts.append(hanging(styled(account.report, "bold"), words, width=4))
    parts += [_line("Beware", one_line(warning), "yellow") for warning in fact.warnings]
    return Padding(Group(head, Padding(Group(*parts), (0, 0, 0, 2))), (0, 0, 0, 1))


def _account(fact: Fact, account: Account, dossier: Dossier, paper: Paper) -> RenderableType:
    words = _words(account, dossier, paper)
    said = " · ".join(told(fact, account, report_of(dossier, account.report)))
    lines = [Text(f"= {said}")] if said else []
    lines.append(styled("← ", "dim").append_text(_from(account)))
    if paper.width >= _WIDE:
        table = Table.grid(padding=(0, 2), expand=True)
        table.add_column(width=3)
        table.add_column(ratio=3)
        table.add_column(ratio=2)
        table.add_row(styled(account.report, "bold"), words, Group(*lines))
        return table
    return hanging(styled(account.report, "bold"), Group(words, *lines), width=4)


def _words(account: Account, dossier: Dossier, paper: Paper) -> Text:
    """Return the words of an account in their sentence, in bold, or between marks where there is no bold."""
    shown = excerpt_of(dossier.texts, account)
    line = Text(one_line(shown.before), style="dim")
    marks = ("", "") if paper.color or not (shown.before or shown.after) else ("‹", "›")
    line.append(marks[0] + one_line(shown.words) + marks[1], style="not dim bold")
    return line.append(one_line(shown.after))


def _from(account: Account) -> Text:
    names = voices(account)
    return styled(names or "names no authority", "" if names else "dim")


def _line(name: str, words: str, style: str = "") -> RenderableType:
    return hanging(styled(name, "dim"), Text(words, style=style), width=8)


def _origins(fact: Fact) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for origin in fact.origins[:ORIGINS]:
        who = ", ".join(origin_reports(origin, fact.accounts))
        mark = "●" if origin.party is not None else "○"
        line = Text(f"{mark} {origin_name(origin)}")
        line.append(f" ({who})", style="dim")
        why = origin_why(origin, fact.accounts)
        line.append(f": {why}" if why else "", style="dim")
        lines.append(Padding(line, (0, 0, 0, 9)))
    if len(fact.origins) > ORIGINS:
        lines.append(Padding(left_out(len(fact.origins) - ORIGINS, "origins"), (0, 0, 0, 7)))
    return lines
