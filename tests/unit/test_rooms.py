"""The order of the rooms: each imports the rooms before it, the records and the errors, and nothing else of ours."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import twosource

ROOT = Path(twosource.__file__).parent
GROUND = {"errors", "model"}
"""What every room may import; ``language`` and ``data`` hold tables, which belong to no one room."""

ORDER = (
    "language",
    "ingest",
    "annotate",
    "link",
    "stories",
    "corroborate",
    "store",
    "render",
    "processes",
    "pipeline",
    "serve",
    "cluster",
    "cli",
)
MODULES = sorted(ROOT.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """Yield the room of each of our modules that a file imports, by statement or by `import_module`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module] if node.module != "twosource" else [f"twosource.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module":
            names = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        yield from (name.split(".")[1] for name in names if name.startswith("twosource."))


def test_every_room_has_its_place():
    rooms = {room_of(path) for path in MODULES} - {"__init__", "__main__", *GROUND}
    assert rooms <= set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path):
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    before = set(ORDER[: ORDER.index(room)]) if room in ORDER else set()
    allowed = GROUND | before | {room, "__version__"}

    assert set(imports_of(path)) <= (allowed if room not in GROUND else {*GROUND, "__version__"})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_relative_imports(path: Path):
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    assert not any(isinstance(node, ast.ImportFrom) and node.level for node in nodes)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path):
    text = path.read_text(encoding="utf-8")
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert len(text.splitlines()) <= 400
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 50] == []
