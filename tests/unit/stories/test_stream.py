"""A stream: one event together, another apart, however many come at once; what was said, held and corrected."""

import pytest

from twosource.errors import UsageError
from twosource.model import Report
from twosource.stories import rarity
from twosource.stories import running as running_room
from twosource.stories import stream as room
from twosource.stories.corrections import Correction, Corrections
from twosource.stories.running import Running, described, row
from twosource.stories.sketch import Sketch
from twosource.stories.sketcher import Sketcher

BARGE = (
    "A barge loaded with gravel ran aground in Vesterhavn harbour, and a pilot boat took two men off it.",
    "Two men were taken off a gravel barge by a pilot boat when it ran aground at Vesterhavn harbour.",
    "The gravel barge aground in Vesterhavn harbour was towed free after the pilot boat had taken off two men.",
)
COUNCIL = (
    "The council of Ostby voted against a new swimming pool after a long debate about money.",
    "No new swimming pool: after a debate about money the council of Ostby voted against it.",
)
BARGE_DE = "In Vesterhavn ist ein Schiff auf Grund gelaufen; zwei Verletzte aus Norwegen kamen ins Krankenhaus."
BARGE_DA = "I Vesterhavn er et skib gået på grund; to sårede fra Norge kom på hospitalet."


def report(id, text, published="2021-03-01", language="en"):
    return Report(id=id, source=id, text=text, published=published, language=language)


def several():
    texts = [BARGE[0], COUNCIL[0], BARGE[1], COUNCIL[1], BARGE[2]]
    return [report(str(n), text) for n, text in enumerate(texts)]


def tell(reports, **wishes):
    running = Running(**wishes)
    lines = [line for one in reports for line in running.add(one, one.id)]
    return {line.id: line for line in [*lines, *running.finish()]}


def stories(reports, **wishes):
    return {id: line.story for id, line in tell(reports, **wishes).items()}


def test_reports_of_one_event_are_one_story_called_by_the_first():
    assert stories(several()) == {"0": "s1", "1": "s2", "2": "s1", "3": "s2", "4": "s1"}


def test_each_membership_says_what_ties_it():
    why = [described(feature) for feature in tell(several())["2"].why]

    assert {"barge", "vesterhavn"} & set(why)


def test_a_report_alone_has_nothing_that_ties_it():
    line = tell([report("a", BARGE[0])])["a"]

    assert (line.story, line.why) == ("s1", ())
    assert row(line, None) == {"id": "a", "story": "s1", "copy_of": None}


def test_neighbouring_languages_meet_in_names_cognates_and_concepts():
    told = stories([report("de", BARGE_DE, language="de"), report("da", BARGE_DA, language="da"), *several()[1:2]])

    assert told["de"] == told["da"] != told["1"]


def test_reports_beyond_the_window_are_no_one_story():
    late = [report("a", BARGE[0], "2021-03-01"), report("b", BARGE[1], "2021-03-20")]

    assert len(set(stories(late).values())) == 2


def test_the_same_a_few_days_later_follows():
    told = tell([report("a", BARGE[0], "2021-03-01"), report("b", BARGE[0], "2021-03-07")])

    assert told["a"].story != told["b"].story
    assert (told["b"].relation, told["b"].related) == ("follows", told["a"].story)


def test_a_correction_holds():
    apart = Corrections([Correction(("0", "2"), "apart")])
    same = Corrections([Correction(("0", "1"), "same")])

    assert len({stories(several(), corrections=apart)[id] for id in ("0", "2")}) == 2
    assert len({stories(several(), corrections=same)[id] for id in ("0", "1")}) == 1


def test_a_correction_that_is_undone_holds_no_more():
    lines = [Correction(("0", "2"), "apart"), Correction(("2", "0"), "undone")]

    assert stories(several(), corrections=Corrections(lines)) == stories(several())


def test_a_correction_holds_over_what_was_settled(monkeypatch):
    monkeypatch.setattr(room, "TOGETHER", 2)
    said = Corrections([Correction(("0", "2"), "apart"), Correction(("1", "4"), "same")])
    told = stories(several(), corrections=said)

    assert told["0"] != told["2"]
    assert told["1"] == told["4"]


@pytest.mark.parametrize("together", [1, 2, 3, 100])
def test_a_state_goes_on_where_it_stopped(tmp_path, monkeypatch, together):
    monkeypatch.setattr(room, "TOGETHER", together)
    at_once = stories(several())
    told = {}
    for one in several():
        running = Running()
        running.load(tmp_path / "state")
        told |= {line.id: line.story for line in [*running.add(one, one.id), *running.finish()]}
        running.save(tmp_path / "state")

    assert told == at_once


def test_what_was_said_is_said_again_only_where_it_changed(tmp_path):
    first, *others = several()
    running = Running()
    running.add(first, first.id)
    assert [line.id for line in running.finish()] == ["0"]
    running.save(tmp_path / "state")
    again = Running()
    again.load(tmp_path / "state")
    for one in others:
        again.add(one, one.id)

    assert [line.id for line in again.finish()] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_how_many_are_sketched_together_changes_nothing(monkeypatch, batch):
    at_once = tell(several())
    monkeypatch.setattr(running_room, "BATCH", batch)
    monkeypatch.setattr(room, "TOGETHER", 100)

    assert tell(several()) == at_once


@pytest.mark.parametrize("together", [1, 2, 3, 100])
def test_reports_sketched_elsewhere_give_the_same_stories(monkeypatch, together):
    monkeypatch.setattr(room, "TOGETHER", together)
    reports, running, makers = several(), Running(), (Sketcher(), Sketcher())
    lines = []
    for number, begin in enumerate(range(0, len(reports), 2)):
        some = reports[begin : begin + 2]
        for said in running.put(makers[number % 2].parcel(some), [one.id for one in some]):
            lines += said

    assert {line.id: line for line in [*lines, *running.finish()]} == tell(several())


def test_features_that_are_forgotten_change_no_story(monkeypatch):
    expected = stories(several())
    monkeypatch.setattr(room, "TOGETHER", 2)
    monkeypatch.setattr(rarity, "LARGEST", 10)

    assert stories(several()) == expected


def test_a_state_by_names_goes_on_after_features_were_forgotten(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "TOGETHER", 2)
    monkeypatch.setattr(rarity, "LARGEST", 10)
    first, again = Running(), Running()
    for one in several()[:3]:
        first.add(one, one.id)
    first.save(tmp_path / "state")
    again.load(tmp_path / "state")
    again.save(tmp_path / "again")

    assert (tmp_path / "state").read_bytes() == (tmp_path / "again").read_bytes()


def test_a_file_that_is_no_state_is_refused(tmp_path):
    (tmp_path / "state").write_bytes(b"no state")

    with pytest.raises(UsageError):
        Running().load(tmp_path / "state")


def test_stories_past_the_window_are_let_go(monkeypatch):
    monkeypatch.setattr(room, "TOGETHER", 1)
    stream = room.Stream(window=3)
    for day in (1, 2, 20):
        stream.add(str(day), stream.marks(Sketch({f"w:{day}": 1.0}, float(day))))

    assert list(stream.stories) == [2]
    assert stream.latest == {2: 2}
