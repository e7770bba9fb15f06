"""From groups of statements to facts: accounts, verdict, origins, estimate, question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from twosource.annotate.concepts import concept
from twosource.annotate.times import report_day
from twosource.corroborate.align import RULES, Group, align
from twosource.corroborate.brief import order
from twosource.corroborate.chains import named_end
from twosource.corroborate.dates import Solved, order_of, solve
from twosource.corroborate.judging import PLAIN, is_said, is_weak
from twosource.corroborate.origins import NO_COPIES, authorities, origin_of, trace
from twosource.corroborate.origins import RULE as TRACE_RULE
from twosource.corroborate.people import speaker_name
from twosource.corroborate.policies import Estimate, Policy, estimate
from twosource.corroborate.statements import Statement, find_statements
from twosource.corroborate.verdict import Verdict, judge
from twosource.corroborate.whens import weekday
from twosource.link import Cast
from twosource.model import Account, Amount, Claim, Fact, Figure, Pairing, Reading, Report

QUESTIONS = {"figure": "count", "when": "when", "event": "event"}
"""Which question of a concept a fact of each kind answers."""
HOW_MUCH, HOW_LARGE, HOW_MANY = "How much money?", "How much, in which unit?", "How many “{of}”?"
SAID = "statement"
"""The stance of a quotation."""
WHOM = " (“{whom}”)"
CLAIM = "Who says this, and in which words?"


def find_facts(solved: Solved, cast: Cast, chosen: Policy, copies: Mapping[str, str] = NO_COPIES) -> tuple[Fact, ...]:
    """Return the facts of one story, contested ones first, numbered f1, f2 ...

    ``copies`` gives, for each report that is a copy, the report that it is a copy of.
    """
    readings = solved.readings
    by_id = {reading.report.id: reading for reading in readings}
    statements = [
        msgspec.structs.replace(s, earlier=solved.earlier.get(s.report, frozenset()))
        for s in _statements(readings, cast)
    ]
    groups = [g for g in align(statements) if g.statements[0].kind != "claim" or _in_two(g)]
    facts = order([_fact(group, by_id, cast, chosen, copies) for group in groups])
    return tuple(msgspec.structs.replace(fact, id=f"f{number}") for number, fact in enumerate(facts, 1))


def date_together(readings: Sequence[Reading], cast: Cast) -> Solved:
    """Return the readings of one story with the days that follow from the happenings that they share."""
    days = {reading.report.id: report_day(reading.report.published) for reading in readings}
    if all(day.known for day in days.values()):
        return Solved(tuple(readings), {}, order_of(days, ()))
    return solve(readings, align(s for s in _statements(readings, cast) if s.kind == "when"))


def _statements(readings: Sequence[Reading], cast: Cast) -> list[Statement]:
    return [statement for reading in readings for statement in find_statements(reading, cast)]


def _in_two(group: Group) -> bool:
    return len({statement.report for statement in group.statements}) > 1


def _fact(group: Group, readings: Mapping[str, Reading], cast: Cast, chosen: Policy, copies: Mapping[str, str]) -> Fact:
    """Return the fact that a group of statements tells."""
    found = judge(group)
    first = min(group.statements, key=_says_little)
    origins = trace(group.statements, cast, copies)
    guess = _estimate(group, found, cast, chosen)
    return Fact(
        id="",
        kind=first.kind,
        concept=first.concept,
        question=question(first.kind, first.concept, first.figure) + _denied_of(group, readings),
        accounts=tuple(_account(s, readings[s.report], cast) for s in group.statements),
        verdict=found.verdict,
        readings=found.readings,
        origins=origins.origins,
        independent_origins=origins.known,
        two_source_rule=origins.rule,
        low=guess.low,
        best=guess.best,
        high=guess.high,
        policy=chosen.id if first.kind == "figure" else None,
        set_by=guess.set_by,
        reasons=(*found.reasons, *origins.reasons),
        matchers=(*([RULES[first.kind]] if len(group.statements) > 1 else ()), TRACE_RULE),
        pairings=tuple(
            Pairing(left, right, round(found.likeness, 3), found.relation, found.readings, found.reasons)
            for (left, right), found in sorted(group.pairs.items())
        ),
    )


def _says_little(statement: Statement) -> tuple[bool, bool]:
    """Return how little a statement's concept says of what its fact is about; the least says it best."""
    return statement.concept in PLAIN, is_weak(statement.concept)


