"""How fast and how large: the whole command on one pair, and the reading of many reports.

Prints a line a measure.  Reports are the repository's own examples.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAIR = ROOT / "examples" / "viking-sky-2019-03"
COMMAND = [sys.executable, "-m", "twosource"]
COPIES = 50


def run(arguments: list[str], data: bytes = b"") -> tuple[float, float]:
    """Return the wall time in seconds and the peak memory in MB of one run of the command."""
    start = time.perf_counter()
    process = subprocess.Popen([*COMMAND, *arguments], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stdin is not None
    process.stdin.write(data)
    process.stdin.close()
    _, status, usage = wait_for(process)
    if status:
        raise SystemExit(f"twosource {' '.join(arguments)} failed")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def wait_for(process: subprocess.Popen[bytes]) -> tuple[int, int, resource.struct_rusage]:
    """Wait for a process and return what it used."""
    done = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(done[1])
    return done


def main() -> None:
    """Measure and print."""
    pair = [str(PAIR / "nb.txt"), str(PAIR / "da.txt")]
    runs = [run(["compare", "--format", "json", *pair]) for _ in range(7)]
    wall, memory = statistics.median(r[0] for r in runs), max(r[1] for r in runs)
    print(f"compare, one pair, start included: {wall:.2f} s, {memory:.0f} MB")

    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(ROOT.glob("examples/*/*.txt"))]
    known = [(code, text) for code, text in texts if code in ("da", "nb")]
    lines = [json.dumps({"id": str(n), "text": text, "language": code}) for n in range(COPIES) for code, text in known]
    words = sum(len(text.split()) for _, text in known) * COPIES
    empty, _ = run(["read", "--input", "jsonl", "--format", "jsonl", "--quiet"], lines[0].encode())
    wall, memory = run(["read", "--input", "jsonl", "--format", "jsonl", "--quiet"], "\n".join(lines).encode())
    rate = (words / 300) / max(wall - empty, 0.001)
    print(f"read, {len(lines)} reports, {words} words: {wall:.2f} s, {memory:.0f} MB")
    print(f"read, start left out: {rate:.0f} reports of 300 words a second")


if __name__ == "__main__":
    main()
