"""What is worked out once a word and looked up from then on: most words of a text have been met before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

LONGEST = 80
"""No word of a table is longer; of longer words of a text only so much is looked at."""
MOST = 20_000
Value = TypeVar("Value")


class Remembered(dict[str, Value]):
    """What a function says of a word, by word; ``remembered[word]`` works it out where the word is new.

    Looking up a known word costs no call of Python code.  No more than ``most`` words are kept, and none that is longer
    than any word of a table, so that no text makes it grow without bound.
    """

    def __init__(self, work: Callable[[str], Value], most: int = MOST) -> None:
        super().__init__()
        self._work = work
        self._most = most

    def __missing__(self, word: str) -> Value:
        """Return what the function says of a new word, and keep it."""
        found = self._work(word)
        if len(word) <= LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = found
        return found
