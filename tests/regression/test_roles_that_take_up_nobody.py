"""A role without a name means somebody named before only where its words take somebody up.

"Prosecutors", "en åklagare" and "åklagare i Lund" take up nobody; whom a sentence tells of is not who says it; and
who once held a post is not who holds it.
"""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.link import cast
from twosource.model import Reading
from twosource.pipeline import annotate


def reading_of(code: str, text: str) -> Reading:
    return annotate(msgspec.structs.replace(make_report(text, source="x"), language=code))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Tidigare vd:n Karl Lind greps på lördagen, enligt åklagare i Lund."),
        ("sv", "Karl Lind, ägaren, greps på lördagen, enligt en åklagare."),
        ("nb", "Karl Lind ble pågrepet lørdag, opplyser statsadvokaten."),
        ("da", "Karl Lind blev anholdt lørdag, oplyser anklager i Roskilde."),
        ("de", "Der Unternehmer Karl Lind ist wieder frei, sagte der Staatsanwalt."),
        ("en", "Karl Lind left the country on Friday. A court froze his accounts, prosecutors said."),
        ("en", "Karl Lind was freed on Friday, the prosecutor said."),
        ("fr", "Karl Lind a été libéré vendredi, selon le procureur."),
    ],
)
def test_a_role_means_nobody_told_of_in_what_it_says(code: str, text: str):
    reading = reading_of(code, text)
    assert [q.speaker.name for q in reading.quotes if q.speaker] == [None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Karl Lind, åklagare i Lund, mötte pressen. Åtal kommer att väckas, säger åklagaren."),
        ("nb", "Politimester Karl Lind møtte pressen. To er pågrepet, sier politimesteren."),
        ("en", "Prosecutor Karl Lind met reporters. Two people will be charged, the prosecutor said."),
    ],
)
def test_a_definite_role_means_whom_the_report_named_in_it(code: str, text: str):
    reading = reading_of(code, text)
    assert [q.speaker.name for q in reading.quotes if q.speaker] == ["Karl Lind"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Bolaget Vinda går bra. Tidigare vd:n Karl Lind säger att bolaget saknar pengar."),
        ("nb", "Tidligere norske statsminister Karl Lind sier at det er galt."),
        ("nb", "Eksminister Karl Lind sier at det er galt."),
        ("da", "Den forhenværende statsminister Karl Lind siger, at det er galt."),
        ("de", "Der frühere Außenminister Karl Lind sagte, es sei kalt."),
        ("de", "Der Ex-Minister Karl Lind sagte, es sei kalt."),
        ("en", "Former defence minister Karl Lind said that it was cold."),
        ("es", "El exministro Karl Lind dijo que hace frío."),
        ("fr", "L'ancien ministre de la Justice Karl Lind a déclaré que tout va bien."),
        ("nl", "Oud-minister Karl Lind zei dat het koud is."),
        ("pl", "Były premier Karol Lind powiedział, że jest zimno."),
        ("fi", "Entinen pääministeri Karl Lind sanoi, että on kylmä."),
    ],
)
def test_who_once_held_a_post_speaks_for_himself(code: str, text: str):
    reading = reading_of(code, text)
    party = cast([reading]).party(reading.attributions[-1].links[-1], reading.report.id)
    assert party is not None
    assert (party.kind, party.label.split()[-1]) == ("person", "Lind")


def test_who_holds_a_post_is_not_who_once_held_it():
    text = "Tidligere statsminister Karl Lind var i Bergen. Det er galt, sier statsministeren."
    assert [q.speaker.name for q in reading_of("nb", text).quotes if q.speaker] == [None]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Avtalet är klart, enligt EU:s talesperson.", "eu"),
        ("Avtalet är klart, enligt FN:s talesperson Eva Ek.", "un"),
        ("Avtalet är klart, uppger FN:s talesperson.", "un"),
    ],
)
def test_a_genitive_behind_a_colon_says_whose_a_role_is(text: str, party: str):
    reading = reading_of("sv", text)
    found = cast([reading]).party(reading.attributions[-1].links[-1], reading.report.id)
    assert found is not None
    assert found.key == party
