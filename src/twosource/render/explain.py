"""The whole derivation of a fact on a terminal, span by span: accounts, comparisons, origins, bounds."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from twosource.model import Account, Authority, Dossier, Fact, Pairing, Story
from twosource.render.arrange import report_of, verdict_reason
from twosource.render.excerpt import excerpt_of
from twosource.render.labels import label, order
from twosource.render.paper import Paper, hanging, heading, left_out, rule_style, styled, verdict_style
from twosource.render.wording import (
    as_sentence,
    bounds,
    independence,
    one_line,
    origin_name,
    origin_why,
    plural,
    readings,
    told,
)

PAIRS = 60
"""How many comparisons are shown, the gravest first."""
_WIDTH = 10


def write(dossier: Dossier, *, color: bool = False, width: int | None = None) -> str:
    """Return the derivation of every fact that is left in ``dossier`` as terminal text."""
    paper = Paper(color=color, width=width)
    for story in dossier.stories:
        for fact in story.facts:
            for part in _fact(dossier, story, fact):
                paper.print(part)
    return paper.text()


def _fact(dossier: Dossier, story: Story, fact: Fact) -> Iterator[RenderableType]:
    yield Rule(style="bold", characters="━")
    yield styled(f"{story.id}.{fact.id}  ", "dim").append(one_line(fact.question), style="bold")
    yield styled(f"in the story “{one_line(story.headline)}”, {plural(len(story.reports), 'report')}", "dim")
    badge = f"{label('verdict', fact.verdict, 'symbol')} {label('verdict', fact.verdict, 'badge')}"
    yield styled(badge, verdict_style(fact.verdict)).append(f": {one_line(verdict_reason(fact))}")
    yield heading("Accounts", "which words say it, by which rules they were read, and on whose authority")
    for number, account in enumerate(fact.accounts, 1):
        yield _account(number, fact, account, dossier)
    if fact.pairings:
        yield heading("How they compare", "1 is sure to be the same thing, under 0.5 they are kept apart")
        yield from _pairings(fact)
    yield heading("Where they come from")
    yield from _origins(fact)
    yield from _rest(fact)


def _account(number: int, fact: Fact, account: Account, dossier: Dossier) -> RenderableType:
    report = report_of(dossier, account.report)
    shown = excerpt_of(dossier.texts, account)
    words = Text(one_line(shown.before), style="dim")
    words.append(f"‹{one_line(shown.words)}›", style="not dim bold").append(one_line(shown.after))
    source = f" {one_line(report.source)}" if report else ""
    place = styled(f"{account.report}{source}", "bold").append(f"  {_span(account.start, account.end)}", style="dim")
    lines: list[RenderableType] = [place, words]
    said = " · ".join(told(fact, account, report))
    lines += [Text(f"= {said}")] if said else []
    lines += [_line("read by", ", ".join(account.reasons))] if account.reasons else []
    chain = account.origin
    lines += [_line("authority", _authority(link)) for link in chain] or [_line("authority", "nobody is named")]
    return hanging(styled(f"{number}", "bold"), Group(*lines), width=3)


def _span(start: int, end: int) -> str:
    return f"characters {start}–{end}"


def _authority(link: Authority) -> str:
    """Return a link of a chain in words: name, role, whether it passes on, where it stands, whose it is."""
    party = f", party {link.party}" if link.party else ""
    return f"{one_line(link.name)} ({link.role}, {link.act}, {_span(link.start, link.end)}{party})"


def _line(name: str, words: str, style: str = "") -> RenderableType:
    return hanging(styled(name, "dim"), Text(words, style=style), width=_WIDTH)


def _pairings(fact: Fact) -> Iterator[RenderableType]:
    grave = {verdict: rank for rank, verdict in enumerate(order("verdict"))}
    found = sorted(fact.pairings, key=lambda p: (grave.get(p.relation, len(grave)), p.left, p.right))
    for pairing in found[:PAIRS]:
        yield _pairing(pairing)
    if len(found) > PAIRS:
        yield left_out(len(found) - PAIRS, "comparisons")


def _pairing(pairing: Pairing) -> RenderableType:
    line = styled(label("verdict", pairing.relation, "badge"), verdict_style(pairing.relation))
    line.append(f" (likeness {pairing.likeness:.2f}): {one_line('; '.join(pairing.reasons))}")
    if pairing.readings:
        line.append(f" – could be: {'; '.join(label('reading', code) for code in pairing.readings)}", style="dim")
    return hanging(styled(f"{pairing.left + 1}–{pairing.right + 1}", "bold"), line, width=7)


def _origins(fact: Fact) -> Iterator[RenderableType]:
    for origin in fact.origins:
        mark = "●" if origin.party is not None else "○"
        line = Text(f"{mark} {origin_name(origin)}")
        numbers = ", ".join(str(index + 1) for index in origin.accounts)
        line.append(f" (account {numbers})" if len(origin.accounts) == 1 else f" (accounts {numbers})", style="dim")
        line.append(f": {origin_why(origin, fact.accounts)}", style="dim")
        yield Padding(line, (0, 0, 0, 1))
    yield Text()
    yield _line("so", independence(fact), rule_style(fact.two_source_rule))
    for reason in fact.reasons[1:]:
        yield _line("", as_sentence(reason))


def _rest(fact: Fact) -> Iterator[RenderableType]:
    yield _line("could be", readings(fact)) if fact.readings else Group()
    if bounds(fact):
        yield _line("range", f"{bounds(fact)} (policy {fact.policy})")
    for warning in fact.warnings:
        yield _line("beware", as_sentence(warning), "yellow")
    if fact.matchers:
        yield _line("rules", ", ".join(fact.matchers))
