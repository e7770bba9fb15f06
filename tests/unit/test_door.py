"""The public door: few names, sorted, each with its promise, and quick to open."""

import subprocess
import sys

import pytest

import twosource
from twosource import errors


def test_names_are_few_and_sorted():
    assert twosource.__all__ == sorted(twosource.__all__)
    assert len(twosource.__all__) <= 30


@pytest.mark.parametrize("name", twosource.__all__)
def test_every_name_is_there_and_documented(name: str):
    assert getattr(twosource, name).__doc__


def test_nothing_else_answers():
    assert not hasattr(twosource, "nothing")
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = twosource.nothing


def test_dir_lists_the_names():
    assert set(twosource.__all__) <= set(dir(twosource))


@pytest.mark.parametrize(
    "heavy", ["numpy", "pycrfsuite", "rich", "typer", "jinja2", "msgspec", "rapidfuzz", "anyascii"]
)
def test_opening_the_door_loads_nothing_heavy(heavy: str):
    program = f"import sys, twosource; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_every_error_is_in_the_tree_of_its_docstring():
    ours = [n for n, e in vars(errors).items() if isinstance(e, type) and issubclass(e, Exception)]
    drawn = errors.__doc__ or ""

    assert [name for name in ours if name not in drawn] == []
    assert all(issubclass(getattr(errors, name), errors.TwosourceError) for name in ours)
