"""Reading one report: each stage finds one kind of record.

`read_report` runs the stages of `STAGES` in order; each declares what it needs and gives.
"""

from twosource.annotate.draft import Draft
from twosource.annotate.stages import STAGES, Stage, read_report

__all__ = ["STAGES", "Draft", "Stage", "read_report"]
