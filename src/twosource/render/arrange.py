"""What stands where in a dossier for people: sections, quotes side by side, the timeline, who is who."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from twosource.errors import UsageError
from twosource.model import Account, Count, Dossier, Entity, Fact, Moment, Story, StoryReport, Toll, Utterance
from twosource.render.edtf import moment, place
from twosource.render.labels import label, order
from twosource.render.wording import as_sentence, said_of

_KINDS = ("figure", "event", "claim", "when")
_SOURCED = ("corroborated", "one_party")
_ALSO = {"contested": "conflict", "agreed": "agree"}
"""What a verdict is called as well."""
_ENTITIES = ("person", "organisation", "place", "other")


class Section(NamedTuple):
    """The facts of one verdict, those that matter most first."""

    verdict: str
    facts: tuple[Fact, ...]


class Entry(NamedTuple):
    """One line of the timeline: a time in words, and where the reports give it."""

    when: str
    known: bool
    moments: tuple[Moment, ...]


class Step(NamedTuple):
    """What the reports of one date say of a count."""

    when: str
    counts: tuple[Count, ...]


def select(dossier: Dossier, only: Iterable[str]) -> Dossier:
    """Return ``dossier`` with the facts that ``only`` names; stories without facts left are left out.

    A fact is named by its verdict (``conflict``, also ``contested``), how it is sourced (``corroborated``: the
    two-source rule is met; ``one_party``: several reports, one party), its kind, its id (``f3``, or ``s2.f3`` where
    there are several stories) or that of its story.  Words of different sorts narrow each other (``conflict`` and
    ``figure``: contested figures), words of one sort add up.

    Raises:
        UsageError: ``only`` holds something that the dossier does not have; the message lists the choices.
    """
    wanted = {_ALSO.get(word, word) for word in only}
    sieves = _sieves(dossier)
    unknown = wanted - set().union(*sieves)
    if unknown:
        choices = ", ".join([*order("verdict"), *_ALSO, *_SOURCED, *_KINDS, *_ids(dossier)])
        raise UsageError(f"nothing in the dossier is called {', '.join(sorted(unknown))}; there are: {choices}")
    chosen = [wanted & sieve for sieve in sieves]

    def keeps(story: Story, fact: Fact) -> bool:
        ids = {fact.id, f"{story.id}.{fact.id}"}
        tags = ({fact.verdict}, sourced(fact), {fact.kind}, {story.id}, ids)
        return all(not named or named & own for named, own in zip(chosen, tags, strict=True))

    stories = []
    for story in dossier.stories:
        facts = tuple(fact for fact in story.facts if keeps(story, fact))
        kept = {fact.id for fact in facts}
        tolls = tuple(toll for toll in story.tolls if toll.fact in kept)
        stories.append(msgspec.structs.replace(story, facts=facts, tolls=tolls))
    return msgspec.structs.replace(dossier, stories=tuple(story for story in stories if story.facts))


def sourced(fact: Fact) -> set[str]:
    """Return by which words of `select` a fact's sourcing is named: corroborated, one_party, or none."""
    if fact.two_source_rule == "met":
        return {"corroborated"}
    several = len({account.report for account in fact.accounts}) > 1
    return {"one_party"} if several and fact.two_source_rule == "not_met" else set()


def _ids(dossier: Dossier) -> list[str]:
    stories = [story.id for story in dossier.stories]
    return [*stories, *dict.fromkeys(fact.id for story in dossier.stories for fact in story.facts)]


def _sieves(dossier: Dossier) -> tuple[set[str], ...]:
    facts = [(story, fact) for story in dossier.stories for fact in story.facts]
    ids = {fact.id for _, fact in facts} | {f"{story.id}.{fact.id}" for story, fact in facts}
    return set(order("verdict")), set(_SOURCED), set(_KINDS), {story.id for story in dossier.stories}, ids


def sections(story: Story) -> list[Section]:
    """Return the story's facts by verdict, contested first, agreed last; within each, people counted come first."""
    verdicts = [*order("verdict"), *sorted({fact.verdict for fact in story.facts} - set(order("verdict")))]
    found = [(verdict, [fact for fact in story.facts if fact.verdict == verdict]) for verdict in verdicts]
    return [Section(verdict, tuple(sorted(facts, key=_weight))) for verdict, facts in found if facts]


def _weight(fact: Fact) -> tuple[int, int, int]:
    people = any(account.figure and account.figure.unit == "person" for account in fact.accounts)
    kind = _KINDS.index(fact.kind) if fact.kind in _KINDS else len(_KINDS)
    return 0 if people else 1, kind, -len({account.report for account in fact.accounts})


def telling(fact: Fact, most: int) -> list[Account]:
    """Return at most ``most`` accounts of a fact in their order: of each value one before any is given twice."""
    if len(fact.accounts) <= most:
        return list(fact.accounts)
    first: dict[object, int] = {}
    for number, account in enumerate(fact.accounts):
        first.setdefault((account.figure, account.when, account.polarity), number)
    chosen = sorted(first.values())[:most]
    others = (number for number in range(len(fact.accounts)) if number not in set(chosen))
    return [fact.accounts[n] for n in sorted([*chosen, *others][:most])]


