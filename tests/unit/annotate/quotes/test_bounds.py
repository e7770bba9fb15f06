"""How far the authority of a fronted "according to X" reaches: not over figures, verbs, or another phrase."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import said


@pytest.mark.parametrize(
    ("code", "text", "speaker", "content"),
    [
        ("nl", "Volgens de spoorwegdienst rijden 14 treinen niet.", "de spoorwegdienst", "rijden 14 treinen niet"),
        (
            "nl",
            "Volgens de huurdersorganisatie staan 90 huizen leeg.",
            "de huurdersorganisatie",
            "staan 90 huizen leeg",
        ),
        ("nl", "Volgens burgemeester Piet de Boers viel de muur om.", "burgemeester Piet de Boers", "viel de muur om"),
        ("pl", "Według straży granicznej 23 osoby przeszły rzekę.", "straży granicznej", "23 osoby przeszły rzekę"),
        ("pl", "Według norweskiej służby NGU skała ważyła 3,4 tony.", "norweskiej służby NGU", "skała ważyła 3,4 tony"),
        ("de", "Laut der Messstelle GFZ hatte das Beben die Stärke 4,1.", "der Messstelle GFZ", None),
        ("fi", "Suomen seismologisen laitoksen ISUH:n mukaan järistys oli 2,3.", None, "järistys oli 2,3"),
        ("it", "Secondo la guardia costiera 23 persone sono salve.", None, "23 persone sono salve"),
        ("it", "Secondo l'istituto sismico INGV la scossa è durata 9 secondi.", "l'istituto sismico INGV", None),
        ("fr", "Selon l'institut sismique RENASS la secousse a duré 9 secondes.", "l'institut sismique RENASS", None),
        ("fr", "Selon la maire Anne Petit le pont est fermé.", "la maire Anne Petit", "le pont est fermé"),
        ("pt", "Segundo o instituto sísmico IPMA o abalo durou 9 segundos.", "o instituto sísmico IPMA", None),
        ("pt", "Segundo a Guarda Costeira 23 pessoas estão a salvo.", "a Guarda Costeira", "23 pessoas estão a salvo"),
        ("es", "Según el instituto IGN el temblor duró 9 segundos.", "el instituto IGN", "el temblor duró 9 segundos"),
        ("es", "Según la alcaldesa Ana Ruiz el puente está cerrado.", "la alcaldesa Ana Ruiz", None),
        ("ru", "По данным метеослужбы FMI ветер достиг 31,5 метра.", "метеослужбы FMI", "ветер достиг 31,5 метра"),
        ("ru", "По информации МЧС 14 домов сгорели.", "МЧС", "14 домов сгорели"),
        ("uk", "За даними метеослужби FMI вітер досяг 31,5 метра.", "метеослужби FMI", "вітер досяг 31,5 метра"),
        ("sv", "Enligt finsk polis greps 14 personer.", "finsk polis", "greps 14 personer"),
        ("en", "According to the INGV the tremor lasted nine seconds.", "the INGV", "the tremor lasted nine seconds"),
    ],
)
def test_an_authority_ends_before_what_it_says(code: str, text: str, speaker: str | None, content: str | None):
    [(words, who)] = said(text, code)
    assert speaker in (None, who)
    assert content in (None, words)
    assert who is not None
    assert not any(letter.isdigit() for letter in who)


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("nb", "De 27 medlemslandene sier at avtalen er klar.", "De 27 medlemslandene"),
        ("en", "According to Channel 4 the talks failed.", "Channel 4"),
    ],
)
def test_a_figure_may_belong_to_an_authority(code: str, text: str, speaker: str):
    assert [who for _, who in said(text, code)] == [speaker]
