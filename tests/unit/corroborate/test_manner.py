"""Manner: what a translation keeps of how words are put."""

import pytest

from twosource.corroborate.manner import form
from twosource.model import Report, Span


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "We will leave if they stay", {"condition"}),
        ("da", "Vi går, hvis de bliver", {"condition"}),
        ("de", "Wir gehen nicht", {"negation"}),
        ("es", "¿No lo sabe nadie?", {"negation", "question"}),
        ("nn", "Vi går", set()),
    ],
)
def test_form(code: str, text: str, expected: set[str]):
    report = Report(id="r", source="r", text=text, language=code)

    assert form(report, Span(0, len(text))) == expected
