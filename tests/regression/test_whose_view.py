"""Where an authority at the head of a sentence ends, and small words that only sometimes name one."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.pipeline import annotate


def authorities(code: str, text: str) -> list[tuple[str, str]]:
    """Return whom a text names as authorities, each with the words that stand on it."""
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=code))
    return [(a.links[-1].name, reading.report.read(a.span)) for a in reading.attributions]


@pytest.mark.parametrize(
    ("code", "text", "name", "said"),
    [
        ("en", "According to police in Leeds there was no alarm.", "police in Leeds", "there was no alarm"),
        ("nl", "Volgens de politie in Utrecht er was geen alarm.", "politie in Utrecht", "er was geen alarm"),
        ("it", "Secondo la polizia di Bari si tratta di un guasto.", "polizia di Bari", "si tratta di un guasto"),
        ("it", "Per la procura di Bari la nave non si è fermata.", "procura di Bari", "la nave non si è fermata"),
        ("it", "Per gli inquirenti, i morti sono 40.", "inquirenti", "i morti sono 40"),
        ("es", "Para la Fiscalía, el hombre robó 40 coches.", "Fiscalía", "el hombre robó 40 coches"),
        ("fr", "Pour le parquet, l'homme a volé 40 voitures.", "parquet", "l'homme a volé 40 voitures"),
        ("pt", "Ficaram em segundo lugar, segundo a polícia.", "polícia", "Ficaram em segundo lugar"),
    ],
)
def test_the_authority_is_named_and_nothing_else(code: str, text: str, name: str, said: str):
    assert authorities(code, text) == [(name, said)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("it", "Per il governo il costo è di 40 milioni."),
        ("it", "Per gli studenti la retta sale del 3%."),
        ("es", "Para los jubilados, la pensión sube un 3%."),
        ("fr", "Pour les élèves, la cantine coûte 3 euros."),
        ("pt", "O clube ficou em segundo lugar."),
    ],
)
def test_what_is_told_for_somebody_is_not_his_view(code: str, text: str):
    assert authorities(code, text) == []
