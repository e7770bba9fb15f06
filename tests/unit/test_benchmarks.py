"""The benchmarks run: what they measure is not asked here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[2] / "bench"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a benchmark with this interpreter."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=BENCH.parent, check=False)


def test_the_tables_of_every_language_are_timed():
    done = run(str(BENCH / "speed.py"), "--only", "tables")

    assert done.returncode == 0, done.stderr
    assert "  da " in done.stdout


def test_every_report_is_read_whole_and_cut_off(tmp_path: Path):
    rows = [{"text": "Two boats sank off Vik on Monday, the police said.", "language": "en"}, {"title": "No text"}]
    file = tmp_path / "reports.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))

    done = run(str(BENCH / "readable.py"), str(file))

    assert (done.returncode, done.stdout) == (0, "reports read 2 of 2\n")
