"""Origins: who is behind a fact, and whether that makes two."""

from tests.unit.corroborate.builders import FakeCast, amount, link, statement

from twosource.corroborate.chains import end_of
from twosource.corroborate.origins import trace

AGENCY = link("Agency", "agency", "relays")


def test_two_bodies_of_one_state_are_one_party():
    cast = FakeCast(police="state:NO", mayor="state:NO")
    found = trace([statement(chain=(link("police"),)), statement("r2", chain=(link("mayor"),))], cast)

    assert (found.known, found.rule) == (1, "not_met")
    assert found.origins[0].names == ("police", "mayor")
    assert "one party" in found.origins[0].why


def test_two_parties_meet_the_rule():
    cast = FakeCast(police="state:NO", owner="company:x")
    found = trace([statement(chain=(AGENCY, link("police"))), statement("r2", chain=(link("owner"),))], cast)

    assert (found.known, found.rule) == (2, "met")


def test_an_agency_that_names_nobody_is_shown_and_not_counted():
    found = trace([statement(chain=(AGENCY,)), statement("r2", chain=())], FakeCast(Agency="name:agency"))

    assert (found.known, found.rule) == (0, "cannot_tell")
    assert [origin.party for origin in found.origins] == [None, None]
    assert found.origins[0].names == ("Agency",)


def test_one_known_and_one_unknown_cannot_be_told():
    found = trace([statement(chain=(link("police"),)), statement("r2", chain=())], FakeCast(police="state:NO"))

    assert (found.known, found.rule) == (1, "cannot_tell")


def test_a_third_unknown_does_not_undo_two_known():
    cast = FakeCast(police="state:NO", owner="company:x")
    chains = ((link("police"),), (link("owner"),), ())
    found = trace([statement(f"r{n}", chain=chain) for n, chain in enumerate(chains)], cast)

    assert (found.known, found.rule) == (2, "met")


def test_unnamed_sources_are_no_party():
    assert end_of((AGENCY, link("sources", "unnamed"))) is None


def test_an_own_reporter_is_an_origin():
    reporter = link("Agency", "reporter")

    assert end_of((AGENCY, reporter)) is reporter


def test_a_name_that_the_cast_cannot_place_is_not_counted():
    found = trace([statement(chain=(link("somebody"),))], FakeCast())

    assert (found.known, found.rule) == (0, "cannot_tell")


def test_two_states_told_by_the_setting_alone_are_not_two_parties():
    cast = FakeCast(score=0.5, army="state:AM", ministry="state:AZ")
    found = trace([statement(chain=(link("army"),)), statement("r2", chain=(link("ministry"),))], cast)

    assert (found.known, found.rule) == (1, "cannot_tell")


def test_a_guessed_party_adds_nothing_to_a_sure_one():
    cast = FakeCast(owner="company:x")
    guess = FakeCast(score=0.5, stranger="person:stranger")
    cast.party = lambda link, report, sure=cast.party: sure(link, report) or guess.party(link, report)
    found = trace([statement(chain=(link("stranger"),)), statement("r2", chain=(link("owner"),))], cast)

    assert (found.known, found.rule) == (1, "cannot_tell")


def test_unmapped_organisations_of_two_languages_may_be_one():
    cast = FakeCast(institutt="org:a", instituto="org:b")
    told = [
        statement(chain=(link("institutt"),), language="nb"),
        statement("r2", chain=(link("instituto"),), language="es"),
    ]

    assert trace(told, cast).rule == "cannot_tell"


def test_unmapped_organisations_of_one_language_are_two():
    cast = FakeCast(havlys="org:a", nordcell="org:b")
    told = [
        statement(chain=(link("havlys"),), language="nb"),
        statement("r2", chain=(link("nordcell"),), language="nb"),
    ]

    assert trace(told, cast).rule == "met"


def test_a_body_of_some_state_and_a_company_are_two_parties():
    cast = FakeCast(owner="company:x")
    guess = FakeCast(score=0.5, police="state:NO")
    cast.party = lambda link, report, sure=cast.party: sure(link, report) or guess.party(link, report)
    found = trace([statement(chain=(link("police"),)), statement("r2", chain=(link("owner"),))], cast)

    assert (found.known, found.rule) == (2, "met")


