"""The JSON is the contract that others build on."""

import json
from decimal import Decimal

import msgspec
import pytest
from tests.unit.render.edge_cases import bare, crowded, empty
from tests.unit.render.fixtures import TEXTS, amount, ferry

from twosource.model import Dossier
from twosource.render import render
from twosource.render.json import number, plain

ACCOUNT = ["report", "start", "end", "text", "figure", "when", "origin", "speaker", "reasons"]
FACT = ["id", "kind", "concept", "question", "accounts", "verdict", "readings", "origins", "independent_origins"]
FACT += ["two_source_rule", "low", "best", "high", "reasons"]
STORY = ["id", "reports", "headline", "when", "where", "facts", "quotes", "times", "entities", "brief"]
REPORT = ["id", "source", "language", "published", "outlet", "title", "credits", "failures"]
QUOTE = ["report", "start", "end", "text", "direct", "form", "speaker", "entity", "cue", "via"]
TIME = ["report", "start", "end", "text", "edtf", "weekday", "grain"]
ENTITY = ["id", "kind", "name", "names", "wikidata"]


def _begins_with(record: dict, names: list[str]) -> bool:
    return list(record)[: len(names)] == names


def test_the_fields_of_the_contract_come_first_and_in_its_order() -> None:
    told = json.loads(render(ferry(), "json"))

    assert list(told) == ["twosource", "reports", "stories", "failures"]
    story = told["stories"][0]
    assert _begins_with(told["reports"][0], REPORT)
    assert _begins_with(story, STORY)
    assert all(_begins_with(fact, FACT) for fact in story["facts"])
    accounts = [account for fact in story["facts"] for account in fact["accounts"]]
    assert all(_begins_with(account, ACCOUNT) for account in accounts)
    links = [link for account in accounts for link in account["origin"]]
    assert all(_begins_with(link, ["name", "role", "entity", "start", "end"]) for link in links)
    figures = [account["figure"] for account in accounts if account["figure"]]
    assert all(_begins_with(figure, ["low", "high", "unit", "approximate", "vague"]) for figure in figures)
    assert all(_begins_with(quote, QUOTE) for quote in story["quotes"])
    assert all(_begins_with(time, TIME) for time in story["times"])
    assert all(_begins_with(entity, ENTITY) for entity in story["entities"])


def test_numbers_are_exact_without_trailing_zeros_and_null_where_open() -> None:
    written = render(ferry(), "json")

    facts = {fact["id"]: fact for fact in json.loads(written, parse_float=Decimal)["stories"][0]["facts"]}
    assert facts["f1"]["accounts"][0]["figure"]["low"] == 4
    assert facts["f1"]["accounts"][0]["figure"]["high"] is None
    assert facts["f1"]["best"] is None
    assert facts["f5"]["accounts"][0]["figure"] is None
    assert '"high": 4500,' in written
    assert "80.0" not in written


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7000", "7000"),
        ("7000.0", "7000"),
        ("2.50", "2.5"),
        ("0.1", "0.1"),
        ("-0.0", "0"),
        ("-3", "-3"),
        ("1E+3", "1000"),
        ("0", "0"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("1E+500", "1E+500"),
    ],
)
def test_a_decimal_is_written_in_full_digits(value: str, expected: str) -> None:
    assert plain(Decimal(value)) == expected


def test_what_is_no_number_is_null() -> None:
    assert number(Decimal("NaN")) is None
    assert number(Decimal("Infinity")) is None


@pytest.mark.parametrize("dossier", [ferry(), empty(), bare(), crowded(20)])
def test_the_json_reads_back_as_the_same_dossier(dossier: Dossier) -> None:
    back = msgspec.json.decode(render(dossier, "json"), type=Dossier)

    assert back == msgspec.structs.replace(dossier, texts={})


def test_starts_and_ends_count_code_points() -> None:
    story = json.loads(render(ferry(), "json"))["stories"][0]
    told = [account for fact in story["facts"] for account in fact["accounts"]] + story["quotes"] + story["times"]

    assert all(TEXTS[item["report"]][item["start"] : item["end"]] == item["text"] for item in told)


def test_the_texts_are_not_part_of_it() -> None:
    assert "texts" not in json.loads(render(ferry(), "json"))


def test_a_lone_surrogate_does_not_stop_it() -> None:
    dossier = msgspec.structs.replace(empty(), twosource="0\udc80")

    assert json.loads(render(dossier, "json"))["twosource"] == "0?"


def test_a_figure_keeps_more_digits_than_a_float_has() -> None:
    fact = ferry().stories[0].facts[0]
    account = msgspec.structs.replace(fact.accounts[0], figure=amount("0.1234567890123456789012", None))
    fact = msgspec.structs.replace(fact, accounts=(account,))
    story = msgspec.structs.replace(ferry().stories[0], facts=(fact,))

    written = render(msgspec.structs.replace(ferry(), stories=(story,)), "json")

    assert '"low": 0.1234567890123456789012,' in written
