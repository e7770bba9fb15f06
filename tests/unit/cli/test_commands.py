"""What the commands promise: results on standard output, the rest on standard error, and the exit status."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from twosource import __version__
from twosource.cli import main, tell_fault

NB = """ date 2021-03-06 Brann i Bodø

Minst 12 personer ble evakuert etter en brann i Bodø lørdag, opplyser politiet.

– Alle er i sikkerhet, sier ordfører Kari Berg til NRK.

(NTB)
"""
DA = """ date 2021-03-06 Brand i norsk by

Mindst 12 personer blev evakueret efter en brand i den norske by Bodø lørdag, oplyser politiet.

/ritzau/
"""


class Done(NamedTuple):
    returncode: int
    stdout: bytes
    stderr: bytes


def run(*arguments: str, data: bytes = b"") -> Done:
    """Run the command line in this process."""
    streams = {"stdin": io.BytesIO(data), "stdout": io.BytesIO(), "stderr": io.BytesIO()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["twosource", *arguments])
        for name, stream in streams.items():
            patch.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", write_through=True))
        try:
            main()
            status = 0
        except SystemExit as leave:
            status = int(leave.code or 0)
        out, err = streams["stdout"].getvalue(), streams["stderr"].getvalue()
    return Done(status, out, err)


def start(*arguments: str, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "twosource", *arguments],
        input=data,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=60,
    )


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "nb.txt").write_text(NB, encoding="utf-8")
    (tmp_path / "da.txt").write_text(DA, encoding="utf-8")
    return str(tmp_path / "nb.txt"), str(tmp_path / "da.txt")


@pytest.mark.parametrize("arguments", [["--version"], ["--quiet-not-there"], []])
def test_no_command(arguments: list[str]):
    done = run(*arguments)
    assert done.returncode == (0 if arguments == ["--version"] else 2)
    assert b"Traceback" not in done.stderr


def test_version():
    assert start("--version").stdout.decode() == f"twosource {__version__}\n"


def test_compare_gives_the_dossier_as_json(pair: tuple[str, str]):
    done = run("compare", *pair, "--format", "json")

    assert (done.returncode, done.stderr) == (0, b"")
    dossier = json.loads(done.stdout)
    assert {"twosource", "reports", "stories", "failures"} <= set(dossier)
    assert [(r["id"], r["source"], r["language"], r["published"]) for r in dossier["reports"]] == [
        ("r1", pair[0], "nb", "2021-03-06"),
        ("r2", pair[1], "da", "2021-03-06"),
    ]
    texts = {"r1": NB, "r2": DA}
    accounts = [a for s in dossier["stories"] for f in s["facts"] for a in f["accounts"]]
    assert accounts
    assert all(texts[a["report"]][a["start"] : a["end"]] == a["text"] for a in accounts)


@pytest.mark.parametrize("format", ["terminal", "html", "csv", "markdown"])
def test_compare_writes_every_format(pair: tuple[str, str], format: str):
    done = run("compare", *pair, "--format", format)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.strip()


def test_the_ending_of_the_output_chooses_the_format(pair: tuple[str, str], tmp_path: Path):
    done = run("compare", *pair, "--output", str(tmp_path / "out.json"))

    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["reports"]


def test_an_output_that_is_a_report_is_refused(pair: tuple[str, str]):
    done = run("compare", *pair, "--output", pair[0])

    assert done.returncode == 2
    assert Path(pair[0]).read_text(encoding="utf-8") == NB


def test_a_folder_and_standard_input(pair: tuple[str, str]):
    done = run("compare", str(Path(pair[0]).parent), "-", "--format", "json", data=DA.encode())
    assert [r["source"] for r in json.loads(done.stdout)["reports"]] == [pair[1], pair[0], "-"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(pair: tuple[str, str], tmp_path: Path):
    (tmp_path / "bad.bin").write_bytes(bytes(range(256)))
    done = run("compare", pair[0], str(tmp_path / "bad.bin"), str(tmp_path / "none.txt"), "--format", "json")

    assert done.returncode == 0
    dossier = json.loads(done.stdout)
    assert [Path(f["source"]).name for f in dossier["failures"]] == ["bad.bin", "none.txt"]
    assert b"2 of 3 reports could not be read" in done.stderr


def test_quiet_says_nothing_while_there_is_a_result(pair: tuple[str, str]):
    assert run("compare", pair[0], "/none", "--format", "json", "--quiet").stderr == b""


@pytest.mark.parametrize("format", ["terminal", "json", "html", "csv", "markdown"])
def test_no_report_at_all_is_status_1(tmp_path: Path, format: str):
    done = run("compare", str(tmp_path / "none.txt"), "--format", format)

    assert done.returncode == 1
    assert b"no such file" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "pdf"],
        ["--policy", "none"],
        ["--language", "nonsense!"],
        ["--language", "other.txt=nb"],
        ["--language", "=nb"],
        ["--published", "yesterday"],
        ["--published", "nb.txt=2020-13"],
        ["--only", "nothing-like-this"],
        ["--output", "/nowhere/at/all.json"],
        ["--limit", "0"],
    ],
)
def test_wrong_use_is_status_2(pair: tuple[str, str], arguments: list[str]):
    done = run("compare", *pair, *arguments)

    assert done.returncode == 2
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_given_languages_and_dates_go_first(pair: tuple[str, str]):
    given = ["--language", "nb.txt=da", "--published", "nb.txt=2020-08-15", "--published", "2020-09"]
    reports = json.loads(run("compare", *pair, *given, "--format", "json").stdout)["reports"]
    assert [(r["language"], r["published"]) for r in reports] == [("da", "2020-08-15"), ("da", "2020-09")]


def test_limit_refuses_large_reports(tmp_path: Path):
    (tmp_path / "big.txt").write_text("Det brant. " * 100_000, encoding="utf-8")
    assert b"more than 1000000 bytes" in run("compare", str(tmp_path / "big.txt"), "--limit", "1").stderr


@pytest.mark.parametrize(("wish", "colored"), [("auto", False), ("always", True), ("never", False)])
def test_color(pair: tuple[str, str], wish: str, colored: bool):
    assert (b"\x1b[" in run("compare", *pair, "--color", wish).stdout) is colored


def test_read_lines_to_lines():
    data = json.dumps({"id": "a", "text": NB, "published": "2021-03-10"}).encode() + b"\n{\n\n"
    done = run("read", "--input", "jsonl", "--format", "jsonl", data=data)

    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert (first["id"], first["language"], first["failures"]) == ("a", "nb", [])
    assert second["id"] == 2
    assert second["failures"][0]["source"] == "-:2"
    assert set(first) == set(second)


def test_read_gives_every_list_of_the_contract(pair: tuple[str, str]):
    (line,) = run("read", pair[0], "--format", "jsonl").stdout.splitlines()
    reading = json.loads(line)

    kinds = ("blocks", "names", "times", "figures", "quotes", "happenings", "credits", "failures")
    assert set(kinds) <= set(reading)
    for kind in kinds[:-1]:
        assert reading[kind], kind
        assert all(NB[i["start"] : i["end"]] == i.get("text", NB[i["start"] : i["end"]]) for i in reading[kind])


def test_read_on_the_terminal(pair: tuple[str, str]):
    assert "Bodø" in run("read", pair[0]).stdout.decode()


@pytest.mark.parametrize(("prefer", "day"), [("past", "2021-03-06"), ("future", "2021-03-13")])
def test_prefer_says_which_way_a_weekday_leans(prefer: str, day: str):
    data = json.dumps({"id": 1, "text": "Lørdag.", "language": "nb", "published": "2021-03-10"}).encode()
    done = run("read", "--input", "jsonl", "--format", "jsonl", "--prefer", prefer, data=data)
    assert [t["edtf"] for t in json.loads(done.stdout)["times"]] == [day]


def test_read_of_nothing_is_status_1():
    done = run("read", "--input", "jsonl", "--format", "jsonl")
    assert (done.returncode, done.stdout) == (1, b"")


def test_a_reader_that_goes_away_is_no_crash():
    lines = b"".join(json.dumps({"id": n, "text": "Han kom lørdag. " * 50}).encode() + b"\n" for n in range(200))
    process = subprocess.Popen(
        [sys.executable, "-m", "twosource", "read", "--input", "jsonl", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin and process.stdout and process.stderr
    with contextlib.suppress(BrokenPipeError), process.stdin:
        process.stdin.write(lines[:8_000])
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(lines[8_000:])
    with process.stderr:
        assert b"Traceback" not in process.stderr.read()
    assert process.wait(60) in (0, 1)


def test_group_gives_a_story_for_each_report():
    rows = [
        {"id": "x", "text": NB, "language": "nb"},
        {"id": "y", "text": DA, "language": "da"},
        {"id": "x2", "title": "Renten heves", "text": "Norges Bank hever renten til 4,5 prosent.", "language": "nb"},
    ]
    data = "\n".join(map(json.dumps, rows)).encode() + b"\n[]"
    done = run("group", "--input", "jsonl", "--format", "jsonl", data=data)

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [line["id"] for line in lines] == ["x", "y", "x2", 4]
    assert lines[0]["story"] == lines[1]["story"] != lines[2]["story"]
    assert all("copy_of" in line for line in lines)
    assert lines[3]["failures"]


def test_pairs_get_a_probability():
    same = {
        "id": "p",
        "left": {"id": 1, "text": NB, "language": "nb"},
        "right": {"id": 2, "text": DA, "language": "da"},
    }
    other = {"id": "q", "left": {"id": 1, "text": NB}, "right": {"id": 2, "title": "Renten heves igjen", "text": ""}}
    done = run("group", "--pairs", data="\n".join(map(json.dumps, (same, other))).encode())

    first, second = map(json.loads, done.stdout.splitlines())
    assert 0 <= second["same_event"] < 0.5 < first["same_event"] <= 1


def test_languages_prints_the_matrix():
    rows = json.loads(run("languages", "--format", "json").stdout)
    assert {"da", "nb", "und"} <= {row["code"] for row in rows}
    assert "Danish" in run("languages").stdout.decode()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_terminal(pair: tuple[str, str], encoding: str):
    done = start("compare", *pair, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", [[], ["compare"], ["read"], ["group"], ["languages"]])
def test_help(command: list[str]):
    done = run(*command, "--help")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("heavy", ["rich", "twosource.pipeline", "numpy"])
def test_the_version_loads_little(heavy: str):
    start = "import sys; sys.argv = ['x', '--version']; from twosource.cli import main; main()"
    program = f"{start}; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize(("debug", "traced"), [("", False), ("1", True)])
def test_a_fault_is_told_in_a_line(
    debug: str, traced: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("TWOSOURCE_DEBUG", debug)
    try:
        raise KeyError("x")
    except KeyError as error:
        tell_fault(KeyError, error, error.__traceback__)

    told = capsys.readouterr().err
    assert "KeyError: 'x'" in told
    assert ("Traceback" in told) is traced
