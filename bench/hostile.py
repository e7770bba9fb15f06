"""What a report of nothing but one thing costs: a megabyte of quote marks, dashes, numbers, capitals, one long word.

Prints seconds of processor time and megabytes for half a megabyte and for a whole one, each read in a process of its
own: what is linear takes twice as long.  ``--size`` sets the number of characters.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time

from twosource.ingest.text import make_report
from twosource.pipeline import annotate

ROWS = {
    **{f"mark {mark}": mark for mark in "\"'«»„“”‚‘’‹›–—-()[]{}"},
    **{f"mark {mark} and space": f"{mark} " for mark in '"«–('},
    "line feeds": "\n",
    "spaces": " ",
    "digits": "7",
    "digits and spaces": "7 ",
    "clock times": "12:30 ",
    "capitals": "A",
    "capitals and spaces": "A ",
    "one word": "a",
    "lines of a dash": "– \n",
}
GOAL_SECONDS, GOAL_MEGABYTES = 10, 500


def cost(row: str, size: int) -> tuple[float, float]:
    """Return the seconds and megabytes that one text takes, read in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        report = make_report((row * (size // len(row) + 1))[: size - 1] + "x", source="hostile")
        start = time.process_time()
        annotate(report)
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(writing, f"{time.process_time() - start} {used}".encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    seconds, used = os.read(reading, 100).split()
    os.close(reading)
    return float(seconds), float(used)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000)
    size = parser.parse_args().size
    annotate(make_report("Politiet i Oslo sier at to personer er skadd lørdag.", source="warming"))
    print(f"{size} characters of: seconds for half, for all; MB (goals: {GOAL_SECONDS} s, {GOAL_MEGABYTES} MB)")
    for name, row in ROWS.items():
        half, _ = cost(row, size // 2)
        whole, used = cost(row, size)
        over = "  over" if whole > GOAL_SECONDS or used > GOAL_MEGABYTES else ""
        sys.stdout.write(f"  {name:<22}{half:>8.2f}{whole:>8.2f} s{used:>7.0f} MB{over}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
