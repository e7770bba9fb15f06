"""What politics, business, work, sport, culture, science and society report most: every language words it."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.annotate import read_report
from twosource.language.tables import read_toml
from twosource.model import Report

TOLD = [
    pytest.param(row["id"], code, text, id=f"{row['id']}-{code}-{number}")
    for row in read_toml(Path(__file__).parent / "public_life.toml")["concept"]
    for code, texts in row.items()
    if isinstance(texts, list)
    for number, text in enumerate(texts)
]


@pytest.mark.parametrize(("concept", "code", "text"), TOLD)
def test_the_happening_is_found(concept: str, code: str, text: str) -> None:
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))

    assert concept in {happening.concept for happening in reading.happenings}


COUNTED = [
    ("en", "sell", "EUR", "The group sold its shipping division for 300 million euros."),
    ("da", "sell", "EUR", "Koncernen solgte sin skibsdivision for 300 millioner euro."),
    ("de", "sell", "EUR", "Der Konzern verkaufte die Sparte für 300 Millionen Euro."),
    ("en", "petition", "person", "More than 40,000 people signed the petition."),
    ("nb", "petition", "person", "Over 40.000 personer har skrevet under på oppropet."),
    ("es", "petition", "person", "Más de 40.000 personas han firmado la petición."),
    ("de", "export", "percent", "Die Exporte sanken im März um 6 Prozent."),
    ("nb", "stake", "percent", "Fondet har kjøpt en eierandel på 12 prosent i banken."),
    ("da", "forecast", "percent", "Nationalbanken sænkede sin vækstprognose til 1,2 procent."),
    ("sv", "dividend", "SEK", "Styrelsen föreslår en utdelning på 4 kronor per aktie."),
    ("de", "pardon", "person", "Der Präsident begnadigte 30 Häftlinge."),
    ("en", "order", "item", "The yard won a contract for 4 ferries."),
    ("sv", "build", "item", "Kommunen ska bygga 3 000 bostäder."),
    ("de", "transfer", "EUR", "Die Ablösesumme beträgt 20 Millionen Euro."),
]


@pytest.mark.parametrize(("code", "concept", "unit", "text"), COUNTED)
def test_what_it_counts_or_costs_is_found(code: str, concept: str, unit: str, text: str) -> None:
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))

    assert (concept, unit) in {(figure.concept, figure.unit) for figure in reading.figures}


def test_a_half_of_a_match_counts_nothing() -> None:
    text = "He scored 2 goals in the second half."
    reading = read_report(Report(id="r", source="r", text=text, language="en", published="2021-03-04"))

    assert [reading.report.read(figure.span) for figure in reading.figures] == ["2"]
