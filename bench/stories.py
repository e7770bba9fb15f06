"""Measure the grouping of a stream: reports a second, memory, and the cost of a report as the stream grows.

    python bench/stories.py [10000 100000 1000000]     the sizes; without any, the first two

The stream is made here, the same each time (seed 7).  A report has a title of 6 to 12 words and a text of about 300,
as agency reports have.  Its words are drawn by Zipf's law from 60,000 invented words; a story has 30 words, 4 names of
persons and 2 of places of its own, out of 40,000 and 3,000 names that stories share, and each report of it takes three
in ten of its words from there.  10,000 reports a day come in; one in three is alone, the others belong to stories of
2 to some 200 reports (a Pareto tail), which burst: half of a story's reports come within its first half day, the
rest over three days.  Besides speed the run shows how well the stories are found (BCubed), to see that the speed is
not that of doing nothing.  All is done in one process; `twosource group` sketches in several where it may.  A long run
prints what its latest 50,000 reports cost each time, so that growth is seen even of a run that is stopped.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate

import numpy as np

from twosource.model import Report
from twosource.stories.running import Running

SIZES = (10_000, 100_000)
STEP = 50_000
"""Reports whose cost is printed as a long run goes on."""
A_DAY = 10_000
WORDS, PERSONS, PLACES = 60_000, 40_000, 3_000
START = datetime(2026, 1, 1)
SYLLABLES = [c + v for c in "bdfghklmnprstv" for v in "aeiou"]


def make_word(number: int) -> str:
    """Return an invented word, another for each number."""
    letters = []
    number += len(SYLLABLES)
    while number:
        number, rest = divmod(number, len(SYLLABLES))
        letters.append(SYLLABLES[rest])
    return "".join(letters)


class Maker:
    """Makes the stream, a day at a time."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        self.words = [make_word(n) for n in range(WORDS)]
        self.weights = np.array(list(accumulate(1 / (n + 2.7) for n in range(WORDS))))
        self.persons = [make_word(WORDS + n).capitalize() for n in range(PERSONS)]
        self.places = [make_word(WORDS + PERSONS + n).capitalize() for n in range(PLACES)]
        self.stories = 0

    def draw(self, count: int) -> list[str]:
        """Return so many words, as ``random.choices`` draws them by weight, but sooner."""
        chance = self.random.random
        drawn = np.array([chance() for _ in range(count)]) * self.weights[-1]
        return [self.words[place] for place in np.searchsorted(self.weights[:-1], drawn, side="right").tolist()]

    def day(self, number: int, size: int) -> Iterator[tuple[int, datetime, list[str]]]:
        """Yield (story, time, the story's own words) of the reports of stories that begin on a day."""
        left = size
        while left > 0:
            self.stories += 1
            count = 1 if self.random.random() < 0.5 else min(200, int(1 + self.random.paretovariate(1.1)))
            own = self.random.choices(self.words, k=30) + self.random.sample(self.persons, 4) * 3
            own += self.random.sample(self.places, 2) * 3
            begin = START + timedelta(days=number + self.random.random())
            for _ in range(min(count, left)):
                hours = self.random.expovariate(1 / 6) if self.random.random() < 0.5 else self.random.uniform(0, 72)
                yield self.stories, begin + timedelta(hours=hours), own
            left -= count

    def report(self, story: int, when: datetime, own: list[str], id: str) -> tuple[int, Report]:
        """Return one report with its story."""
        length = self.random.randint(200, 400)
        words = self.draw(length)
        chance, many = self.random.random, len(own)
        for place in range(0, length, 10):
            words[place : place + 3] = [own[int(chance() * many)] for _ in range(3)]
        title = " ".join([own[int(chance() * many)] for _ in range(5)] + self.draw(4))
        stamp = when.isoformat(timespec="minutes")
        return story, Report(id=id, source=id, text=" ".join(words), title=title, language="en", published=stamp)

    def stream(self, size: int) -> Iterator[tuple[int, Report]]:
        """Yield reports with their stories, nearly in the order of time (a day's stories are mixed)."""
        made, day = 0, 0
        while made < size:
            planned = list(self.day(day, min(A_DAY, size - made)))
            self.random.shuffle(planned)
            planned.sort(key=lambda item: item[1])
            for story, when, own in planned:
                yield self.report(story, when, own, str(made))
                made += 1
            day += 1


def bcubed(gold: Sequence[int], said: Sequence[str]) -> float:
    """Return the BCubed F1 of what was said against what is so."""
    g, s, both = Counter(gold), Counter(said), Counter(zip(gold, said, strict=True))
    precision = sum(n * n / s[b] for (_, b), n in both.items()) / len(gold)
    recall = sum(n * n / g[a] for (a, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


class Meter:
    """Counts reports and the processor time that they cost, and prints what the latest of them cost."""

    def __init__(self) -> None:
        self.count, self.spent = 0, 0.0
        self._count, self._spent = 0, 0.0

    def tell(self) -> None:
        """Print the cost of the reports since it was last told, where they are `STEP` or more."""
        count = self.count - self._count
        if count < STEP:
            return
        each = 1e6 * (self.spent - self._spent) / count
        write(f"  up to {self.count}: {each:.0f} us each, {megabytes():.0f} MB")
        self._count, self._spent = self.count, self.spent


def measure(size: int) -> tuple[float, float, float]:
    """Group a stream; return reports a second (of processor time, making them left out), megabytes at most, BCubed."""
    running, gold, said, meter = Running(), [], [], Meter()
    for story, report in Maker().stream(size):
        gold.append(story)
        begin = time.process_time()
        lines = running.add(report, report.id)
        meter.spent += time.process_time() - begin
        meter.count += 1
        said += [line.story for line in lines]
        if lines:
            meter.tell()
    begin = time.process_time()
    said += [line.story for line in running.finish()]
    meter.spent += time.process_time() - begin
    return size / meter.spent, megabytes(), bcubed(gold, said)


def megabytes() -> float:
    """Return how much memory this process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def write(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> None:
    """Measure each size and print a line for it."""
    write("one process, processor time")
    for size in [int(argument) for argument in arguments] or SIZES:
        speed, memory, quality = measure(size)
        write(f"{size} reports: {speed:.0f} a second, {1e6 / speed:.0f} us each, {memory:.0f} MB, BCubed {quality:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
