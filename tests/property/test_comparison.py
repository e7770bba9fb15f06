"""Any two statements compare alike from both sides, and no order of them changes what is put together."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.corroborate.builders import WHY, amount, statement, time

from twosource.corroborate.align import align, compare
from twosource.corroborate.statements import Statement
from twosource.model import Quote, Span

CONCEPTS = ("death", "find_dead", "injury", "protest", "attendance", "accept", "reject", "denial", "number", "measure")
NAMES = st.frozensets(st.sampled_from(["place:a", "place:b", "org:x", "org:y"]), max_size=2)
FLAGS = ("alone", "sole", "partial", "only", "dated", "total")
DAYS = (None, "2021-05-01", "2021-05-02", "2021-05-20")


@st.composite
def figures(draw: st.DrawFn) -> object:
    low = draw(st.sampled_from(["1", "5", "5+", "40", "100+", "1000", "1500"]))
    unit = draw(st.sampled_from(["person", "item", "km", "[mi_i]", "percent"]))
    counted = draw(st.sampled_from([None, "person", "building", "dwelling", "demonstrator"]))
    scope = draw(st.sampled_from([None, "part", "place", "cumulative"]))
    return amount(low, unit=unit, counted=counted, scope=scope, approximate=draw(st.booleans()))


@st.composite
def statements(draw: st.DrawFn, kind: str) -> Statement:
    more: dict[str, object] = {flag: draw(st.booleans()) for flag in FLAGS}
    if kind == "figure":
        more["figure"] = draw(figures())
    if kind == "claim":
        text = draw(st.sampled_from(["We go", "We do not go", "We shall go as soon as we can"]))
        more |= {"quote": Quote(Span(0, len(text)), text, "verbatim", WHY), "speaker": draw(st.sampled_from("ab"))}
        more["content"] = draw(st.frozensets(st.sampled_from(["number:1", "concept:war", "org:x"])))
    day = draw(st.sampled_from(DAYS))
    return statement(
        draw(st.sampled_from(["r1", "r2", "r3"])),
        draw(st.sampled_from(CONCEPTS)),
        kind=kind,
        when=time(day) if day else None,
        published=draw(st.sampled_from(DAYS)),
        start=draw(st.integers(0, 9)) * 10,
        modality=draw(st.sampled_from(["happened", "planned", "feared", "claimed"])),
        polarity=draw(st.sampled_from(["affirmed", "denied"])),
        parties=draw(NAMES),
        places=draw(NAMES),
        words=draw(st.frozensets(st.sampled_from(["alpha", "beta", "gamma"]))),
        language=draw(st.sampled_from(["da", "sv"])),
        **more,
    )


KINDS = st.sampled_from(["figure", "when", "event", "claim"])
PAIRS = KINDS.flatmap(lambda kind: st.tuples(statements(kind), statements(kind)))


@given(PAIRS)
def test_a_comparison_is_the_same_from_both_sides(pair: tuple[Statement, Statement]):
    one, other = compare(*pair), compare(*pair[::-1])

    assert (one.relation, one.likeness, set(one.readings)) == (other.relation, other.likeness, set(other.readings))


@given(st.lists(KINDS.flatmap(statements), max_size=5), st.randoms())
def test_no_order_of_statements_changes_the_groups(told: list[Statement], chance: object):
    distinct = [
        msgspec.structs.replace(s, span=Span(10 * n, 10 * n + 5), clause=Span(10 * n, 10 * n + 5))
        for n, s in enumerate(told)
    ]
    shuffled = list(distinct)
    chance.shuffle(shuffled)

    def groups(given_statements: list[Statement]) -> set[frozenset[tuple[str, int]]]:
        return {frozenset((s.report, s.span.start) for s in group.statements) for group in align(given_statements)}

    assert groups(distinct) == groups(shuffled)
