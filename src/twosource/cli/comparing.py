"""``twosource compare``: reports to a dossier."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.cli.output import (
    check_output,
    choose_format,
    columns,
    emit,
    show_progress,
    tell_failures,
    use_color,
    wants_progress,
)
from twosource.cli.wishes import Judging, Wishes
from twosource.pipeline import compare, expand
from twosource.render import render


def run_compare(
    sources: Sequence[str],
    *,
    format: str | None,
    output: str | None,
    wishes: Wishes,
    judging: Judging,
    only: Sequence[str],
    explain: str | None = None,
) -> bool:
    """Write the dossier of ``sources``; return whether any report could be read."""
    check_output(output, sources)
    chosen = choose_format(format, output)
    expanded = list(expand(sources))
    dossier = compare(
        *expanded,
        language=wishes.language,
        published=wishes.published,
        policy=judging.policy,
        parties=judging.parties,
        brief_language=judging.brief_language,
        wikidata=judging.wikidata,
        limit=wishes.limit,
        jobs=wishes.jobs,
        tagger=wishes.tagger,
        progress=show_progress if wants_progress(len(expanded), quiet=wishes.quiet) else None,
    )
    if dossier.reports or chosen != "terminal":
        text = render(
            dossier,
            chosen,
            color=use_color(wishes.color, output),
            width=None if output else columns(),
            only=only or None,
            explain=explain,
        )
        emit(text, output, binary=chosen != "terminal")
    tell_failures(dossier.failures, len(dossier.reports), quiet=wishes.quiet and bool(dossier.reports))
    return bool(dossier.reports)
