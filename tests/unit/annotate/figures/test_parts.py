"""What belongs to a number or a measure: spoken decimals, fractions, powers, scales, smaller units, coins."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.unit.annotate.figures.fixtures import figures, read_figures


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "three point five", "3.5"),
        ("en", "six point zero four", "6.04"),
        ("en", "nine point nought two", "9.02"),
        ("en", "point twelve", "0.12"),
        ("en", "The bill is one point four million dollars.", "1400000"),
        ("da", "Kursen steg fire komma syv procent.", "4.7"),
        ("nb", "Veksten er to komma null fem prosent.", "2.05"),
        ("de", "Die Rate liegt bei drei Komma fünfzehn Prozent.", "3.15"),
        ("es", "dos coma cinco", "2.5"),
    ],
)
def test_decimals_may_be_spoken(code: str, text: str, value: str):
    assert [f.low for f in figures(text, code)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7/8", "0.875"),
        ("-1/4", "-0.25"),
        ("12 1/2 miles", "12.5"),
        ("2e6", "2000000"),
        ("4.5e-2", "0.045"),
        ("1.5^2", "2.25"),
        ("sixty two and a quarter", "62.25"),
        ("nine and two fifths", "9.4"),
        ("eight million and a half", "8500000"),
        ("4 million and a half", "4500000"),
        ("one billion and a half million", "1000500000"),
        ("three quarters of a million", "750000"),
        ("seven - eighths", "0.875"),
        ("nine over four", "2.25"),
        ("two out of eight", "0.25"),
        ("2 thousand 4 hundred and 16", "2416"),
        ("4.5 k", "4500"),
        ("sixty lakh", "6000000"),
        ("two crore five lakh", "20500000"),
        ("12 345 678.5", "12345678.5"),
    ],
)
def test_fractions_powers_and_scales_make_one_number(text: str, value: str):
    found = figures(text, "en")

    assert [f.low for f in found] == [Decimal(value)]
    assert found[0].low == found[0].high


def test_a_scale_above_a_thousand_takes_all_thousands_before_it():
    assert [f.low for f in figures("dos billones trescientos mil cuarenta millones", "es")] == [2300040000000]


@pytest.mark.parametrize(
    ("code", "text", "value", "unit"),
    [
        ("en", "She cleared 6 feet 2 inches.", "74", "[in_i]"),
        ("en", "The tunnel is 3 km and 40 metres long.", "3040", "m"),
        ("en", "4 km, 20 m, 5 cm", "402005", "cm"),
        ("nb", "Han fikk 2 år og 4 måneder.", "28", "mo"),
        ("da", "Turen tog 3 timer og 15 minutter.", "195", "min"),
    ],
)
def test_smaller_units_are_added_and_the_smallest_is_told(code: str, text: str, value: str, unit: str):
    assert [(f.low, f.unit) for f in figures(text, code)] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The roads are 2 km and 1500 m long.", [2, 1500]),
        ("It sold 3 kg and 20 metres of it.", [3, 20]),
        ("They ran 5 km, 3 km further than before.", [5, 3]),
    ],
)
def test_measures_that_are_no_part_of_each_other_stay_apart(text: str, values: list[int]):
    assert [f.low for f in figures(text, "en")] == values


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12 ringgit and 30 sen", "12.30", "MYR"),
        ("nine dollars sixty", "9.60", "USD"),
        ("It won a $ 40 million order.", "40000000", "USD"),
        ("It won an A$40 million order.", "40000000", "AUD"),
        ("They paid HK$ 900 for it.", "900", "HKD"),
        ("The fee is 500 ₸ now.", "500", "KZT"),
        ("The fee is QAR 500 now.", "500", "QAR"),
    ],
)
def test_money_has_its_currency_and_its_coins(text: str, value: str, unit: str):
    assert [(f.low, f.unit) for f in figures(text, "en")] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    "text", ["Call 24/7 for help.", "On 3/4 they left.", "The 9/11 report is out.", "See 1/2/2019."]
)
def test_a_slash_in_running_text_is_a_date_or_a_name(text: str):
    assert figures(text, "en") == []


def test_a_slashed_share_or_measure_counts_in_running_text():
    assert [f.low for f in figures("They drove 3/4 mile and lost 1/4 of the load.", "en")] == [Decimal("0.75"), 25]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Partiet gik 3 procentpoint frem."),
        ("nb", "Partiet gikk fram 3 prosentpoeng."),
        ("nn", "Partiet gjekk fram 3 prosentpoeng."),
        ("sv", "Partiet ökade 3 procentenheter."),
        ("en", "The party gained 3 percentage points."),
        ("de", "Die Partei gewann 3 Prozentpunkte."),
        ("es", "El partido sube 3 puntos porcentuales."),
    ],
)
def test_percentage_points_are_told_apart_from_percent(code: str, text: str):
    (points,) = figures(text, code)
    (percent,) = figures("3 %", code)

    assert (points.unit, points.counted) == ("percent", "percentage_point")
    assert (percent.unit, percent.counted) == ("percent", None)


def test_a_number_said_again_in_brackets_is_told_once():
    assert [f.text for f in figures("It takes thirty-two (32) days, not sixty (6).", "en")][:1] == ["thirty-two"]
    assert [f.low for f in figures("eighty-one (81)", "en")] == [81]
    assert [f.low for f in figures("eighty-one (18)", "en")] == [81, 18]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dix-sept maisons", 17),
        ("quatre-vingts maisons", 80),
        ("quatre-vingt-quinze maisons", 95),
        ("soixante-dix-huit maisons", 78),
        ("deux cent quatre vingt maisons", 280),
    ],
)
def test_a_number_word_may_be_a_phrase(text: str, value: int):
    assert [f.low for f in figures(text, "fr")] == [value]


@pytest.mark.parametrize(
    "text", ["tusind " * 20, "femten tusind milliard millioner komma fem", "9" * 18 + " mia. kr. og 50 øre"]
)
def test_the_largest_numbers_break_nothing(text: str):
    assert all(f.low is not None for f in figures(text))


def test_a_row_of_numbers_is_a_table_of_which_nothing_more_is_told():
    assert len(figures("3 hunde, " * 10)) == 10
    assert len(figures("7, " * 4000)) < 100


def test_a_coin_that_sounds_like_a_hundred_is_none_behind_digits():
    assert [f.low for f in figures("Le journal coûte 80 cents.", "fr")] == [80]
    assert [f.low for f in figures("Il y a huit cents maisons.", "fr")] == [800]


def test_a_death_toll_counts_dead_though_a_collision_stands_between():
    (figure,) = read_figures("The death toll from a train collision in the north of the country rose to 43.", "en")

    assert (figure.low, figure.unit, figure.concept) == (43, "person", "death")
