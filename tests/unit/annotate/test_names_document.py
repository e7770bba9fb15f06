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


def test_a_genitive_is_the_same_name_where_the_report_has_it_without() -> None:
    words = [["Nordby"], ["Nordby"], ["Nordbys"], ["Moss"]]
    mentions = [
        Mention(0, 0, 1, PLACE, "place"),
        Mention(1, 0, 1, PLACE, "place"),
        Mention(2, 0, 1, PERSON, "person"),
        Mention(3, 0, 1, PERSON, "person"),
    ]
    assert [s.kind for s in settle(words, mentions)] == ["place", "place", "place", "person"]


def test_the_score_is_the_share_of_the_votes_where_the_report_changed_the_kind() -> None:
    words = [["Nordby"], ["Nordby"]]
    mentions = [Mention(0, 0, 1, PLACE, "place"), Mention(1, 0, 1, ORGANISATION, "organisation")]
    first, second = settle(words, mentions)
    assert (first.score, first.by_document) == (0.9, False)
    assert 0.5 < second.score < 0.9
    assert second.by_document


def test_a_surname_that_the_model_left_out_is_taken_up_where_the_report_has_the_full_name() -> None:
    words = [["Eva", "Nordby", "sover"], ["Nordby", "ler"], ["Sørby", "ler"]]
    mentions = [
        Mention(0, 0, 2, PERSON, "person"),
        Mention(1, 0, 1, (0.1, 0.0, 0.0, 0.0), None),
        Mention(2, 0, 1, (0.4, 0.0, 0.0, 0.0), None),
    ]
    assert [(s.sequence, s.kind, s.by_document) for s in settle(words, mentions)] == [
        (0, "person", False),
        (1, "person", True),
    ]


def test_what_is_known_of_a_name_weighs_with_its_mentions() -> None:
    mentions = [Mention(0, 0, 1, ORGANISATION, "organisation"), Mention(1, 0, 1, ORGANISATION, "organisation")]
    known = {"norge": (0.0, 0.0, 9.0, 0.0)}
    found = settle([["Norge"], ["Nordby"]], mentions, lambda words: known.get(" ".join(words)))
    assert [s.kind for s in found] == ["place", "organisation"]


def test_no_mentions_no_names() -> None:
    assert settle([], []) == []
