"""The commands and their options; what each does is imported when it is called."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Literal

import typer

from twosource import __version__
from twosource.cli import UNREADABLE

app = typer.Typer(
    name="twosource",
    help="Which facts of the news stand on how many independent sources.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 100},
)


Sources = Annotated[
    list[str], typer.Argument(metavar="FILE|FOLDER|-...", help="Reports; a folder stands for the text files in it.")
]
SomeSources = Annotated[
    list[str] | None, typer.Argument(metavar="[FILE|FOLDER|-]...", help="Reports; standard input where none is named.")
]
Language = Annotated[
    list[str] | None,
    typer.Option(metavar="[NAME=]CODE", help="Language of all reports, or of one: nb.txt=nb. Identified by default."),
]
Published = Annotated[
    list[str] | None,
    typer.Option(metavar="[NAME=]DATE", help="Date of all reports, or of one: nb.txt=2020-08-15."),
]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="When to write in colour; NO_COLOR is obeyed.")]
Policy = Annotated[
    Literal["range", "ucdp", "acled", "ibc"], typer.Option(help="How low, best and high of counts are drawn.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but what stops the run.")]
Jobs = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Processes that read many reports. Default: as many as processors."),
]
Tagger = Annotated[
    str | None,
    typer.Option(metavar="NAME|PATH", help="Names by a tagger of your own: entry point, spaCy pipeline, ONNX folder."),
]
Limit = Annotated[int, typer.Option(min=1, metavar="MEGABYTES", help="Refuse reports larger than this.")]


def show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        sys.stdout.write(f"twosource {__version__}\n")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read news reports and show which facts stand on how many independent sources."""


@app.command()
def compare(
    sources: Sources,
    format: Annotated[
        Literal["terminal", "json", "html", "csv", "markdown"] | None,
        typer.Option("--format", "-f", help="Default: by the ending of --output, else terminal."),
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    language: Language = None,
    published: Published = None,
    policy: Annotated[
        Literal["range", "ucdp", "acled", "ibc"], typer.Option(help="How low, best and high of counts are drawn.")
    ] = "range",
    parties: Annotated[str | None, typer.Option(metavar="FILE", help="A TOML file of parties of your own.")] = None,
    wikidata: Annotated[
        str | None, typer.Option(metavar="FILE", help="Names with their numbers in Wikidata, as TSV or JSON lines.")
    ] = None,
    brief_language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the brief, by its code.")
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT", help="Only such facts: contested, single, corroborated, one_party, figure ..."),
    ] = None,
    fact: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this fact: f3, or s2.f3 among several stories.")
    ] = None,
    explain: Annotated[
        str | None, typer.Option(metavar="ID", help="The whole derivation of a fact, span by span: f3 or s2.f3.")
    ] = None,
    color: Color = "auto",
    quiet: Quiet = False,
    limit: Limit = 20,
    jobs: Jobs = None,
    tagger: Tagger = None,
) -> None:
    """Compare reports: the dossier of facts, accounts, verdicts, origins and quotes."""
    run: Callable[..., bool] = import_module("twosource.cli.comparing").run_compare
    _leave(
        run(
            sources,
            format=format,
            output=output,
            wishes=_wishes(language, published, color, quiet=quiet, limit=limit, jobs=jobs, tagger=tagger),
            judging=import_module("twosource.cli.wishes").Judging(
                policy=policy, parties=parties, brief_language=brief_language, wikidata=wikidata
            ),
            only=[word for words in (*(only or ()), *(fact or ())) for word in words.split(",") if word],
            explain=explain,
        )
    )


@app.command()
def read(
    sources: SomeSources = None,
    input: Annotated[Literal["text", "jsonl"], typer.Option("--input", "-i", help="What the sources hold.")] = "text",
    format: Annotated[Literal["terminal", "jsonl"], typer.Option("--format", "-f", help="What to write.")] = "terminal",
    language: Language = None,
    published: Published = None,
    prefer: Annotated[Literal["past", "future"], typer.Option(help="Which way a bare weekday leans.")] = "past",
    color: Color = "auto",
    quiet: Quiet = False,
    limit: Limit = 20,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read many reports.")] = 1,
    tagger: Tagger = None,
) -> None:
    """Read reports one by one: names, times, figures, quotes, happenings, credits."""
    run: Callable[..., bool] = import_module("twosource.cli.reading").run_read
    _leave(
        run(
            sources or (),
            lines=input == "jsonl",
            format=format,
            wishes=_wishes(language, published, color, quiet=quiet, limit=limit, jobs=jobs, tagger=tagger),
            prefer=prefer,
        )
    )


@app.command()
def group(
    sources: SomeSources = None,
    input: Annotated[Literal["jsonl"], typer.Option("--input", "-i", help="What the sources hold.")] = "jsonl",
    format: Annotated[Literal["jsonl"], typer.Option("--format", "-f", help="What to write.")] = "jsonl",
    pairs: Annotated[bool, typer.Option("--pairs", help="Judge pairs (left, right) instead.")] = False,
    window: Annotated[float, typer.Option(min=0, metavar="DAYS", help="How long a story goes on without news.")] = 14,
    state: Annotated[
        str | None, typer.Option(metavar="FILE", help="Go on where the last run with this file stopped.")
    ] = None,
    corrections: Annotated[
        str | None, typer.Option(metavar="FILE", help="JSON lines: which reports are, or are not, of one event.")
    ] = None,
    quiet: Quiet = False,
    limit: Limit = 20,
    jobs: Jobs = None,
) -> None:
    """Group reports into stories: which tell of the same event, which are copies."""
    del input, format  # there is one of each so far; the options keep the command line open
    module = import_module("twosource.cli.grouping")
    wishes = module.Wishes(window=window, state=state, corrections=corrections)
    _leave(module.run_group(sources or (), pairs=pairs, quiet=quiet, limit=limit * 1_000_000, jobs=jobs, wishes=wishes))


@app.command()
def languages(
    format: Annotated[Literal["terminal", "json"], typer.Option("--format", "-f", help="What to write.")] = "terminal",
    color: Color = "auto",
) -> None:
    """Show which tables each language has."""
    run: Callable[..., None] = import_module("twosource.cli.languages").run_languages
    run(format=format, color=color)


def _wishes(
    language: list[str] | None,
    published: list[str] | None,
    color: str,
    *,
    quiet: bool,
    limit: int,
    jobs: int | None,
    tagger: str | None,
) -> object:
    """Return the options that the reading commands share."""
    module = import_module("twosource.cli.wishes")
    wishes: object = module.Wishes(
        language=module.by_name(language),
        published=module.by_name(published),
        color=color,
        quiet=quiet,
        limit=limit * 1_000_000,
        jobs=jobs,
        tagger=tagger,
    )
    return wishes


def _leave(readable: bool) -> None:
    """Leave with status 1 where no report could be read."""
    if not readable:
        raise typer.Exit(UNREADABLE)
