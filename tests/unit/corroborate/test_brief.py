"""The brief: plain sentences of the facts, each with its origin, in every language that has a table of it."""

from __future__ import annotations

from decimal import Decimal
from string import Formatter

import msgspec
import pytest
from tests.unit.corroborate.dossier_facts import account, fact, link

from twosource.annotate.concepts import concepts
from twosource.corroborate.brief import LONGEST, brief
from twosource.corroborate.wording import words
from twosource.errors import UsageError
from twosource.language import codes, load
from twosource.model import Amount, Origin

NAMES = {"r1": "nb.txt", "r2": "da.txt", "r3": "sv.txt"}
ABLE = [code for code in codes() if load(code).has("brief")]
STATE = Origin("state:DK", ("politiet",), (0, 1), "the state of Denmark")
TWO = (
    Origin("state:DK", ("politiet",), (0,), "the state of Denmark"),
    Origin("org:x", ("Rederiet",), (1,), "Rederiet"),
)


def contested(**more):
    return fact(account("r1", "12"), account("r2", "20"), verdict="conflict", readings=("conflict",), **more)


def test_a_contested_fact_gives_each_value_once_with_its_reports():
    told = fact(
        account("r1", "12"), account("r2", "20"), account("r3", "20"), verdict="conflict", readings=("conflict",)
    )
    assert brief([told], NAMES) == (
        "Contested: deaths – 12 (nb.txt) or 20 (da.txt; sv.txt); as they stand they cannot both hold.",
    )


def test_a_value_names_whom_its_report_has_it_from():
    told = fact(
        account("r1", "12", origin=(link("NTB", "agency"), link("politiet"))), account("r2", "20"), verdict="conflict"
    )
    assert "12 (nb.txt, politiet)" in brief([told], NAMES)[0]


def test_two_outlets_and_one_party_is_said_so():
    told = fact(account("r1"), account("r2"), origins=(STATE,), independent_origins=1, two_source_rule="not_met")
    assert brief([told], NAMES) == (
        "Agreed, but all on one party (the state of Denmark): deaths – 12 (nb.txt and da.txt).",
    )


def test_two_independent_parties_are_named():
    told = fact(account("r1"), account("r2"), origins=TWO, independent_origins=2, two_source_rule="met")
    assert brief([told], NAMES) == (
        "Agreed, on 2 independent parties (the state of Denmark and Rederiet): deaths – 12 (nb.txt and da.txt).",
    )


def test_unknown_origins_are_not_called_independent():
    assert "cannot be told (no origin is known)" in brief([fact(account("r1"), account("r2"))], NAMES)[0]


def test_what_all_deny_is_not_told_as_having_happened():
    denied = [account(report, None, polarity="denied") for report in ("r1", "r2")]
    assert "deaths, denied" in brief([fact(*denied, kind="event")], NAMES)[0]


def test_what_one_affirms_and_one_denies_is_told_with_both_words():
    told = fact(account("r1", None), account("r2", None, polarity="denied"), kind="event", verdict="conflict")
    assert "“some words” (nb.txt) or “some words”, denied (da.txt)" in brief([told], NAMES)[0]


def test_a_claim_is_told_in_its_own_words():
    told = fact(account("r1", None), account("r2", None), kind="claim", concept="statement")
    assert ": “some words” (nb.txt and da.txt)." in brief([told], NAMES)[0]


def test_that_it_happened_needs_no_sentence_where_the_number_has_one():
    number = fact(account("r1"), account("r2"))
    happened = fact(account("r1", None), account("r2", None), kind="event", id="f2")
    assert len(brief([number, happened], NAMES)) == 1


def test_a_fact_of_one_report_names_its_authority_or_that_there_is_none():
    named = fact(account("r1", origin=(link("Jan Li", "person"),)), verdict="single")
    nobody = fact(account("r1"), verdict="single", id="f2")
    first, second = brief([named, nobody], NAMES)
    assert "on the word of Jan Li, whose party is not known" in first
    assert "which names nobody for it" in second


def test_what_is_left_out_is_counted():
    lone = [fact(account("r1", str(n + 30)), verdict="single", id=f"f{n}") for n in range(12)]
    said = brief(lone, NAMES)
    assert said[-1] == "10 more facts stand in one report only."
    assert brief(lone[:3], NAMES)[-1] == "One more fact stands in one report only."


