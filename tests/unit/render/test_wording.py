"""Numbers, chains and origins in words, the same in every format."""

from decimal import Decimal

import msgspec
import pytest
from tests.unit.render.fixtures import amount, call, dead, evacuated, ferry, rafts

from twosource.model import Amount
from twosource.render import FORMATS, render
from twosource.render.wording import (
    amount as in_words,
)
from twosource.render.wording import (
    as_sentence,
    bounds,
    chain,
    independence,
    number,
    one_line,
    origin_name,
    origin_why,
    printable,
    stance,
    told,
    voices,
)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (amount("7000", None), "7,000 people or more"),
        (amount(None, "12"), "up to 12 people"),
        (amount("12", "12"), "12 people"),
        (amount("1", "1"), "1 person"),
        (amount("12", "12", approximate=True), "about 12 people"),
        (amount("100", "999", vague=True), "100–999 people, vague"),
        (amount("10", "20"), "10–20 people"),
        (amount("80", "80", "percent"), "80%"),
        (amount("2.50", None, "EUR"), "2.5 EUR or more"),
        (amount("-5", "-5", "Cel"), "−5 °C"),
        (amount("12", "12", "item"), "12"),
        (amount("12", "12", None), "12"),
        (amount(None, None), "number not known"),
    ],
)
def test_an_interval_in_words(figure: Amount, words: str) -> None:
    assert in_words(figure) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1234567.50", "1,234,567.5"),
        ("0.25", "0.25"),
        ("-1200", "−1,200"),
        ("NaN", "?"),
        ("1E+200", "1E+200"),
        ("33.333333333333333", "33.33"),
        ("0.12345678", "0.12345678"),
    ],
)
def test_a_number_in_words(value: str, words: str) -> None:
    assert number(Decimal(value)) == words


def test_a_chain_runs_from_the_nearest() -> None:
    assert chain(dead().accounts[1].origin) == "Ritzau ← Reuters ← norsk politi"
    assert chain(()) == ""


def test_a_speaker_whom_the_chain_lacks_comes_after_it() -> None:
    account = msgspec.structs.replace(dead().accounts[1], speaker="Kari Lunde")

    assert voices(account) == "Ritzau ← Reuters ← norsk politi ← Kari Lunde"
    assert voices(msgspec.structs.replace(account, speaker="norsk politi")) == "Ritzau ← Reuters ← norsk politi"


def test_bounds_name_the_report_that_set_each() -> None:
    assert bounds(evacuated()) == "low 100 people (r2) · best 1,200 people (r1) · high open"
    assert bounds(call()) == ""
    assert bounds(rafts()) == ""


def test_the_two_source_rule_in_words() -> None:
    assert independence(rafts()) == "two-source rule not met (1 independent origin known)"
    assert independence(call()) == "two-source rule: cannot tell (0 independent origins known)"


def test_an_unknown_origin_is_shown_and_said_not_to_count() -> None:
    fact = call()

    assert origin_name(fact.origins[0]) == "origin unknown"
    assert origin_why(fact.origins[0], fact.accounts) == "shown, not counted"


def test_why_accounts_were_merged_is_said() -> None:
    fact = rafts()
    silent = msgspec.structs.replace(fact.origins[0], why=None)

    assert "one party" in origin_why(fact.origins[0], fact.accounts)
    assert origin_why(silent, fact.accounts) == "r1, r2 go back to the same party"


def test_only_what_is_not_plain_is_a_stance() -> None:
    account = dead().accounts[0]

    assert stance(account) == ""
    assert stance(msgspec.structs.replace(account, polarity="denied", modality="planned")) == "denied, planned"


def test_a_time_that_only_repeats_the_date_of_the_report_is_left_out() -> None:
    fact, report = dead(), ferry().reports[1]

    assert told(fact, fact.accounts[1], report) == ["6 people or more"]
    assert told(fact, fact.accounts[1], None) == ["6 people or more", "March 2021"]
    assert told(call(), call().accounts[1], report) == ["a Sunday in March 2021"]


def test_control_and_direction_marks_are_replaced_one_for_one() -> None:
    text = "a\x1b[31mb\u202ec\x00\ufeff\x9b"

    assert printable(text) == "a�[31mb�c���"
    assert len(printable(text)) == len(text)
    assert one_line("a\nb\tc") == "a b c"


def test_a_reason_reads_as_a_sentence() -> None:
    assert as_sentence("both say 80%") == "Both say 80%."
    assert as_sentence("Done!") == "Done!"
    assert as_sentence("") == ""


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("json", "csv")])
def test_the_same_words_for_a_number_are_in_every_format_for_people(format: str) -> None:
    written = render(ferry(), format, width=200)

    for words in ("4 people or more", "100–999 people, vague", "about 1,310 people", "a Sunday in March 2021"):
        assert words in written