def question(kind: str, concept_id: str, figure: Figure | None = None) -> str:
    """Return the question that a fact of this kind and concept answers, in English."""
    if kind == "claim":
        return CLAIM
    if concept_id == "measure":
        return HOW_LARGE
    if concept_id in PLAIN:
        return HOW_MUCH if figure is None or figure.of is None else HOW_MANY.format(of=figure.of)
    known = concept(concept_id)
    asked: str = getattr(known, QUESTIONS[kind], "") if known else ""
    return asked or f"{known.label if known else concept_id}?".capitalize()


def _denied_of(group: Group, readings: Mapping[str, Reading]) -> str:
    """Return of whom it is denied, in the words of the first account, where every account denies it of somebody.

    That nobody of one group was hurt does not answer whether anybody was; a bare "nobody" has no more words to show.
    """
    first = group.statements[0]
    if first.kind != "event" or any(s.polarity != "denied" for s in group.statements) or first.happening is None:
        return ""
    report = readings[first.report].report
    held = [report.read(span) for span in (*first.happening.whom, *first.happening.who)]
    return next((WHOM.format(whom=words) for words in held if len(words.split()) > 1), "")


def _estimate(group: Group, found: Verdict, cast: Cast, chosen: Policy) -> Estimate:
    """Return low, best and high of a count, or an empty estimate for other kinds."""
    if group.statements[0].kind != "figure":
        return Estimate()
    ends = Counter(
        (s.figure.low, s.figure.high, party.key if party else name)
        for s in group.statements
        if s.figure
        for party, name in [origin_of(s, cast)]
    )
    values = Counter((low, high) for low, high, _ in ends)
    weights = [values[s.figure.low, s.figure.high] if s.figure else 0 for s in group.statements]
    return estimate(group.statements, found.verdict, chosen, weights)


def _account(statement: Statement, reading: Reading, cast: Cast) -> Account:
    """Return a statement as the dossier shows it."""
    report = reading.report
    when = statement.when
    quote = statement.quote
    return Account(
        report=report.id,
        start=statement.span.start,
        end=statement.span.end,
        text=report.read(statement.span),
        figure=_amount(statement.figure) if statement.figure else None,
        when=when.edtf if when else report.published,
        weekday=weekday(statement),
        origin=authorities(statement, cast),
        speaker=speaker_name(quote, report.id, cast) if quote else None,
        polarity=statement.polarity,
        modality=statement.modality,
        reasons=statement.reasons,
        claim=_claim(statement, report, cast),
    )


def _claim(statement: Statement, report: Report, cast: Cast) -> Claim | None:
    """Return who holds what about whom where a statement tells of words; None for what happened."""
    if statement.quote is not None:
        return Claim(SAID, speaker_name(statement.quote, report.id, cast), _names(statement, report, cast))
    happening = statement.happening
    if happening is None or statement.kind != "event" or not is_said(statement.concept):
        return None
    end = named_end(statement.chain)
    held = report.read(happening.who[0]) if happening.who else end.name if end is not None else None
    return Claim(statement.concept, held, tuple(report.read(span) for span in happening.whom))


def _names(statement: Statement, report: Report, cast: Cast) -> tuple[str, ...]:
    """Return the people and bodies that a quotation names."""
    named = cast.mentioned(report.id, statement.span)
    return tuple(dict.fromkeys(entity.name for entity in named if entity.kind in ("person", "organisation")))


def _amount(figure: Figure) -> Amount:
    return Amount(
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        approximate=figure.approximate,
        vague=figure.vague,
        of=figure.of,
        scope=figure.scope,
    )
