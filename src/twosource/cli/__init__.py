"""The command line: ``twosource compare | read | group | languages``.

Exit status: 0 with a result, 1 where no report could be read, 2 for wrong use.  Results go to standard output,
everything else to standard error.
"""

from __future__ import annotations

import sys
from importlib import import_module

from twosource import __version__
from twosource.errors import LanguageError, TwosourceError, UsageError

UNREADABLE = 1
WRONG_USE = 2


def main() -> None:
    """Run the command line and leave with its exit status."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"twosource {__version__}\n")
        return
    try:
        import_module("twosource.cli.app").app()
    except TwosourceError as error:
        sys.stderr.write(f"twosource: {error}\n")
        raise SystemExit(WRONG_USE if isinstance(error, UsageError | LanguageError) else UNREADABLE) from None
    except BrokenPipeError:
        import_module("twosource.cli.output").abandon()
        raise SystemExit(UNREADABLE) from None
