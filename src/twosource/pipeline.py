"""The way of a report through the house: from what was read to readings, and from readings to a dossier."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from pathlib import Path, PurePath
from typing import TypeAlias

import msgspec

from twosource.annotate import read_report
from twosource.annotate.datelines import with_dateline_day
from twosource.errors import TwosourceError, UsageError
from twosource.ingest import LIMIT, check_published, find_files, read_file
from twosource.language.identify import identify, to_folder
from twosource.language.tables import GENERIC
from twosource.model import Dossier, Failure, Reading, Report
from twosource.processes import in_order

Source: TypeAlias = "str | Path | Report | Failure"
"""A file, a folder, ``-`` for standard input, a report made by `make_report`, or one that failed to be made."""

ALL = "*"
"""The name that stands for every report that has none of its own."""

Given: TypeAlias = "str | Mapping[str, str] | None"
"""One value for all reports, or one for each by its source as given or by its file's name (``*``: all others)."""

logger = logging.getLogger("twosource")
logger.addHandler(logging.NullHandler())
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@cache
def _identify_entities() -> Callable[[Reading], Reading]:
    """Return what links a reading's names to entities; its tables are heavy, so it is imported late."""
    function: Callable[[Reading], Reading] = import_module("twosource.link").identify
    return function


def check_tagger(tagger: str | None) -> None:
    """Load the user's own tagger, so that a wrong name stops the run and not each report.

    Raises:
        UsageError: There is no such tagger, or its library is not installed.
    """
    if tagger is not None:
        import_module("twosource.annotate.taggers").open_tagger(tagger)


def annotate(report: Report, *, prefer: str = "past", tagger: str | None = None) -> Reading:
    """Return everything that is found in ``report``: its language where that is not known, its records, its entities.

    Args:
        report: The report; ``und`` as its language means that it is to be identified.
        prefer: Which way a bare weekday or date leans, ``past`` (news) or ``future`` (calendars).
        tagger: A tagger of the user's own for the names, by name or path; the built-in model where it is None.
    """
    if report.language == GENERIC:
        report = msgspec.structs.replace(report, language=identify(report.text, report.body).code)
    report = with_dateline_day(report)
    reading = _identify_entities()(read_report(report, prefer=prefer, tagger=tagger))
    notes = tuple(Failure(report.source, "ingest", note) for note in report.notes)
    return msgspec.structs.replace(reading, failures=(*notes, *reading.failures)) if notes else reading


def annotate_safely(report: Report, *, prefer: str = "past", tagger: str | None = None) -> Reading | Failure:
    """Return the reading of ``report``, or the failure that says what kept it from being read.

    This is the boundary at which one bad report is kept from stopping a run; the traceback goes to the log at
    level error, which shows nothing unless the program that uses the library asks for it.
    """
    try:
        return annotate(report, prefer=prefer, tagger=tagger)
    except TwosourceError as error:
        return Failure(report.source, "annotate", str(error))
    except Exception as error:
        logger.exception("%s could not be read", report.source)
        return Failure(report.source, "annotate", f"{type(error).__name__}: {error}")


def read(
    source: str | Path | Report,
    *,
    language: str | None = None,
    published: str | None = None,
    prefer: str = "past",
    limit: int = LIMIT,
    tagger: str | None = None,
) -> Reading:
    """Read one report and return all that is found in it.

    Args:
        source: A file, ``-`` for standard input, or a report.
        language: Its language; identified where it is None.
        published: Its date in EDTF, to the precision known; taken from its header, else its dateline, where it is None.
        prefer: Which way a bare weekday or date leans, ``past`` (news) or ``future``.
        limit: The number of bytes above which a file is refused.
        tagger: A tagger of your own for the names: an entry point, a spaCy pipeline, a folder with a model in ONNX.

    Raises:
        IngestError: It cannot be read.
        UsageError: ``language`` is no code, ``published`` is no date, or there is no such tagger.
    """
    report = source if isinstance(source, Report) else read_file(source, limit=limit)
    return annotate(complete(report, language, published), prefer=prefer, tagger=tagger)


def complete(report: Report, language: str | None, published: str | None) -> Report:
    """Return ``report`` with the language and date that the user gives, which go before what it says itself.

    Raises:
        UsageError: ``language`` is no code or ``published`` is no date.
    """
    if language is not None:
        report = msgspec.structs.replace(report, language=check_language(language))
    if published is not None:
        report = msgspec.structs.replace(report, published=check_published(published))
    return report


def check_language(given: str) -> str:
    """Return the code of the folder that answers to ``given``, or ``given`` where it is a code that none answers to.

    Raises:
        UsageError: It does not look like a code of a language.
    """
    if not _CODE.fullmatch(given):
        raise UsageError(f"no code of a language: {given!r}; codes look like these: nb, da, sv")
    return to_folder(given)


