"""What fresh stories in Romance languages, Dutch, Polish and English showed: datelines, same sources, rival counts."""

import pytest

from twosource.annotate.attributions import chain_at
from twosource.annotate.stages import read_report
from twosource.model import Report, Span


def reading(code, text):
    return read_report(Report("r1", "test", text, language=code))


def figure(code, text, words):
    start = text.index(words)
    return next(f for f in reading(code, text).figures if f.span.start <= start < f.span.end)


@pytest.mark.parametrize(
    ("code", "dateline", "agency"),
    [
        ("pt", "Faro, 05 fev 2025 (Lusa)", "Lusa"),
        ("fr", "Lomé (Togo), 8 mars 2024 (AFP)", "AFP"),
        ("fr", "Liège, 5 nov. 2024 (Belga)", "Belga"),
        ("it", "(ANSA) - TRENTO, 12 MAR", "ANSA"),
    ],
)
def test_dateline_is_no_part_of_what_is_told(code, dateline, agency):
    body = {"pt": "Nove pessoas morreram.", "fr": "Neuf personnes sont mortes.", "it": "Nove persone sono morte."}[code]
    read = reading(code, f"Xxx\n\n{dateline} - {body}")
    told = read.report.text.index(body)

    assert [credit.name for credit in read.credits] == [agency]
    assert [figure.span.start for figure in read.figures] == [told]


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("fr", "Neuf marins sont morts, a dit le préfet Luc Roy. Le bateau avait 40 ans, selon la même source.", "40"),
        ("es", "Murieron nueve marineros, dijo el alcalde Luis Roy. Había 40 a bordo, según la misma fuente.", "40"),
        (
            "it",
            "Nove marinai sono morti, ha detto il sindaco Ugo Roy. A bordo erano 40, secondo la stessa fonte.",
            "40",
        ),
    ],
)
def test_same_source_is_who_was_the_authority_before(code, text, words):
    start = text.index(words)

    assert chain_at(reading(code, text), Span(start, start + 2))[-1].name.endswith("Roy")


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("fr", "Quelque 900 personnes ont manifesté, selon la police, et 4.000 selon le syndicat.", "4.000"),
        ("es", "Unas 900 personas se manifestaron, según la policía, y 4.000, según los sindicatos.", "4.000"),
        ("nl", "In Gent gingen 900 mensen de straat op. De bond houdt het op 4000.", "4000"),
        ("en", "Police said 900 people protested in Ghent. Organisers put it at 4,000.", "4,000"),
    ],
)
def test_bare_number_of_somebody_else_counts_the_same_people(code, text, words):
    found = figure(code, text, words)

    assert (found.low, found.unit, found.concept) == (4000, "person", "protest")


@pytest.mark.parametrize(
    ("code", "text", "words", "concept"),
    [
        ("fr", "Des hommes armés ont enlevé 90 villageois.", "90", "abduct"),
        ("it", "Degli uomini armati hanno rapito 90 contadini.", "90", "abduct"),
        ("pt", "O sismo ocorreu a 12 quilómetros de profundidade.", "12", "depth"),
        ("fr", "Le séisme s'est produit à 12 kilomètres de profondeur.", "12", "depth"),
        ("nl", "De beving had plaats op 12 kilometer diepte.", "12", "depth"),
        ("pl", "Lawina zeszła na wysokości 2,4 tys. metrów.", "2,4", "height"),
        ("en", "The tanker had a crew of 19.", "19", "aboard"),
        ("it", "Il deficit scenderà al 4,1% del Pil.", "4,1", "deficit"),
        ("fr", "Le déficit sera ramené à 4,1 % du PIB.", "4,1", "deficit"),
        ("pl", "Pracę może stracić 800 osób.", "800", "layoff"),
    ],
)
def test_what_is_counted(code, text, words, concept):
    assert figure(code, text, words).concept == concept


def test_centres_for_treatment_are_no_people():
    assert figure("en", "Forty people had died in its two treatment centres.", "two").unit == "item"