def moving(story: Story) -> list[Toll]:
    """Return the tolls of a story that reports of at least two dates give, those of most dates first."""
    dated = [(len({count.as_of for count in toll.counts if count.as_of}), toll) for toll in story.tolls]
    return [toll for dates, toll in sorted(dated, key=lambda item: -item[0]) if dates > 1]


def steps(toll: Toll) -> list[Step]:
    """Return the counts of a toll by date, in its order."""
    by_date: dict[str | None, list[Count]] = {}
    for count in toll.counts:
        by_date.setdefault(count.as_of, []).append(count)
    return [Step(moment(date, None), tuple(counts)) for date, counts in by_date.items()]


def tally(story: Story) -> list[tuple[str, int]]:
    """Return (verdict, number of facts) for every verdict that the story has, in the order of `sections`."""
    return [(section.verdict, len(section.facts)) for section in sections(story)]


def members(dossier: Dossier, story: Story) -> list[StoryReport]:
    """Return the story's reports, in the story's order."""
    by_id = {report.id: report for report in dossier.reports}
    return [by_id[name] for name in story.reports if name in by_id]


def common_folder(reports: Iterable[StoryReport]) -> str:
    """Return the folder that the files of all reports are in, with its last slash; empty where there is none."""
    folders = {report.source.rpartition("/")[0] for report in reports}
    folder = folders.pop() if len(folders) == 1 else ""
    return f"{folder}/" if folder and "://" not in folder else ""


def report_of(dossier: Dossier, name: str) -> StoryReport | None:
    """Return the report of an id, or None."""
    return next((report for report in dossier.reports if report.id == name), None)


def copies(dossier: Dossier, story: Story) -> dict[str, list[str]]:
    """Return, for each report of the story that others copy, the ids of those copies."""
    found: dict[str, list[str]] = {}
    for report in members(dossier, story):
        if report.copy_of is not None:
            found.setdefault(report.copy_of, []).append(report.id)
    return found


def quote_groups(story: Story) -> list[tuple[Utterance, ...]]:
    """Return the quotes, those that give the same words together; groups of several reports come first.

    Then come quotes given as spoken, then others.  Otherwise the order is that of the story; within a group, that of
    the reports.
    """
    places = {f"{quote.report}:{quote.start}": index for index, quote in enumerate(story.quotes)}
    group = list(range(len(story.quotes)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for index, quote in enumerate(story.quotes):
        for other in quote.same_as:
            if other in places:
                first, second = sorted((root(index), root(places[other])))
                group[second] = first
    gathered: dict[int, list[Utterance]] = {}
    for index, quote in enumerate(story.quotes):
        gathered.setdefault(root(index), []).append(quote)
    rank = {name: index for index, name in enumerate(story.reports)}
    groups = [tuple(sorted(g, key=lambda q: (rank.get(q.report, len(rank)), q.start))) for g in gathered.values()]
    return sorted(groups, key=lambda g: (len({quote.report for quote in g}) < 2, not any(q.direct for q in g)))


def timeline(story: Story) -> list[Entry]:
    """Return the story's times in order, the same time in several reports as one entry, unknown ones last."""
    gathered: dict[tuple[str, str, str], list[Moment]] = {}
    for item in story.times:
        if item.edtf is not None or item.weekday is not None:
            gathered.setdefault((*place(item.edtf), said_of(item)), []).append(item)
    return [
        Entry(words, first != "~", tuple(items)) for (first, _, words), items in sorted(gathered.items(), key=_position)
    ]


def _position(entry: tuple[tuple[str, str, str], list[Moment]]) -> tuple[str, str, str]:
    return entry[0]


def cast(story: Story) -> Iterator[tuple[str, list[Entity]]]:
    """Yield (kind, entities) for people, organisations, places and others; those who speak or are cited come first."""
    cited = {link.entity for fact in story.facts for account in fact.accounts for link in account.origin}
    cited |= {quote.entity for quote in story.quotes}
    kinds = [*_ENTITIES, *sorted({entity.kind for entity in story.entities} - set(_ENTITIES))]
    for kind in kinds:
        found = [entity for entity in story.entities if entity.kind == kind]
        if found:
            yield kind, sorted(found, key=lambda entity: (entity.id not in cited, -len(entity.names)))


def other_names(entity: Entity) -> dict[str, tuple[str, ...]]:
    """Return an entity's names by language, without those that are the name it is listed under."""
    names = {code: tuple(form for form in forms if form != entity.name) for code, forms in entity.names.items()}
    return {code: forms for code, forms in names.items() if forms}


def places(story: Story) -> list[str]:
    """Return where the story happened, in words: the names behind the codes where the dossier knows them."""
    return [_place(story, code) for code in story.where]


def _place(story: Story, code: str) -> str:
    keys = (code, f"place:{code}")
    return next((entity.name for entity in story.entities if entity.key in keys or entity.id in keys), code)


def roles(story: Story, entity: Entity) -> str:
    """Return up to three roles of an entity in words: ``president (Norway)`` for ``president:NO``."""
    words = []
    for role in entity.roles[:3]:
        name, _, whose = role.partition(":")
        words.append(name.replace("_", " ") + (f" ({_place(story, whose)})" if whose else ""))
    return ", ".join(words)


def verdict_reason(fact: Fact) -> str:
    """Return why a fact has its verdict, in one sentence; what the verdict means where no reason was given."""
    return as_sentence(fact.reasons[0]) if fact.reasons else label("verdict", fact.verdict, "about")
