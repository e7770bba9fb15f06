"""Make ``gazetteers/countries.toml`` from the territory names of Unicode CLDR: ``python -m training.countries``.

CLDR comes with Babel (Unicode licence v3).  Forms that CLDR lacks stand in ``gazetteers/exonyms.toml``.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

LANGUAGES = ("da", "nb", "nn", "sv", "de", "en", "es", "fr", "nl", "it", "pt", "fi", "pl", "is")
TARGET = Path(__file__).parent / "gazetteers" / "countries.toml"
HEAD = "# Source: territory names of Unicode CLDR (Unicode licence v3); made by `python -m training.countries`.\n"


def names() -> list[str]:
    """Return the names of all states and territories in all languages, sorted; continents are left out."""
    found = set()
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code.isalpha() and code not in ("ZZ", "EU", "EZ", "UN", "QO", "XA", "XB"):
                found.add(name.replace(",", "").split(" (")[0].replace("’", "'"))
    return sorted(found)


def main() -> None:
    """Write the list, a few names a line."""
    lines, line = [], ""
    for name in names():
        if len(line) + len(name) > 108:
            lines.append(line)
            line = ""
        line += name + ", "
    body = "\n".join([*lines, line])
    TARGET.write_text(f'{HEAD}\n[[list]]\nclass = "country"\nentries = """\n{body}\n"""\n', encoding="utf-8")


if __name__ == "__main__":
    main()
