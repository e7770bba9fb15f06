"""Work spread over processes: the same results in the same order as in one, sooner where there is much to do."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")
FEWEST = 32
"""With fewer items starting processes, each with tables of its own, costs more than it gives."""
CHUNK = 8
"""So many items go to a process at once."""
AHEAD = 4
"""So many chunks a process are taken from the items before their results are asked for."""


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int | None = None,
    fewest: int = FEWEST,
    chunk: int = CHUNK,
) -> Iterator[Result]:
    """Yield what ``work`` returns for each item, in the order of the items.

    Args:
        work: A function of a module, or a partial of one; it and its items and results must be picklable.
        items: What to work on; they are taken as they are needed, a few ahead.
        jobs: How many processes; all processors where it is None.  With one, or few items, this one does the work.
        fewest: The number of items from which on processes are started.
        chunk: So many items go to a process at once.
    """
    jobs = cores() if jobs is None else jobs
    items = iter(items)
    if jobs > 1 and len(first := list(islice(items, fewest))) == fewest:
        yield from _spread(work, chain(first, items), jobs, chunk)
    elif jobs > 1:
        yield from map(work, first)
    else:
        yield from map(work, items)


def _spread(work: Callable[[Item], Result], items: Iterator[Item], jobs: int, chunk: int) -> Iterator[Result]:
    """Yield the results of the items from a pool of processes."""
    pool: ProcessPoolExecutor = import_module("concurrent.futures").ProcessPoolExecutor(jobs)
    whole = partial(_all, work)
    waiting: deque[Future[list[Result]]] = deque()
    try:
        while some := list(islice(items, chunk)):
            waiting.append(pool.submit(whole, some))
            if len(waiting) > jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _all(work: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [work(item) for item in items]