@pytest.mark.parametrize("count", [1, 5, 40])
def test_it_is_never_longer_than_eight_sentences(count):
    verdicts = ("conflict", "agree", "compatible", "single")
    facts = [fact(account("r1"), account("r2"), verdict=verdicts[n % 4], id=f"f{n}") for n in range(count)]
    assert 1 <= len(brief(facts, NAMES)) <= LONGEST


@pytest.mark.parametrize("code", ABLE)
def test_every_language_tells_every_kind_of_sentence(code):
    facts = [
        contested(),
        fact(account("r1"), account("r2"), origins=(STATE,), independent_origins=1, two_source_rule="not_met"),
        fact(account("r1", "40"), account("r2", "40"), origins=TWO, independent_origins=2, two_source_rule="met"),
        fact(account("r1", "7", high="+"), account("r2", "9"), verdict="compatible", readings=("vaguer",)),
        fact(account("r1", "55"), verdict="single"),
    ]
    said = brief(facts, NAMES, code)
    assert len(said) == len(facts)
    assert not any("{" in sentence or "\n" in sentence for sentence in said)


@pytest.mark.parametrize("code", ABLE)
def test_every_language_fills_the_same_parts_as_that_of_the_interface(code):
    def parts(table):
        return {name: {part for _, part, _, _ in Formatter().parse(text) if part} for name, text in table.items()}

    mine, first = load(code).table("brief"), load(words().code).table("brief")
    for group in ("sentence", "known", "why", "stance"):
        assert parts(mine[group]) == parts(first[group])
    assert set(mine["word"]) == set(first["word"])


@pytest.mark.parametrize("code", [code for code in ABLE if code != words().code])
def test_every_language_names_every_concept(code):
    labels = load(code).table("brief")["label"]
    assert set(concepts()) - set(labels) == set()
    assert all(labels.values())


def test_a_language_without_a_table_is_refused_with_those_that_have_one():
    with pytest.raises(UsageError, match=r"no brief in 'qq'; there is one in: .*nb"):
        brief([contested()], NAMES, "qq")


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Amount(Decimal(7000), None, "person", False, False), "7,000 or more"),
        (Amount(None, Decimal(30), "percent", False, False), "30 percent or fewer"),
        (Amount(Decimal(100), Decimal(999), "person", False, True), "100 to 999 (“some words”)"),
        (Amount(Decimal("0.5"), Decimal("0.5"), "item", False, False), "half"),
        (Amount(Decimal("2.50"), Decimal("2.50"), "km", True, False), "about 2.5 km"),
    ],
)
def test_amounts_in_words(figure, said):
    assert words().amount(figure, "some words") == said


def test_numbers_are_written_as_the_language_does():
    assert words("da").number(Decimal("7000.5")) == "7.000,5"
    assert words("nb").number(Decimal(7000)) == "7\u00a0000"


@pytest.mark.parametrize(
    ("when", "weekday", "said"),
    [
        ("2021-03-04", None, "4 March 2021"),
        ("2021-03", None, "March 2021"),
        ("2021-03-04T07:30", None, "4 March 2021, 07:30"),
        ("2021-03-01/2021-03-31", 6, "a Saturday"),
        ("2021-03-01/2021-03-31", None, "between 1 March 2021 and 31 March 2021"),
        ("202X", None, "202X"),
    ],
)
def test_days_in_words(when, weekday, said):
    assert words().day(msgspec.structs.replace(account("r1"), when=when, weekday=weekday)) == said


def test_many_reports_and_values_are_counted_and_not_listed():
    names = {f"r{n}": f"{n}.txt" for n in range(60)}
    accounts = [account(f"r{n}", str(30 + n // 10)) for n in range(60)]
    (said,) = brief([fact(*accounts, verdict="conflict", readings=("conflict",))], names)
    assert said.startswith("Contested: deaths – 30 (0.txt; 1.txt; 2.txt; 3.txt; 6 more), 31 (10.txt;")
    assert "or 2 more; as they stand" in said
    assert len(said) < 300


def test_one_more_than_the_limit_is_named():
    assert words().few(["a", "b", "c"], 2) == ["a", "b", "c"]
    assert words().few(["a", "b", "c", "d"], 2) == ["a", "b", "2 more"]


def test_a_state_bears_its_article_in_a_sentence():
    english = words("en")

    assert english.state("state:US") == "the state of the United States"
    assert english.state("state:DK") == "the state of Denmark"
