"""One label for a name through a whole report."""

from twosource.annotate.names_document import Mention, settle

PERSON, ORGANISATION, PLACE = (0.9, 0.05, 0.0, 0.0), (0.3, 0.5, 0.1, 0.0), (0.0, 0.05, 0.9, 0.0)


def test_a_surname_takes_the_kind_of_the_full_name() -> None:
    words = [["Eva", "Nordby", "sover"], ["hos", "Nordby"], ["Nordbys", "bil"]]
    mentions = [
        Mention(0, 0, 2, PERSON, "person"),
        Mention(1, 1, 2, ORGANISATION, "organisation"),
        Mention(2, 0, 1, ORGANISATION, "organisation"),
    ]
    assert [(s.kind, s.by_document) for s in settle(words, mentions)] == [
        ("person", False),
        ("person", True),
        ("person", True),
    ]


def test_one_doubtful_mention_does_not_outvote_a_sure_one() -> None:
    words = [["i", "Nordby"], ["Nordby"]]
    mentions = [Mention(0, 1, 2, PLACE, "place"), Mention(1, 0, 1, ORGANISATION, "organisation")]
    assert [s.kind for s in settle(words, mentions)] == ["place", "place"]


def test_a_word_left_out_is_taken_up_where_the_report_has_the_name_elsewhere() -> None:
    words = [["hos", "Nordby"], ["Nordby", "sover"], ["Sørby", "sover"]]
    doubtful = (0.3, 0.0, 0.0, 0.0)
    mentions = [
        Mention(0, 1, 2, PERSON, "person"),
        Mention(1, 0, 1, doubtful, None),
        Mention(2, 0, 1, doubtful, None),
    ]
    assert [(s.sequence, s.kind) for s in settle(words, mentions)] == [(0, "person"), (1, "person")]


def test_a_word_that_is_surely_none_stays_out() -> None:
    words = [["hos", "Bakke"], ["Bakke", "opp"]]
    mentions = [Mention(0, 1, 2, PERSON, "person"), Mention(1, 0, 1, (0.02, 0.0, 0.0, 0.0), None)]
    assert [s.sequence for s in settle(words, mentions)] == [0]


def test_no_mentions_no_names() -> None:
    assert settle([], []) == []
