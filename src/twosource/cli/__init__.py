"""The command line: ``twosource compare | read | group | languages``.

Exit status: 0 with a result, 1 where no report could be read, 2 for wrong use.  Results go to standard output,
everything else to standard error.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from types import TracebackType

from twosource import __version__
from twosource.errors import LanguageError, TwosourceError, UsageError

UNREADABLE = 1
WRONG_USE = 2
COLLECT_AFTER = 1_000_000
"""New objects after which cycles are looked for: tables make many and no cycles, and looking costs time."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"twosource {__version__}\n")
        return
    sys.excepthook = tell_fault
    gc.set_threshold(COLLECT_AFTER)
    try:
        import_module("twosource.cli.app").app()
    except TwosourceError as error:
        sys.stderr.write(f"twosource: {error}\n")
        raise SystemExit(WRONG_USE if isinstance(error, UsageError | LanguageError) else UNREADABLE) from None
    except BrokenPipeError:
        import_module("twosource.cli.output").abandon()
        raise SystemExit(UNREADABLE) from None


def tell_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of a fault of the program in one line; its traceback comes where ``TWOSOURCE_DEBUG`` is set."""
    if os.environ.get("TWOSOURCE_DEBUG") or not issubclass(kind, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    sys.stderr.write(f"twosource: a fault of the program, please report it: {kind.__name__}: {error}\n")
    sys.stderr.write("twosource: TWOSOURCE_DEBUG=1 shows where\n")
