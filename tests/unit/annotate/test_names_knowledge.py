"""What is known of words: what they were part of in names, the ends of compounds, towns."""

import pytest

from twosource.annotate.names_knowledge import seen_as, tail_of, town_code

SEEN = {"bakke": "N2"}


@pytest.mark.parametrize(("fold", "code"), [("bakke", "N2"), ("bakkes", "N2"), ("bakke's", "N2"), ("bakken", "")])
def test_a_genitive_was_seen_as_its_stem_was(fold: str, code: str) -> None:
    assert seen_as(fold, lambda word: SEEN.get(word, "")) == code


@pytest.mark.parametrize(("fold", "level"), [("skattereform", "2"), ("reform", "0"), ("areform", "3"), ("", "0")])
def test_a_compound_is_as_common_as_its_longest_known_end(fold: str, level: str) -> None:
    assert tail_of(fold, lambda word: {"reform": "2", "form": "3"}.get(word, "0")) == level


def test_towns_are_told_by_their_size_at_home_and_anywhere_also_in_the_genitive() -> None:
    home, far = {"nordby": "1"}, {"nordby": "3", "sund": "2"}
    assert town_code("nordby", home, far) == town_code("nordbys", home, far) == "H1F3"
    assert town_code("sund", home, far) == "F2"
    assert town_code("sunds", home, far) == "F2"
    assert town_code("sørby", home, far) == town_code("", home, far) == ""
