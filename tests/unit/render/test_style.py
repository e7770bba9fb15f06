"""The page's colours can be read in both dresses."""

import re
from pathlib import Path

import pytest

import twosource.render

SHEET = (Path(twosource.render.__file__).parent / "templates" / "dossier.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#\w{6})", part)) for part in SHEET.split("prefers-color-scheme: dark")[:2]
)
PAIRS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "chip"),
    ("soft", "paper"),
    ("soft", "card"),
    ("link", "paper"),
    ("link", "card"),
    ("link", "chip"),
    ("lit-ink", "lit"),
    *((name, f"{name}-tint") for name in ("conflict", "compatible", "single", "agree")),
    *((name, "card") for name in ("conflict", "compatible", "single", "agree")),
    *(("ink", f"{name}-tint") for name in ("conflict", "compatible", "single", "agree")),
]


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("dress", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_words_stand_out_from_what_is_behind_them(dress: dict[str, str], front: str, back: str) -> None:
    """WCAG 2.2, level AA: at least 4.5 to 1."""
    lighter, darker = sorted((luminance(dress[front]), luminance(dress[back])), reverse=True)

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_the_style_sheet_loads_nothing() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET
    assert "</" not in SHEET
