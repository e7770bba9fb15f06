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
    head = read_report(msgspec.structs.replace(report, text=report.text[: report.body + _FARTHEST]), stages=_NEEDED)
    lines = [block.span for block in head.blocks if block.kind == "dateline"][:1]
    inside = [time for time in head.times if any(line.covers(time.span) for line in lines)]
    days = {time.edtf for time in inside if time.grain == "day" and time.edtf}
    return msgspec.structs.replace(report, published=days.pop()) if len(days) == 1 else report
