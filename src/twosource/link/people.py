"""The people of several reports: which of their names are one person's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from twosource.link.analysis import Analysis, Cluster
from twosource.link.persons import PersonName, compare_persons, given_key, surnames_read
from twosource.link.records import Judgement
from twosource.link.skeleton import skeleton

Post = tuple[str, str]
"""A role and the territory that it is of."""


@dataclass
class Group:
    """Clusters of several reports that mean the same; ``reasons`` says why they were joined.

    ``told`` are those of the posts whose country stands beside the role.
    """

    kind: str
    members: list[tuple[Analysis, Cluster]] = field(default_factory=list)
    posts: set[Post] = field(default_factory=set)
    told: set[Post] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)

    def add(
        self,
        analysis: Analysis,
        cluster: Cluster,
        posts: Iterable[Post] = (),
        told: Iterable[Post] = (),
        reason: str = "",
    ) -> None:
        """Take a cluster in."""
        self.members.append((analysis, cluster))
        self.posts.update(posts)
        self.told.update(told)
        if reason:
            self.reasons.append(reason)

    @property
    def names(self) -> list[str]:
        """Return the best name of each member."""
        return [cluster.name for _, cluster in self.members]


@dataclass(frozen=True)
class Found:
    """A person of one report, with the posts that the report gives him or her, and those whose country it tells."""

    analysis: Analysis
    cluster: Cluster
    posts: frozenset[Post]
    name: PersonName
    told: frozenset[Post] = frozenset()


def group_people(found: Sequence[Found]) -> list[Group]:
    """Gather people of several reports: full names with full names, then bare ones with the only full name they fit."""
    groups: list[Group] = []
    blocks: dict[str, list[Group]] = {}
    posts: dict[Post, list[Group]] = {}
    for person in sorted(found, key=lambda p: not p.name.full):
        candidates = list(_candidates(person, blocks, posts))
        chosen, reason = _choose(person, candidates)
        if chosen is None:
            chosen = Group("person")
            groups.append(chosen)
        chosen.add(person.analysis, person.cluster, person.posts, person.told, reason)
        for word in _words(person.name):
            known = blocks.setdefault(word, [])
            if chosen not in known:
                known.append(chosen)
        for post in person.posts:
            posts.setdefault(post, []).append(chosen)
    return groups


def _words(name: PersonName) -> Iterator[str]:
    """Yield what a name is looked up by: each of its words, the surname as every convention reads it."""
    yield from sorted(surnames_read(name))
    if name.full:
        yield given_key(name.given)
        yield from map(skeleton, name.middle)
    else:
        yield given_key(name.surname)


def _candidates(person: Found, blocks: dict[str, list[Group]], posts: dict[Post, list[Group]]) -> Iterator[Group]:
    """Yield the groups that share a word of the name or a post, each once."""
    seen: set[int] = set()
    for word in dict.fromkeys(_words(person.name)):
        for group in blocks.get(word, ()):
            if id(group) not in seen:
                seen.add(id(group))
                yield group
    for post in person.posts:
        for group in posts.get(post, ()):
            if id(group) not in seen:
                seen.add(id(group))
                yield group


def _choose(person: Found, candidates: Sequence[Group]) -> tuple[Group | None, str]:
    """Return the group that a person belongs to, and why; None where there is no one group."""
    sure: list[tuple[Group, str]] = []
    likely: list[tuple[Group, str]] = []
    for group in candidates:
        judgement, reason = judge(person, group)
        if judgement is Judgement.SAME:
            sure.append((group, reason))
        elif judgement is Judgement.UNSURE:
            likely.append((group, reason))
    chosen = sure or ([] if person.name.full else likely)
    return chosen[0] if len(chosen) == 1 else (None, "")


def judge(person: Found, group: Group) -> tuple[Judgement, str]:
    """Judge whether a person is that of a group: by the names, and by what is known of their posts."""
    best = (Judgement.UNKNOWN, "")
    for (analysis, _), name in zip(group.members, group.names, strict=True):
        if analysis is person.analysis:
            return Judgement.DIFFERENT, "one report has both names"
        found = compare_persons(person.cluster.name, name)
        if found.judgement is Judgement.DIFFERENT:
            return found.judgement, found.reason
        if found.judgement is Judgement.SAME or best[0] is Judgement.UNKNOWN:
            best = (found.judgement, f"“{person.cluster.name}” and “{name}”: {found.reason}")
    shared = person.posts & group.posts
    if best[0] is Judgement.UNSURE and shared:
        return Judgement.SAME, f"{best[1]}, and the same post ({_shown(shared)})"
    by_name = best[0] is Judgement.SAME and person.name.full
    if _contradict(person.told, group.told) if by_name else _contradict(person.posts, group.posts):
        return Judgement.DIFFERENT, "the same role in two countries"
    return best


def _shown(posts: Iterable[Post]) -> str:
    return ", ".join(":".join(post) for post in sorted(posts))


def _contradict(left: Iterable[Post], right: Iterable[Post]) -> bool:
    """Tell whether two people hold one role in different countries, and share none."""
    roles_left = dict(left)
    roles_right = dict(right)
    both = roles_left.keys() & roles_right.keys()
    return bool(both) and not set(left) & set(right) and all(roles_left[r] != roles_right[r] for r in both)
