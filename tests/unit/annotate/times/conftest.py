"""What the tests of times share: reading a text with one language's tables."""

from collections.abc import Callable

import pytest

from twosource.annotate.blocks import find_blocks
from twosource.annotate.draft import Draft
from twosource.annotate.sentences import find_sentences
from twosource.annotate.times import find_times
from twosource.language.tables import load_or_generic
from twosource.model import Report

Read = Callable[..., Draft]


@pytest.fixture
def read() -> Read:
    """Read a text as far as its times."""

    def run(text: str, language: str, published: str | None = None, prefer: str = "past") -> Draft:
        report = Report(id="r", source="test", text=text, language=language, published=published)
        draft = Draft(report=report, language=load_or_generic(language), prefer=prefer)
        draft.blocks = list(find_blocks(draft))
        draft.sentences = list(find_sentences(draft))
        draft.times = list(find_times(draft))
        return draft

    return run
