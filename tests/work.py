"""How much work a function does, counted and not timed: the calls that it makes, in Python and in C."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(function: Callable[[], object]) -> int:
    """Return how many calls ``function`` makes while it runs."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


def grows_no_faster_than(work: Callable[[int], object], size: int, *, times: int = 4, slack: float = 1.5) -> bool:
    """Tell whether ``times`` the size makes no more than ``slack`` times as many calls as in proportion.

    What is set up once (tables) is done before counting, on another size, so that no cache knows the text.
    """
    work(size // 2)
    small = calls(lambda: work(size))
    return calls(lambda: work(size * times)) <= small * times * slack + 1_000
