"""Whatever a dossier holds, every format can be written, and what is promised of each still holds."""

import csv
import io
import json
from html.parser import HTMLParser

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from twosource.model import (
    Account,
    Amount,
    Authority,
    Dossier,
    Entity,
    Fact,
    Failure,
    Moment,
    Origin,
    Story,
    StoryReport,
    Utterance,
)
from twosource.render import render

words = st.text(st.characters(codec=None), max_size=30) | st.sampled_from(
    [
        "</style>",
        "<b>",
        "\x1b[2J",
        "=1",
        "a\r\nb",
        "\u202e",
        "\udc80",
        "{{ 7 }}",
        "[bold]",
        "&amp;",
        "שלום",
        "👩‍🚒",
        "~",
        "%",
    ]
)
maybe = st.none() | words
dates = maybe | st.sampled_from(
    ["2021-03", "2021-03-07", "2021-13-45", "2021-03/..", "../..", "/", "P0D", "0000-00-00", "2021-W10"]
)
offsets = st.integers(-3, 70)
decimals = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
names = st.lists(words, max_size=3).map(tuple)
reports = st.sampled_from(["r1", "r2", "nobody"])
weekdays = st.none() | st.integers(-1, 9)
amounts = st.none() | st.builds(Amount, decimals, decimals, maybe, st.booleans(), st.booleans(), maybe, maybe)
authorities = st.lists(
    st.builds(Authority, words, words, maybe, offsets, offsets, st.just("relays"), maybe), max_size=3
).map(tuple)
accounts = st.builds(
    Account, reports, offsets, offsets, words, amounts, dates, weekdays, authorities, maybe, words, words, names
)
origins = st.builds(Origin, maybe, names, st.lists(st.integers(-5, 5), max_size=3).map(tuple), maybe, maybe)
facts = st.builds(
    Fact,
    id=words,
    kind=st.sampled_from(["figure", "when", "event"]) | words,
    concept=words,
    question=words,
    accounts=st.lists(accounts, max_size=4).map(tuple),
    verdict=st.sampled_from(["agree", "conflict", "single"]) | words,
    readings=names,
    origins=st.lists(origins, max_size=3).map(tuple),
    independent_origins=st.integers(0, 3),
    two_source_rule=st.sampled_from(["met", "not_met", "cannot_tell"]) | words,
    low=decimals,
    best=decimals,
    high=decimals,
    set_by=st.dictionaries(st.sampled_from(["low", "high"]), words),
    warnings=names,
    reasons=names,
)
quotes = st.builds(Utterance, reports, offsets, offsets, words, st.booleans(), words, maybe, maybe, maybe, names, names)
times = st.builds(Moment, reports, offsets, offsets, words, dates, weekdays, words, st.booleans())
entities = st.builds(Entity, words, words, words, st.dictionaries(words, names, max_size=2), maybe, maybe, names)
stories = st.builds(
    Story,
    id=words,
    reports=st.just(("r1", "r2", "nobody")),
    headline=words,
    when=dates,
    where=names,
    facts=st.lists(facts, max_size=3).map(tuple),
    quotes=st.lists(quotes, max_size=3).map(tuple),
    times=st.lists(times, max_size=3).map(tuple),
    entities=st.lists(entities, max_size=2).map(tuple),
    brief=names,
)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    failures = st.lists(st.builds(Failure, words, words, words), max_size=2).map(tuple)
    listed = tuple(
        StoryReport(name, draw(words), draw(st.sampled_from(["da", "ar", "xx"])), draw(dates), draw(maybe), draw(maybe))
        for name in ("r1", "r2")
    )
    texts = {"r1": draw(st.text(st.characters(codec=None), max_size=60)), "r2": draw(words)}
    return Dossier("0", listed, tuple(draw(st.lists(stories, max_size=2))), draw(failures), texts)


some = settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@some
@given(dossiers())
def test_json_can_always_be_read_back(dossier: Dossier) -> None:
    told = json.loads(render(dossier, "json"))

    assert len(told["stories"]) == len(dossier.stories)


@some
@given(dossiers(), st.booleans(), st.integers(60, 200))
def test_terminal_text_keeps_its_width_and_steers_nothing(dossier: Dossier, color: bool, width: int) -> None:
    written = render(dossier, "terminal", color=color, width=width)

    assert "\x1b[2J" not in written
    assert "\u202e" not in written
    if not color:
        assert max(cell_len(line) for line in written.split("\n")) <= width


@some
@given(dossiers())
def test_a_page_is_always_whole(dossier: Dossier) -> None:
    page = render(dossier, "html")

    parser = HTMLParser()
    parser.feed(page)
    parser.close()
    assert page.count("</style>") == 1
    assert page.count("<script") == 0
    assert page.rstrip().endswith("</html>")


@some
@given(dossiers())
def test_a_table_has_a_row_for_each_account(dossier: Dossier) -> None:
    written = render(dossier, "csv")

    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert len(rows) == 1 + sum(len(fact.accounts) for story in dossier.stories for fact in story.facts)
    assert len({len(row) for row in rows}) == 1


@some
@given(dossiers())
def test_markdown_holds_no_tag(dossier: Dossier) -> None:
    assert "<" not in render(dossier, "markdown")
