"""twosource: which facts of the news stand on how many independent sources.

    dossier = twosource.compare("nb.txt", "da.txt")
    reading = twosource.read("nb.txt")

Everything else is reached from the records that these two return.  Each name is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.errors import IngestError, LanguageError, TwosourceError, Unsupported, UsageError
    from twosource.ingest import make_report
    from twosource.model import (
        Account,
        Attribution,
        Block,
        Credit,
        Dossier,
        Entity,
        Fact,
        Failure,
        Figure,
        Happening,
        Link,
        Name,
        Quote,
        Reading,
        Reason,
        Report,
        Sentence,
        Span,
        Story,
        When,
    )
    from twosource.pipeline import compare, read

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Attribution",
    "Block",
    "Credit",
    "Dossier",
    "Entity",
    "Fact",
    "Failure",
    "Figure",
    "Happening",
    "IngestError",
    "LanguageError",
    "Link",
    "Name",
    "Quote",
    "Reading",
    "Reason",
    "Report",
    "Sentence",
    "Span",
    "Story",
    "TwosourceError",
    "Unsupported",
    "UsageError",
    "When",
    "compare",
    "make_report",
    "read",
]

_HOME = {
    "compare": "twosource.pipeline",
    "read": "twosource.pipeline",
    "make_report": "twosource.ingest",
} | dict.fromkeys(("IngestError", "LanguageError", "TwosourceError", "Unsupported", "UsageError"), "twosource.errors")


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'twosource' has no attribute {name!r}")
    found: object = getattr(import_module(_HOME.get(name, "twosource.model")), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
