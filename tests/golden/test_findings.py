"""What fresh texts have brought to light, told in other words: small sentences, each of which was once misread."""

import pytest

from twosource import compare
from twosource.model import Report
from twosource.pipeline import annotate


def reading(language, text):
    return annotate(Report(id="x", source="x", text=text, language=language, published="2021-03-04"))


def links(language, text):
    return [[link.name for link in each.links] for each in reading(language, text).attributions]


@pytest.mark.parametrize(
    ("language", "text", "chain"),
    [
        ("da", "Georgien siger, at to grænsevagter er dræbt, skriver Reuters.", ["Reuters", "Georgien"]),
        ("da", "Fagforeningen kræver 200 kroner mere, oplyser Ritzau.", ["Ritzau", "Fagforeningen"]),
        ("nb", "Naboen Kari Li sier til VG at huset brant ned.", ["VG", "Kari Li"]),
        ("nb", "Hans forsvarer, Per Dal, sier til VG at dommen blir anket.", ["VG", "Per Dal"]),
        ("da", "En talsmand for rederiet beklager, at færgen er forsinket.", ["talsmand for rederiet"]),
    ],
)
def test_chains(language, text, chain):
    assert chain in links(language, text)


def test_whoever_denies_it_is_no_authority_for_it():
    assert links("da", "Georgien beskylder naboen for at have skudt, skriver Reuters. Det afviser Abkhasien.") == [
        ["Reuters", "Georgien"]
    ]


@pytest.mark.parametrize(
    ("language", "text", "concept", "low"),
    [
        ("nb", "Sju personer ble skutt og drept i natt.", "death", 7),
        ("nb", "To menn ble knivstukket til døde.", "death", 2),
        ("nb", "Tre ble kjørt ned og drept.", "death", 3),
        ("nb", "To ble skutt og såret.", "injury", 2),
        ("da", "Fire blev skudt ihjel.", "death", 4),
        ("da", "Seks mænd blev kidnappet og dræbt.", "death", 6),
        ("sv", "Fem personer sköts ihjäl.", "death", 5),
        ("nb", "120 stillinger forsvinner.", "layoff", 120),
        ("da", "Op mod 90 job kan forsvinde.", "layoff", None),
        ("nb", "Alle de 14 passasjerene er i sikkerhet.", "rescue", 14),
        ("nb", "Banken fikk et overskudd etter skatt på 2,1 milliarder kroner.", "profit", 2_100_000_000),
    ],
)
def test_counts(language, text, concept, low):
    assert [(f.concept, f.low) for f in reading(language, text).figures] == [(concept, low)]


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("nb", "300 arbeidsplasser står i fare.", "feared"),
        ("da", "300 job kan forsvinde.", "possible"),
        ("da", "300 job forsvinder.", "happened"),
    ],
)
def test_jobs_at_risk_are_not_lost(language, text, modality):
    (happening,) = [h for h in reading(language, text).happenings if h.concept == "layoff"]

    assert happening.modality == modality


def test_who_stands_behind_the_verb_where_that_is_denied():
    text = "Det afviser ministeren."
    (happening,) = reading("da", text).happenings

    assert [text[span.start : span.end] for span in happening.who] == ["ministeren"]


def parties(tmp_path, danish, norwegian):
    (tmp_path / "da.txt").write_text(f" date 2021-03-04 {danish}\n\n/ritzau/\n", encoding="utf-8")
    (tmp_path / "nb.txt").write_text(f" date 2021-03-04 {norwegian}\n\n(NTB)\n", encoding="utf-8")
    dossier = compare(str(tmp_path / "da.txt"), str(tmp_path / "nb.txt"))
    (fact,) = [
        f for s in dossier.stories for f in s.facts if f.concept == "injury" and f.kind == "figure" and f.accounts[1:]
    ]
    return fact


def test_a_relay_does_not_own_the_police_that_it_cites(tmp_path):
    fact = parties(
        tmp_path,
        "Bus kørte galt i Slovakiet\n\nOver 20 kom til skade i busulykken i Slovakiet, skriver Reuters med henvisning "
        "til politiet.",
        "Bussulykke i Slovakia\n\n22 personer ble skadd i bussulykken i Slovakia, opplyser politiet.",
    )

    assert fact.two_source_rule == "not_met"
    assert fact.independent_origins == 1
