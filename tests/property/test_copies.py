"""Copies: whatever a copy names as its authority for what its original says, no fact stands on more parties for it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.corroborate.builders import FakeCast, amount, link, statement

from twosource.corroborate.origins import MET, trace

CAST = FakeCast(police="state:NO", ministry="state:NO", owner="company:x", union="union:y")
CHAINS = st.lists(st.sampled_from(["police", "ministry", "owner", "union", "stranger", "Agency"]), max_size=2).map(
    lambda names: tuple(link(name, "agency" if name == "Agency" else "body") for name in names)
)
ACCOUNTS = st.lists(
    st.tuples(st.sampled_from(["r1", "r2", "r3"]), CHAINS, st.sampled_from(["3", "5"])), min_size=1, max_size=5
)


def made(report, chain, value):
    return statement(report, chain=chain, figure=amount(value))


@given(ACCOUNTS, CHAINS)
def test_adding_a_copy_never_raises_independence(accounts, chain):
    before = [made(*account) for account in accounts]
    original, _, value = accounts[0]

    alone = trace(before, CAST)
    joined = trace([*before, made("copy", chain, value)], CAST, {"copy": original})

    assert joined.known == alone.known
    assert (joined.rule == MET) == (alone.rule == MET)


@given(CHAINS, CHAINS)
def test_a_number_that_only_the_copy_gives_is_its_own(first, second):
    said = [made("r1", first, "3"), made("r2", second, "5")]

    assert trace(said, CAST, {"r2": "r1"}).known == trace(said, CAST).known


@given(CHAINS, CHAINS)
def test_a_text_and_its_copy_never_meet_the_rule(first, second):
    found = trace([made("r1", first, "3"), made("r2", second, "3")], CAST, {"r2": "r1"})

    assert found.rule != MET
    assert len(found.origins) == 1
