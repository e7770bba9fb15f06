"""What is not planned is denied; an article is no negation."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.pipeline import annotate

UNPLANNED = {
    "da": "Evakuering af øen er ikke planlagt, siger borgmesteren.",
    "de": "Eine Evakuierung der Stadt ist nicht geplant, sagte der Bürgermeister.",
    "en": "An evacuation of the town is not planned, the mayor said.",
    "es": "No está prevista la evacuación de la ciudad, dijo el alcalde.",
    "fi": "Kaupungin evakuointi ei ole suunnitteilla, pormestari sanoi.",
    "fr": "Une évacuation de la ville n'est pas prévue, a dit le maire.",
    "is": "Rýming bæjarins er ekki fyrirhuguð, sagði bæjarstjórinn.",
    "it": "Non è prevista l'evacuazione della città, ha detto il sindaco.",
    "nb": "Evakuering av byen er ikke planlagt, sier ordføreren.",
    "nl": "Een evacuatie van de stad is niet gepland, zei de burgemeester.",
    "pl": "Ewakuacja miasta nie jest planowana, powiedział burmistrz.",
    "pt": "Não está prevista a evacuação da cidade, disse o presidente da câmara.",
    "ru": "Эвакуация жителей не планируется, сказал мэр.",
    "sv": "Någon evakuering av staden är inte planerad, säger borgmästaren.",
    "uk": "Евакуація міста не планується, сказав мер.",
}


def polarities(code: str, text: str, concept: str) -> set[str]:
    """Return what a text says of the happenings of a concept: affirmed, denied."""
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=code))
    return {happening.polarity for happening in reading.happenings if happening.concept == concept}


@pytest.mark.parametrize("code", UNPLANNED)
def test_what_is_not_planned_is_denied(code: str):
    assert polarities(code, UNPLANNED[code], "evacuate") == {"denied"}


@pytest.mark.parametrize(
    ("code", "text", "concept"),
    [
        ("en", "The strike planned for Monday will not hit trains, the union said.", "strike"),
        ("en", "The protest in Leeds is planned for Monday and not Sunday.", "protest"),
        ("de", "Die für Montag geplante Evakuierung hat nicht begonnen.", "evacuate"),
        ("nn", "Ei kvinne er omkomen, opplyser politiet.", "death"),
        ("nb", "Ei kvinne er drept, opplyser politiet.", "death"),
        ("fr", "Une personne est morte, a annoncé la police.", "death"),
    ],
)
def test_what_is_planned_or_one_of_many_is_not_denied(code: str, text: str, concept: str):
    assert polarities(code, text, concept) == {"affirmed"}


def test_nobody_is_nobody_in_french():
    assert polarities("fr", "Personne n'a été tué, a annoncé la police.", "death") == {"denied"}
