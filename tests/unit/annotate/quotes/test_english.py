"""How English reports speech: what may stand between words in marks, their speaker and the verb."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import quotes, said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Is the quay safe?” asked Owen Dale, now the harbour master.", "Owen Dale"),
        ("“Get out of the water!” Dale shouted.", "Dale"),
        ("“A fine day for sailing!,” she tweeted.", "she"),
        ("“It took years,” Nora Finch, Mrs. Dale's chief of staff, said in an interview.", "Nora Finch"),
        ("''He was asleep,'' the pilot, Owen Dale, told the court after the hearing.", "the pilot, Owen Dale"),
        ('"The ice will hold,” Owen Dale, head of the rescue corps, said on Monday.', "Owen Dale"),
        ("''They tell us each year, 'This is the last one,''' Mr. Dale said.", "Mr. Dale"),
        ("“The song is called ‘The Ferry,’” Dale wrote.", "Dale"),
    ],
)
def test_speaker_behind_words_in_marks(text: str, speaker: str):
    ((_, found),) = said(text, "en")

    assert found == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“The risk,” said Owen Dale, an engineer who has built two bridges, “is that the ice breaks.”",
        "“I was cold,” said Nora Finch, 44. “I called my brother, and he said, ‘Swim.’”",
        "“They know it,” said Dale, speaking of the owners, “and they wait.”",
    ],
)
def test_turn_goes_on_behind_all_that_is_told_of_its_speaker(text: str):
    (quote,) = quotes(text, "en")

    assert len(quote.parts) == 2
    assert text.endswith(quote.text[-4:] + "”")


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Still, Nora Finch, a senior adviser to Mr. Dale, said on Tuesday that the ferry would run.",
            "that the ferry would run",
            "Nora Finch",
        ),
        ("It said two boats were missing in the strait.", "two boats were missing in the strait", "It"),
        ("Only 24 percent said they trusted the port.", "they trusted the port", "24 percent"),
        ("About four out of 10 voters said life was worse.", "life was worse", "four out of 10 voters"),
        (
            "Mr. Dale, officials said, has become more careful.",
            "Mr. Dale, officials said, has become more careful",
            "officials",
        ),
        (
            "The speech ''was a clear answer,'' said Nora Finch, the host.",
            "The speech ''was a clear answer,''",
            "Nora Finch",
        ),
    ],
)
def test_subject_of_a_verb_of_saying(text: str, content: str, speaker: str):
    assert (content, speaker) in said(text, "en")


def test_the_title_of_a_work_is_no_speech():
    assert said("In her new book, “Cold Water Rising,” which sells well, the diver looks back.", "en") == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Ten people were hurt, police and the fire service said.",
            "police and the fire service",
            "Ten people were hurt",
        ),
        (
            "Dale Shipping said it would lay off 150 people, or 17% of its staff.",
            "Dale Shipping",
            "it would lay off 150 people, or 17% of its staff",
        ),
    ],
)
def test_two_that_speak_and_what_a_number_comes_to(text: str, speaker: str, words: str):
    (quote,) = quotes(text, "en")

    assert (quote.speaker.text, quote.text) == (speaker, words)
