"""Average linkage: by the average and not the nearest, whatever the order; what is barred stays apart."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.stories.linkage import BARE, Group, Pairs, cooled, join
from twosource.stories.vectors import Desk, Vector

LETTERS = "abcdef"


def group(number, features, day=None, **more):
    length = len(features) ** 0.5
    numbers = np.array([LETTERS.index(feature) for feature in features], np.int32)
    return Group(Vector(numbers, np.full(len(features), 1 / length)), 1, day, number, **more)


def parts(groups, pairs, same=0.4, sure=()):
    desk = Desk(len(LETTERS))
    found = [desk.products(groups[a].vector, [groups[b].vector])[0] for a, b in pairs]
    first, second = np.array(pairs, np.int64).reshape(-1, 2).T
    went, _ = join(groups, Pairs(first, second, np.array(found)), same, sure, names=LETTERS)
    found = {}
    for number in [*groups, *went]:
        root = number
        while root in went:
            root = went[root]
        found.setdefault(root, set()).add(number)
    return {frozenset(members) for members in found.values()}


def test_groups_join_by_their_average():
    groups = {0: group(0, "ab"), 1: group(1, "ab"), 2: group(2, "bc"), 3: group(3, "cd"), 4: group(4, "cd")}

    assert parts(groups, [(0, 1), (1, 2), (2, 3), (3, 4)], 0.6) == {
        frozenset({0, 1}),
        frozenset({2}),
        frozenset({3, 4}),
    }


def test_what_lies_apart_in_time_is_less_alike():
    groups = {0: group(0, "ab", 1.0), 1: group(1, "ab", 9.0)}

    assert len(parts(groups, [(0, 1)])) == 2
    assert cooled(1.0, None) == 1.0
    assert cooled(1.0, 3.0) == 0.5


def test_groups_of_headlines_are_as_like_as_their_sums():
    headlines = {n: group(n, features, bare=True) for n, features in enumerate(("ab", "ac", "bc"))}
    texts = {n: group(n, features) for n, features in enumerate(("ab", "ac", "bc"))}
    near = [(0, 1), (0, 2), (1, 2)]

    assert len(parts(headlines, near, 0.53 * BARE, sure=[(0, 1)])) == 1  # each pair is 0.5 like, their sums 0.58
    assert len(parts(texts, near, 0.53, sure=[(0, 1)])) == 2


def test_headlines_cool_off_sooner():
    def found(**more):
        return len(parts({n: group(n, "ab", float(n), **more) for n in (0, 1)}, [(0, 1)], 0.7))

    assert found() == 1
    assert found(bare=True) == 2


def test_what_is_barred_or_settled_stays_apart():
    for more in ({"settled": True},):
        assert len(parts({n: group(n, "ab", **more) for n in (0, 1)}, [(0, 1)])) == 2
    barred = {0: group(0, "ab", bars=frozenset({1})), 1: group(1, "ab", bars=frozenset({-1}))}
    assert len(parts(barred, [(0, 1)])) == 2


def test_what_is_sure_is_one_however_little_alike():
    groups = {0: group(0, "ab"), 1: group(1, "cd"), 2: group(2, "ab"), 3: group(3, "ef")}

    assert parts(groups, [(0, 2)], 0.6, [(1, 2)]) == {frozenset({1, 2}), frozenset({0}), frozenset({3})}


def test_a_group_is_compared_with_those_that_only_one_of_its_members_is_near():
    groups = {0: group(0, "abc"), 1: group(1, "abc"), 2: group(2, "bcd"), 3: group(3, "abd")}

    assert parts(groups, [(0, 1), (1, 2), (0, 3)], 0.6) == {frozenset({0, 1, 2, 3})}


@settings(deadline=None)
@given(st.lists(st.sets(st.sampled_from("abcdef"), min_size=1), min_size=2, max_size=7), st.randoms())
def test_the_order_of_the_pairs_does_not_matter(features, random):
    def made():
        return {n: group(n, sorted(some)) for n, some in enumerate(features)}

    pairs = [(a, b) for a in range(len(features)) for b in range(a)]
    mixed = random.sample(pairs, len(pairs))

    assert parts(made(), pairs) == parts(made(), mixed)
