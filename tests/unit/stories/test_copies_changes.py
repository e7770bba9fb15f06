"""Changes: what a copy leaves out, adds, rewords, moves, and which numbers it changes."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from twosource.ingest import make_report
from twosource.model import Change, Reading, Report, Sentence, Span
from twosource.pipeline import annotate
from twosource.stories.copies_changes import find_changes

ONE = "The barge ran aground in Ostby harbour on Monday."
TWO = "Two men were taken off by a pilot boat."
THREE = "The harbour master says that 40 tonnes of oil are on board."


def reading(*sentences, language="en"):
    text, found = "", []
    for sentence in sentences:
        found.append(Sentence(Span(len(text), len(text) + len(sentence)), 0))
        text += f"{sentence} "
    return Reading(Report(id="r", source="r", text=text, language=language), sentences=tuple(found))


def told(changes):
    return [(c.kind, c.before.text if c.before else None, c.after.text if c.after else None) for c in changes]


def test_the_same_sentences_in_the_same_order_are_no_change():
    assert find_changes(reading(ONE, TWO), reading(ONE, TWO)) == ()


def test_sentences_left_out_and_added():
    found = find_changes(reading(ONE, TWO), reading("A reader sent us a picture.", ONE))

    assert told(found) == [("added", None, "A reader sent us a picture."), ("left_out", TWO, None)]


def test_a_sentence_with_another_number():
    other = THREE.replace("40", "60")
    (change,) = find_changes(reading(ONE, THREE), reading(ONE, other))

    assert told([change]) == [("numbers", THREE, other)]
    assert change.numbers == (("40",), ("60",))


def test_a_reworded_and_a_moved_sentence():
    reworded = "Two men were rescued by a pilot boat."
    found = find_changes(reading(ONE, TWO, THREE), reading(THREE, ONE, reworded))

    assert told(found) == [("moved", THREE, THREE), ("reworded", TWO, reworded)]


def test_a_translation_changes_what_it_leaves_out_and_its_numbers_alone():
    def read(text, language):
        return annotate(msgspec.structs.replace(make_report(text, source="x"), language=language))

    nb = read("Ferga lå ved kai i 40 minutter. Kapteinen kunne ikke forklare feilen. Passasjerene fikk kaffe.", "nb")
    nn = read("Ferja låg ved kai i 50 minutt. Kapteinen kunne ikkje forklare feilen.", "nn")

    assert [(c.kind, c.numbers) for c in find_changes(nb, nn)] == [
        ("numbers", (("40",), ("50",))),
        ("left_out", ((), ())),
    ]


SENTENCES = st.lists(st.sampled_from([ONE, TWO, THREE, "Nobody knows why.", "7"]), max_size=6)


@given(SENTENCES, SENTENCES)
def test_each_sentence_is_told_at_most_once_and_stands_where_it_is_said_to_stand(first, second):
    before, after = reading(*first), reading(*second)
    changes = find_changes(before, after)

    for source, side in ((before, "before"), (after, "after")):
        passages = [p for c in changes if (p := getattr(c, side)) is not None]
        assert len({p.start for p in passages}) == len(passages)
        assert all(source.report.text[p.start : p.end] == p.text for p in passages)
    assert all(isinstance(change, Change) and (change.before or change.after) for change in changes)


def test_a_number_in_groups_is_one_number():
    (change,) = find_changes(reading(ONE, "It had 1 500 guests."), reading(ONE, "It had 1,600 guests."))

    assert change.numbers == (("1500",), ("1600",))
