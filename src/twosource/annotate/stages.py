"""The stages of reading, in their order, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from twosource.annotate.draft import Draft
from twosource.errors import PipelineError
from twosource.language.tables import BESIDE, load_or_generic
from twosource.model import Reading, Report


@dataclass(frozen=True)
class Stage:
    """One stage: ``run`` ("module:function") takes the draft and yields the records of ``gives``."""

    name: str
    needs: tuple[str, ...]
    gives: str
    run: str

    def function(self) -> Callable[[Draft], Iterable[Any]]:
        """Return the stage's function; its module is imported now and not before."""
        module, _, name = self.run.partition(":")
        found: Callable[[Draft], Iterable[Any]] = getattr(import_module(module), name)
        return found


STAGES = (
    Stage("blocks", (), "blocks", "twosource.annotate.blocks:find_blocks"),
    Stage("sentences", ("blocks",), "sentences", "twosource.annotate.sentences:find_sentences"),
    Stage("credits", ("blocks", "sentences"), "credits", "twosource.annotate.credits:find_credits"),
    Stage("names", ("sentences",), "names", "twosource.annotate.names:find_names"),
    Stage("times", ("blocks", "sentences"), "times", "twosource.annotate.times:find_times"),
    Stage("happenings", ("sentences", "times"), "happenings", "twosource.annotate.happenings:find_happenings"),
    Stage("figures", ("sentences", "times", "happenings"), "figures", "twosource.annotate.figures:find_figures"),
    Stage("quotes", ("blocks", "sentences", "names"), "quotes", "twosource.annotate.quotes:find_quotes"),
    Stage("attitudes", ("quotes", "credits"), "attitudes", "twosource.annotate.quotes.attitudes:find_attitudes"),
    Stage("attributions", ("quotes", "credits"), "attributions", "twosource.annotate.attributions:find_attributions"),
)


def check_order(stages: Iterable[Stage]) -> None:
    """Check that each stage comes after what it needs.

    Raises:
        PipelineError: It names the stage and what is missing before it.
    """
    given: set[str] = set()
    for stage in stages:
        lacking = [need for need in stage.needs if need not in given]
        if lacking:
            raise PipelineError(f"stage {stage.name!r} needs {', '.join(lacking)}, which no stage before it gives")
        given.add(stage.gives)


def read_report(
    report: Report, *, prefer: str = "past", stages: Iterable[Stage] = STAGES, tagger: str | None = None
) -> Reading:
    """Read one report: run ``stages`` in order and return everything that they found.

    Args:
        report: The report, its language identified.
        prefer: Which way a bare weekday or date leans, ``past`` (news) or ``future``.
        stages: The stages to run; the default is all.
        tagger: A tagger of the user's own for the names, by name or path (`open_tagger`).

    Raises:
        UsageError: There is no such tagger.
        PipelineError: The stages are in an order that cannot work.
    """
    stages = tuple(stages)
    check_order(stages)
    language = load_or_generic(report.language)
    draft = Draft(report=report, language=language, prefer=prefer, tagger=tagger)
    draft.unread.extend(table for table in language.missing() if table not in BESIDE)
    for stage in stages:
        found = list(stage.function()(draft))
        setattr(draft, stage.gives, found)
    return draft.reading()
