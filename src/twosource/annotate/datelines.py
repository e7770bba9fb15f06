"""The day that a dateline gives: "BERLIN, 3. Mai 2023 (dpa) -" dates a report that has no date of its own."""

from __future__ import annotations

import re

import msgspec

from twosource.annotate.stages import STAGES, read_report
from twosource.model import Report

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FARTHEST = 200
"""So many letters behind the beginning of the body a dateline's year may stand."""
_NEEDED = tuple(stage for stage in STAGES if stage.name in ("blocks", "sentences", "times"))


def with_dateline_day(report: Report) -> Report:
    """Return a report dated by its dateline where nothing else dates it and the dateline gives one whole day.

    A day without a year dates nothing: it could be of any year.

    Args:
        report: The report, its language identified.
    """
    if report.published is not None or not _YEAR.search(report.text, report.body, report.body + _FARTHEST):
        return report
    head = msgspec.structs.replace(report, text=report.text[: report.body + _FARTHEST])
    lines = [block.span for block in read_report(head, stages=_NEEDED[:1]).blocks if block.kind == "dateline"]
    if not lines:
        return report
    line = msgspec.structs.replace(report, text=report.text[lines[0].start : lines[0].end], body=0)
    days = {time.edtf for time in read_report(line, stages=_NEEDED).times if time.grain == "day" and time.edtf}
    return msgspec.structs.replace(report, published=days.pop()) if len(days) == 1 else report
