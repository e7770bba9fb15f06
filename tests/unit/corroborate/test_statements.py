"""Statements: what of a reading is told, in which words, and when."""

import msgspec
import pytest

from twosource import make_report, read
from twosource.corroborate.statements import find_statements
from twosource.link import cast


def told(text: str, language: str, kind: str):
    report = msgspec.structs.replace(make_report(text, source="x"), language=language, published="2021-05-05")
    reading = read(report)
    found = [s for s in find_statements(reading, cast([reading])) if s.kind == kind]
    return [(s.concept, report.text[s.span.start : s.span.end]) for s in found]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "In Hof starben nach Angaben des zuständigen Ministeriums zwölf Bewohner.", "zwölf Bewohner"),
        ("en", "Storms killed twelve residents.", "killed twelve residents"),
        ("nb", "Ti ble skadd, én av dem alvorlig.", "én av dem"),
    ],
)
def test_an_account_has_the_words_around_its_number(language: str, text: str, words: str):
    assert told(text, language, "figure")[-1][1] == words


def test_a_conversion_in_brackets_is_told_once():
    assert told("The town lies 160 km (100 miles) from the port.", "en", "figure") == [("distance", "160 km")]


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("en", "The fire started in a container on deck.", ["fire"]),
        ("da", "Branden opstod i en container på dækket.", ["fire"]),
        ("en", "Residents spoke about the fire.", []),
        ("sv", "Det rör sig om sabotage.", ["sabotage"]),
    ],
)
def test_a_noun_is_told_that_its_clause_is_about(language: str, text: str, concepts: list[str]):
    assert [concept for concept, _ in told(text, language, "event")] == concepts


def test_a_part_of_a_day_takes_the_day_behind_it():
    (one,) = told("Un temblor sacudió Faro en la noche del lunes.", "es", "when")

    assert one[1].endswith("lunes")


@pytest.mark.parametrize(
    ("text", "concept", "places"),
    [
        (
            "The quake in Norway had a magnitude of 4.6, according to the geological survey of France.",
            "magnitude",
            ["NO"],
        ),
        ("The quake had a magnitude of 4.6, according to the geological survey of France.", "magnitude", []),
        ("In all 42 people were killed, according to the health ministry of France.", "death", ["FR"]),
    ],
)
def test_who_measures_says_nothing_of_where_it_is(text: str, concept: str, places: list[str]):
    reading = read(make_report(text, source="x"), language="en")
    (found,) = (s for s in find_statements(reading, cast([reading])) if s.concept == concept and s.kind == "figure")
    assert sorted(found.places) == [f"place:{code}" for code in places]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "En 46-årig mand er idømt fængsel på livstid for at have dræbt en kaptajn i marts 2018."),
        ("sv", "En 46-årig man har dömts till livstids fängelse för att ha dödat en kapten i mars 2018."),
        ("en", "Two brothers were sentenced to life for killing a captain in March 2018."),
    ],
)
def test_a_sentence_has_not_the_day_of_the_deed(language: str, text: str):
    reading = read(msgspec.structs.replace(make_report(text, source="x"), language=language))
    found = [s for s in find_statements(reading, cast([reading])) if s.concept == "sentence"]

    assert found
    assert all(s.when is None for s in found)


def test_a_verdict_that_is_named_as_authority_is_no_event():
    concepts = [concept for concept, _ in told("Enligt domen höggs han i sin hytt i mars 2018.", "sv", "event")]

    assert "sentence" not in concepts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nn", "Ein stasjonsmeister er arrestert."),
        ("da", "En 71-årig mand er omkommet."),
        ("en", "A driver was arrested on Monday."),
    ],
)
def test_what_happened_to_one_person_is_told_as_well_as_counted(language: str, text: str):
    events = [concept for concept, _ in told(text, language, "event")]

    assert events in (["arrest"], ["death"])