def test_unmapped_organisations_that_one_report_names_both_are_two():
    cast = FakeCast(havlys="org:a", sjomannsforbundet="org:b")
    cast.named["r2"] = ("org:a", "org:b")
    told = [
        statement(chain=(link("havlys"),), language="nb"),
        statement("r2", chain=(link("sjomannsforbundet"),), language="da"),
    ]

    assert trace(told, cast).rule == "met"


def test_a_name_that_says_nothing_may_be_a_body_of_the_state_that_another_language_names():
    cast = FakeCast(institute="state:ES")
    name = FakeCast(score=0.7, involv="org:involv")
    cast.party = lambda link, report, sure=cast.party: sure(link, report) or name.party(link, report)
    told = [
        statement(chain=(link("institute"),), language="es"),
        statement("r2", chain=(link("involv"),), language="nb"),
    ]

    assert trace(told, cast).rule == "cannot_tell"


def test_a_body_of_some_state_is_of_the_only_state_that_others_name():
    cast = FakeCast(police="state:?", ministry="state:PE")
    found = trace([statement(chain=(link("police"),)), statement("r2", chain=(link("ministry"),))], cast)

    assert (found.known, found.rule) == (1, "not_met")
    assert [origin.party for origin in found.origins] == ["state:PE"]


def test_a_copy_joins_the_origin_of_its_original_even_where_that_is_unknown():
    found = trace([statement("r1", chain=(AGENCY,)), statement("r2", chain=())], FakeCast(), {"r2": "r1"})

    assert [origin.accounts for origin in found.origins] == [(0, 1)]
    assert (found.known, found.rule) == (0, "cannot_tell")
    assert "r2 has the text of r1" in found.origins[0].why
    assert any("r2 has the text of r1" in reason for reason in found.reasons)


def test_a_copy_and_its_original_never_meet_the_rule():
    cast = FakeCast(police="state:NO", owner="company:x")
    found = trace(
        [statement("r1", chain=(link("police"),)), statement("r2", chain=(link("owner"),))], cast, {"r2": "r1"}
    )

    assert (found.known, found.rule) == (1, "not_met")
    assert found.origins[0].party == "state:NO"


def test_a_copy_repeats_the_account_with_its_value():
    cast = FakeCast(police="state:NO", owner="company:x")
    accounts = [
        statement("r1", figure=amount("3"), chain=(link("police"),)),
        statement("r1", figure=amount("5"), chain=(link("owner"),)),
        statement("r2", figure=amount("5"), chain=()),
    ]
    found = trace(accounts, cast, {"r2": "r1"})

    assert [origin.accounts for origin in found.origins] == [(0,), (1, 2)]


def test_a_copy_of_a_copy_goes_back_to_the_first():
    accounts = [statement(name, chain=()) for name in ("r3", "r2", "r1")]
    found = trace(accounts, FakeCast(), {"r3": "r2", "r2": "r1"})

    assert [origin.accounts for origin in found.origins] == [(0, 1, 2)]


def test_who_is_heard_through_the_other_source_is_no_second_one():
    cast = FakeCast(union="union:x", employers="company:y")
    told = statement("r1", chain=(AGENCY, link("employers"), link("union")))

    assert trace([told, statement("r2", chain=(link("employers"),))], cast).rule == "cannot_tell"
    assert trace([told, statement("r2", chain=(AGENCY, link("union")))], cast).rule == "not_met"


def test_two_who_speak_to_one_agency_are_two():
    cast = FakeCast(police="state:NO", owner="company:x", Agency="name:agency")
    chains = ((AGENCY, link("police")), (AGENCY, link("owner")))

    assert trace([statement(f"r{n}", chain=chain) for n, chain in enumerate(chains)], cast).rule == "met"


def test_one_who_says_that_it_happened_and_one_who_denies_it_are_no_two_sources():
    cast = FakeCast(police="state:NO", owner="company:x", embassy="state:SE")
    says = statement(kind="event", chain=(link("police"),))
    denies = statement("r2", kind="event", chain=(link("owner"),), polarity="denied")
    too = statement("r3", kind="event", chain=(link("embassy"),), polarity="denied")

    assert trace([says, denies], cast).rule == "not_met"
    assert trace([says, denies, statement("r3", kind="event", polarity="denied")], cast).rule == "cannot_tell"
    assert trace([says, denies, too], cast).rule == "met"
