"""Dossiers at the edges: nothing read, nothing found, far too much found."""

from __future__ import annotations

from twosource.model import Account, Dossier, Fact, Failure, Moment, Origin, Story, StoryReport, Utterance


def empty() -> Dossier:
    """Return a dossier in which no report could be read."""
    return Dossier("0.1.0", (), (), (Failure("gone.txt", "ingest", "no such file"),))


def bare() -> Dossier:
    """Return a story of one report with nothing found in it."""
    report = StoryReport("r1", "a.txt", "und", None, None, None)
    story = Story("s1", ("r1",), "Nothing", None, (), (), (), (), (), ())
    return Dossier("0.1.0", (report,), (story,), (), {"r1": "Nothing"})


def crowded(count: int = 60) -> Dossier:
    """Return a story with ``count`` facts, quotes and times of one report."""
    text = "\n".join(f"Sætning nummer {n} siger noget." for n in range(count))
    starts = [text.index(f"nummer {n} ") for n in range(count)]
    facts = tuple(
        Fact(
            id=f"f{n}",
            kind="event",
            concept="statement",
            question=f"Question {n}?",
            accounts=(Account("r1", at, at + 8, text[at : at + 8]),),
            verdict="single",
            readings=(),
            origins=(Origin(None, (), (0,)),),
            independent_origins=0,
            two_source_rule="cannot_tell",
        )
        for n, at in enumerate(starts)
    )
    told = tuple(Utterance("r1", at, at + 8, text[at : at + 8], True, "dash", None, None, None) for at in starts)
    days = tuple(
        Moment("r1", at, at + 8, text[at : at + 8], f"20{n:02}-01-01", None, "day") for n, at in enumerate(starts)
    )
    report = StoryReport("r1", "a.txt", "da", "2021-03-07", None, None)
    story = Story("s1", ("r1",), "Many", "2021-03-07", (), facts, told, days, (), ())
    return Dossier("0.1.0", (report,), (story,), (), {"r1": text})
