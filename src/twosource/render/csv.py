"""The dossier as CSV: one row per account, the columns of `COLUMNS` in that order.

RFC 4180: fields are separated by commas, quoted where they must be, and lines end with CR LF.  A text that a
spreadsheet could take for a formula gets an apostrophe in front; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from twosource.model import Account, Amount, Dossier, Fact, Story, StoryReport
from twosource.render.json import plain
from twosource.render.wording import chain

COLUMNS = (
    "story",
    "headline",
    "story_when",
    "fact",
    "kind",
    "concept",
    "question",
    "verdict",
    "readings",
    "independent_origins",
    "two_source_rule",
    "fact_low",
    "fact_best",
    "fact_high",
    "policy",
    "report",
    "source",
    "language",
    "published",
    "outlet",
    "start",
    "end",
    "text",
    "low",
    "high",
    "unit",
    "approximate",
    "vague",
    "counted",
    "scope",
    "when",
    "weekday",
    "polarity",
    "modality",
    "speaker",
    "chain",
    "party",
    "copy_of",
    "reasons",
)
"""The columns, in a stable order; new ones are added at the end.

``start`` and ``end`` count code points.  Lists (``readings``, ``reasons``) are joined by ``; ``, ``chain`` by an arrow,
nearest first.  Open bounds and unknown values are empty; flags are ``true`` and ``false``.
"""

_FORMULA = re.compile(r"\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z", re.ASCII)


def write(dossier: Dossier) -> str:
    """Return ``dossier`` as CSV with a header row."""
    reports = {report.id: report for report in dossier.reports}
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    for story in dossier.stories:
        for fact in story.facts:
            for index, account in enumerate(fact.accounts):
                writer.writerow(list(_row(story, fact, index, account, reports.get(account.report))))
    return target.getvalue()


def _row(story: Story, fact: Fact, index: int, account: Account, report: StoryReport | None) -> Iterator[str]:
    cells = _of_fact(story, fact) | _of_report(report) | _of_account(account)
    cells["party"] = next((o.label or o.party for o in fact.origins if index in o.accounts), None)
    for column in COLUMNS:
        yield _cell(cells.get(column))


def _of_fact(story: Story, fact: Fact) -> dict[str, object]:
    return {
        "story": story.id,
        "headline": story.headline,
        "story_when": story.when,
        "fact": fact.id,
        "kind": fact.kind,
        "concept": fact.concept,
        "question": fact.question,
        "verdict": fact.verdict,
        "readings": fact.readings,
        "independent_origins": fact.independent_origins,
        "two_source_rule": fact.two_source_rule,
        "fact_low": fact.low,
        "fact_best": fact.best,
        "fact_high": fact.high,
        "policy": fact.policy,
    }


def _of_report(report: StoryReport | None) -> dict[str, object]:
    if report is None:
        return {}
    return {
        "source": report.source,
        "language": report.language,
        "published": report.published,
        "outlet": report.outlet,
        "copy_of": report.copy_of,
    }


def _of_account(account: Account) -> dict[str, object]:
    return {
        "report": account.report,
        "start": account.start,
        "end": account.end,
        "text": account.text,
        "when": account.when,
        "weekday": account.weekday,
        "polarity": account.polarity,
        "modality": account.modality,
        "speaker": account.speaker,
        "chain": chain(account.origin),
        "reasons": account.reasons,
        **_of_amount(account.figure),
    }


def _of_amount(amount: Amount | None) -> dict[str, object]:
    if amount is None:
        return {}
    return {
        "low": amount.low,
        "high": amount.high,
        "unit": amount.unit,
        "approximate": amount.approximate,
        "vague": amount.vague,
        "counted": amount.of,
        "scope": amount.scope,
    }


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return plain(value) if value.is_finite() else ""
        case tuple():
            return safe("; ".join(value))
    return safe(str(value))


def safe(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula: with an apostrophe in front where it could."""
    if _FORMULA.match(text) and not _NUMBER.match(text):
        return "'" + text
    return text
