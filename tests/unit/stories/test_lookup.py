"""Pieces are those that stand between spaces; each has one value, whatever table it stands in."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.stories.lookup import SLOTS, Lookup, split

TEXTS = st.lists(st.text(alphabet=st.sampled_from("ab é\u2003\u3000\u3001\n\x1c\ud800蘭"), max_size=30), max_size=5)


def read(texts):
    pieces = split(texts, [0] * len(texts))
    return pieces, [pieces.read(place) for place in range(len(pieces.keys))]


@settings(deadline=None)
@given(TEXTS)
def test_texts_are_cut_as_python_cuts_them(texts):
    pieces, found = read(texts)

    assert found == [piece for text in texts for piece in text.split()]
    assert pieces.texts.tolist() == [number for number, text in enumerate(texts) for _ in text.split()]


@settings(deadline=None)
@given(TEXTS)
def test_the_same_pieces_have_the_same_numbers_and_others_have_others(texts):
    pieces, found = read(texts)
    alone = [int(split([piece], [0]).keys[0]) for piece in found]

    assert pieces.keys.tolist() == alone
    assert len(set(alone)) == len(set(found))


def test_a_piece_has_another_number_under_another_salt():
    keys = split(["die", "die"], [0, 1]).keys

    assert keys[0] != keys[1]


def test_each_piece_keeps_its_value_while_the_table_grows():
    lookup, values = Lookup(), {}
    for begin in range(0, 4 * SLOTS, SLOTS // 3):
        names = [f"x{number}" for number in range(begin, begin + SLOTS // 2)]
        pieces = split([" ".join(names)], [0])

        def make(place, names=names):
            assert names[place] not in values
            return values.setdefault(names[place], len(values)), True

        found = lookup.find(pieces.keys, make)

        assert found.tolist() == [values[name] for name in names]


def test_numbers_that_fall_on_one_place_are_kept_apart():
    lookup = Lookup()
    keys = np.array([5, 5 + SLOTS, 5 + 2 * SLOTS, SLOTS - 1, 2 * SLOTS - 1], np.uint64)

    assert lookup.find(keys, lambda place: (place, True)).tolist() == [0, 1, 2, 3, 4]
    assert lookup.find(keys[::-1], lambda place: (-1, True)).tolist() == [4, 3, 2, 1, 0]


def test_what_is_not_to_be_kept_is_made_each_time():
    lookup, keys = Lookup(), split(["a a"], [0]).keys
    made = iter(range(10))

    assert lookup.find(keys, lambda _: (next(made), False)).tolist() == [0, 1]
    assert lookup.find(keys, lambda _: (next(made), False)).tolist() == [2, 3]
