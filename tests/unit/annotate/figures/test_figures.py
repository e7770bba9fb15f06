"""Figures: values, bounds, units, what is counted, and what is no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.unit.annotate.figures.fixtures import draft_of, figures, happens, read_figures

from twosource.annotate.figures import find_figures
from twosource.annotate.figures.lexicon import lexicon
from twosource.annotate.figures.numerals import atoms_of, worth
from twosource.model import Reason, Span, When


def number(words: str, code: str = "da") -> Decimal | None:
    atoms = atoms_of(lexicon(code), words)
    return None if atoms is None else worth(atoms)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("enogtyve", 21),
        ("treoghalvfems", 93),
        ("femoghalvtreds", 55),
        ("syvoghalvfjerds", 77),
        ("otteogfirs", 88),
        ("nioghalvfemsindstyve", 99),
        ("tohundrede", 200),
        ("femogtyvetusinde", 25000),
        ("halvanden", "1.5"),
    ],
)
def test_danish_number_words_are_worth_what_they_say(words: str, value: object):
    assert number(words) == Decimal(str(value))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("tjueen", 21),
        ("enogtyve", 21),
        ("femtisju", 57),
        ("hundreogfem", 105),
        ("åttitusen", 80000),
        ("sjuogtredve", 37),
    ],
)
def test_both_ways_of_counting_are_read_in_bokmal(words: str, value: int):
    assert number(words, "nb") == value


@pytest.mark.parametrize("word", ["entré", "tidende", "toget", "femte", "tien", "ogtyve", "tusindben"])
def test_words_that_only_begin_like_numbers_are_none(word: str):
    assert number(word) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("over 12 huse", 12, None),
        ("mindst 12 huse", 12, None),
        ("12 huse eller mere", 12, 12),
        ("12 eller flere huse", 12, None),
        ("op til 12 huse", None, 12),
        ("næsten 12 huse", None, 12),
        ("mellem 12 og 20 huse", 12, 20),
        ("12-20 huse", 12, 20),
        ("12 til 20 huse", 12, 20),
        ("to til tre millioner huse", 2000000, 3000000),
        ("hundredvis af huse", 100, 999),
        ("et dusin huse", 12, 12),
        ("snesevis af huse", 20, 99),
        ("titusinder af huse", 10000, 99999),
        ("flere huse", 3, None),
        ("7.000 huse", 7000, 7000),
        ("1.234.567 huse", 1234567, 1234567),
    ],
)
def test_bounds_ranges_and_vague_words_are_intervals(text: str, low: int | None, high: int | None):
    (figure,) = figures(f"De talte {text}.")

    assert (figure.low, figure.high) == (low, high)


def test_the_other_reading_of_a_separator_is_kept():
    (figure,) = figures("De talte 7.125 huse.")

    assert figure.low == 7125
    assert figure.alternatives == ("7.125",)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("2,5 mia. kr.", "DKK", 2500000000),
        ("halvanden million svenske kroner", "SEK", 1500000),
        ("$20", "USD", 20),
        ("40 euro", "EUR", 40),
        ("7 km", "km", 7),
        ("syv frostgrader", "Cel", -7),
        ("25 procent", "percent", 25),
        ("90 kilometer i timen", "km/h", 90),
    ],
)
def test_units_have_codes(text: str, unit: str, value: int):
    (figure,) = figures(f"Det gælder {text}")

    assert (figure.unit, figure.low, figure.high) == (unit, value, value)


def test_a_bare_krone_is_that_of_the_country_of_the_language():
    assert [figures("Det koster 20 kroner.", code)[0].unit for code in ("da", "nb")] == ["DKK", "NOK"]


def test_the_span_covers_bound_number_and_unit_but_not_the_noun():
    text = "Der kom mere end 80 procent, og omkring 40 gæster."

    found = figures(text)

    assert [f.text for f in found] == ["mere end 80 procent", "omkring 40"]
    assert all(text[f.span.start : f.span.end] == f.text for f in found)
    assert (found[1].of, found[1].unit, found[1].approximate) == ("gæster", "person", True)


@pytest.mark.parametrize(
    "text",
    [
        "I 1994 skete det igen.",
        "De mødtes kl. 18.30.",
        "Ole Holm (47) er formand.",
        "En 37-årig kvinde er valgt.",
        "Hun er 37 år gammel.",
        "Holdet vandt 4-1.",
        "Se § 12 i loven.",
        "Ring på telefon 11 22 33 44.",
        "Han kører på E47.",
        "Det er hendes 3. sejr.",
        "Den ene dør var åben.",
        "En bil stod der.",
        "Toget ramte et tre.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str):
    assert figures(text, "nb" if "tre." in text else "da") == []


def test_a_figure_belongs_to_the_happening_that_befalls_what_it_counts():
    draft = draft_of("To mænd angreb vagten og sårede tre gæster.")
    draft.happenings = [happens(draft, "sårede", "injury", whom="tre gæster", who="To mænd")]

    found = list(find_figures(draft))

    assert [(f.text, f.concept, f.happening) for f in found] == [("To", None, None), ("tre", "injury", 0)]


def test_a_single_person_is_counted_only_where_something_befalls_the_person():
    befallen, idle = draft_of("En demonstrant døde."), draft_of("En demonstrant smilede.")
    befallen.happenings = [happens(befallen, "døde", "death", whom="En demonstrant")]

    (figure,) = find_figures(befallen)

    assert (figure.text, figure.low, figure.high, figure.concept) == ("En demonstrant", 1, 1, "death")
    assert list(find_figures(idle)) == []


def test_one_of_them_inherits_what_they_are():
    draft = draft_of("Fire gæster blev såret, en af dem alvorligt.")
    draft.happenings = [happens(draft, "såret", "injury", whom="Fire gæster")]

    found = list(find_figures(draft))

    assert [(f.low, f.unit, f.concept, f.scope) for f in found] == [
        (4, "person", "injury", None),
        (1, "person", "injury", "part"),
    ]


def test_the_number_of_the_wounded_is_a_count_of_persons():
    draft = draft_of("Antallet af sårede steg fra 12 til 15.")
    draft.happenings = [happens(draft, "sårede", "injury")]

    found = list(find_figures(draft))

    assert [(f.low, f.concept) for f in found] == [(12, None), (15, "injury")]


def test_numbers_inside_times_are_left_out():
    draft = draft_of("De kom 12 august med 9 hunde.")
    draft.times = [When(Span(8, 17), "12 august", "2020-08-12", "day", "test", Reason("test"))]

    assert [f.text for f in find_figures(draft)] == ["9"]


def test_without_a_language_only_what_is_unambiguous_is_read():
    assert [f.low for f in figures("zzz 1,234,567 yyy 7.000 xxx 42", "und")] == [1234567, 42]


@pytest.mark.parametrize("text", ["1" * 100000, "1." * 5000, "§" * 5000, "-" * 5000, "1-" * 3000])
def test_hostile_digits_are_no_figures_and_cost_little(text: str):
    assert all(len(f.text) < 100 for f in figures(text))


@pytest.mark.parametrize(
    ("code", "text", "unit"),
    [
        ("en", "All 25 sailors are safe.", "person"),
        ("en", "They paid ALL 25 for it.", "ALL"),
        ("it", "Una scossa di magnitudo 5,6 ha svegliato la valle.", "1"),
        ("es", "Un temblor de magnitud 5,6 ha despertado al valle.", "1"),
        ("fr", "La secousse de magnitude 5,6 a réveillé la vallée.", "1"),
    ],
)
def test_an_ordinary_word_is_no_unit_and_no_currency(code: str, text: str, unit: str) -> None:
    assert [figure.unit for figure in read_figures(text, code)] == [unit]


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "A firefighter has died.", [1]),
        ("en", "A firefighter and a shepherd have died.", []),
        ("de", "Ein Feuerwehrmann und ein Hirte starben.", []),
        ("da", "En brandmand og en hyrde er døde.", []),
    ],
)
def test_one_of_two_people_named_together_is_no_count_of_one(code: str, text: str, values: list[int]) -> None:
    assert [figure.low for figure in read_figures(text, code)] == values