def compare(
    *sources: Source,
    language: Given = None,
    published: Given = None,
    policy: str = "range",
    parties: str | None = None,
    brief_language: str | None = None,
    limit: int = LIMIT,
    progress: Callable[[int, int], None] | None = None,
    jobs: int | None = 1,
    tagger: str | None = None,
    wikidata: str | None = None,
) -> Dossier:
    """Read reports and return the dossier: their stories, facts, verdicts, origins and quotes.

    A source that cannot be read is a `Failure` of the dossier; the others go on.

    Args:
        sources: Files, folders (all text files in them), ``-`` for standard input, or reports.
        language: A code for all reports or for some by name; the others are identified.
        published: A date for all reports or for some by name, going before those in their headers.
        policy: How low, best and high of counts are drawn: ``range``, ``ucdp``, ``acled`` or ``ibc``.
        parties: Path of a file of parties of your own.
        brief_language: The language of the brief, by its code; that of the interface where it is None.
        limit: The number of bytes above which a file is refused.
        progress: Called with (number read, number of all) after each report.
        jobs: How many processes read where there are many reports; None for as many as there are processors.
        tagger: A tagger of your own for the names: an entry point, a spaCy pipeline, a folder with a model in ONNX.
        wikidata: Path of a file of names and their numbers in Wikidata (`link_wikidata`).

    Raises:
        UsageError: A file, tagger, language, date or policy that cannot be meant, or a name that no report has.
    """
    check_tagger(tagger)
    expanded = list(expand(sources))
    languages, dates = Options(language, "language"), Options(published, "published")
    for options in (languages, dates):
        options.check([source if isinstance(source, str) else source.source for source in expanded])
    reports = (_complete_one(source, languages, dates, limit) for source in expanded)
    readings, failures = _numbered(read_all(reports, jobs=jobs, tagger=tagger), len(expanded), progress)
    dossier: Dossier = import_module("twosource.corroborate").assemble(
        readings,
        failures,
        policy_name=policy,
        parties=parties,
        brief_language=brief_language,
        spread=partial(in_order, jobs=jobs),
    )
    return dossier if wikidata is None else _link_wikidata(dossier, wikidata)


def _numbered(
    found: Iterable[Reading | Failure], count: int, progress: Callable[[int, int], None] | None
) -> tuple[list[Reading], list[Failure]]:
    """Return the readings, numbered in their order, and the failures; tell ``progress`` of each of ``count``."""
    readings: list[Reading] = []
    failures: list[Failure] = []
    for number, one in enumerate(found, 1):
        if isinstance(one, Reading):
            report = msgspec.structs.replace(one.report, id=f"r{len(readings) + 1}")
            readings.append(msgspec.structs.replace(one, report=report))
        else:
            failures.append(one)
        if progress is not None:
            progress(number, count)
    return readings, failures


def _link_wikidata(dossier: Dossier, path: str) -> Dossier:
    """Return the dossier with the numbers of a user's file; what reads it is imported late."""
    link: Callable[[Dossier, str], Dossier] = import_module("twosource.link.wikidata").link_wikidata
    return link(dossier, path)


def read_all(
    reports: Iterable[Report | Failure], *, prefer: str = "past", jobs: int | None = 1, tagger: str | None = None
) -> Iterator[Reading | Failure]:
    """Yield the reading of each report in order, or the failure that stands for it.

    Args:
        reports: Reports, and the failures of those that could not be made.
        prefer: Which way a bare weekday or date leans, ``past`` (news) or ``future``.
        jobs: How many processes read where there are many reports; None for as many as there are processors.
        tagger: A tagger of the user's own for the names, by name or path.

    Raises:
        UsageError: There is no such tagger.
    """
    check_tagger(tagger)
    return in_order(partial(_annotate_one, prefer=prefer, tagger=tagger), reports, jobs=jobs)


def _annotate_one(report: Report | Failure, *, prefer: str, tagger: str | None = None) -> Reading | Failure:
    return annotate_safely(report, prefer=prefer, tagger=tagger) if isinstance(report, Report) else report


def _complete_one(source: str | Report | Failure, languages: Options, dates: Options, limit: int) -> Report | Failure:
    """Return the report of a source with what the user says of it, or the failure that says why there is none."""
    report = read_safely(source, limit=limit) if isinstance(source, str) else source
    if isinstance(report, Failure):
        return report
    return complete(report, languages.get(report.source), dates.get(report.source))


def expand(sources: Iterable[Source]) -> Iterator[str | Report | Failure]:
    """Yield the files, reports and failures that ``sources`` stand for, in order, each file once."""
    seen: set[str] = set()
    for source in sources:
        found = [source] if isinstance(source, Report | Failure) else find_files([source])
        for item in found:
            if not isinstance(item, str):
                yield item
            elif item not in seen:
                seen.add(item)
                yield item


def read_safely(source: str, *, limit: int = LIMIT) -> Report | Failure:
    """Return the report of a file, or the failure that says why there is none."""
    try:
        return read_file(source, limit=limit)
    except TwosourceError as error:
        return Failure(source, "ingest", str(error).removeprefix(f"{source}: "))


class Options:
    """What a user says of some or all reports: one value for all, or one for each by source or file name."""

    def __init__(self, given: Given, name: str) -> None:
        self._name = name
        self._said: Mapping[str, str] = {ALL: given} if isinstance(given, str) else dict(given or {})

    def get(self, source: str) -> str | None:
        """Return what is said of the report of ``source``, or None."""
        for name in (source, PurePath(source).name, ALL):
            if name in self._said:
                return self._said[name]
        return None

    def check(self, sources: Iterable[str]) -> None:
        """Check that each name is that of a report.

        Raises:
            UsageError: A name is that of none; the message lists those that there are.
        """
        known = {name: None for source in sources for name in (source, PurePath(source).name)}
        for name in self._said:
            if name != ALL and name not in known:
                raise UsageError(f"{self._name}: no report is called {name!r}; there are: {', '.join(known)}")
