"""Work spread over processes gives what one process gives."""

import os
from functools import partial

import pytest

from twosource.pipeline import compare
from twosource.processes import CHUNK, FEWEST, cores, in_order

TEXTS = (
    "Minst {} mennesker er døde etter raset i Narvik, opplyser politiet.\n\n– Vi leter videre, sier Kari Moe.\n",
    "Mindst {} mennesker er døde efter skredet i Narvik, oplyser politiet.\n\n- Vi leder videre, siger Kari Moe.\n",
)


def times(number: int, factor: int) -> tuple[int, int]:
    return number * factor, os.getpid()


def test_results_come_in_the_order_of_the_items():
    found = list(in_order(partial(times, factor=3), range(5 * FEWEST + 1), jobs=2))
    assert [number for number, _ in found] == [3 * n for n in range(5 * FEWEST + 1)]
    assert os.getpid() not in {process for _, process in found}


def test_a_process_is_given_so_many_at_once_as_are_asked_for():
    found = list(in_order(partial(times, factor=1), range(FEWEST + 1), jobs=2, chunk=FEWEST + 1))

    assert len({process for _, process in found}) == 1


@pytest.mark.parametrize(("count", "jobs"), [(FEWEST - 1, 2), (3 * FEWEST, 1), (0, 2)])
def test_few_items_or_one_job_stay_here(count, jobs):
    assert {process for _, process in in_order(partial(times, factor=1), range(count), jobs=jobs)} <= {os.getpid()}


def test_no_more_is_taken_ahead_than_the_processes_need():
    taken = []
    results = in_order(partial(times, factor=1), (taken.append(n) or n for n in range(100_000)), jobs=1)
    next(results)
    assert len(taken) == 1
    taken.clear()
    results = in_order(partial(times, factor=1), (taken.append(n) or n for n in range(100_000)), jobs=2)
    next(results)
    results.close()
    assert len(taken) < FEWEST + 20 * CHUNK


def test_there_is_a_processor():
    assert cores() >= 1


def test_many_processes_give_the_same_dossier(tmp_path):
    """Ids follow the order given, past what cannot be read, however many processes read."""
    for number in range(FEWEST + 4):
        (tmp_path / f"{number:02}.txt").write_text(TEXTS[number % 2].format(number // 2 + 3), encoding="utf-8")
    (tmp_path / "05.txt").write_bytes(b"\x00\x01\x02 no text")
    assert compare(str(tmp_path), jobs=2) == compare(str(tmp_path), jobs=1)
