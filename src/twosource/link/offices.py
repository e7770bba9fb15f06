"""Offices in a text: who holds which, of which country, body or company."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from twosource.language import Token
from twosource.link.plain_names import OWN_NAMED
from twosource.link.records import Office, PlaceMention, Role
from twosource.link.role_table import Roles
from twosource.model import Name, Span

REACH = 8
"""How many words after a role are searched for whose it is."""

PLAIN = 4
"""How many words without a capital may say whose a role is in front of a comma and a name."""

PRIVATE = "resident"
"""Whose the parts are that people play for themselves: a resident, a witness, a passenger."""

MEDIA = "media"
"""Whose the roles are that journalists and media play."""

SUBSIDIARY = "subsidiary"
"""The role of companies that another one owns."""

MARKS = '«»„“”"'
"""Marks around the name of a body."""

BACK = 3
"""How many words may stand between a role and the adjective or genitive in front of it."""


class Scene(NamedTuple):
    """What the roles of a text are tied to: its tokens, and which of them name places, people, organisations."""

    tokens: Sequence[Token]
    roles: Roles
    places: Mapping[int, PlaceMention]
    names: Mapping[int, int]
    mentions: Sequence[Name]
    genitives: tuple[str, ...]
    whole: frozenset[int] = frozenset()
    """Numbers of the names that the tables know as they stand: their last letter is no genitive's."""

    def person(self, index: int) -> int | None:
        """Return the number of the person's name that covers a token, or None."""
        number = self.names.get(index)
        return number if number is not None and self.mentions[number].kind == "person" else None

    def organisation(self, index: int) -> int | None:
        """Return the number of the organisation's name that covers a token, or None."""
        number = self.names.get(index)
        return number if number is not None and self.mentions[number].kind in ("organisation", "other") else None

    def place(self, index: int) -> int | None:
        """Return the number of the place's name that covers a token, or None."""
        number = self.names.get(index)
        return number if number is not None and self.mentions[number].kind == "place" else None

    def is_named(self, index: int) -> bool:
        """Tell whether a token is part of the name of somebody, something or a place."""
        return index in self.places or index in self.names

    def adjoins(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end


class _Owner(NamedTuple):
    code: str | None = None
    evidence: Span | None = None
    name: int | None = None
    office: Role | None = None
    end: int = 0


def find_offices(scene: Scene) -> Iterator[Office]:
    """Yield every office and body that the text mentions, in order, with what it is tied to."""
    reached = 0
    last: Office | None = None
    short: dict[str, Office] = {}
    for position in scene.roles.beginnings(scene.tokens):
        letter = scene.tokens[position].text[0].isalpha()
        if position < reached or not letter or scene.person(position) is not None:
            continue
        hit = scene.roles.at(scene.tokens, position)
        if hit is None:
            continue
        end, role = hit
        if role.kind in ("person", "body"):
            office = _office(scene, position, end, role)
            if last is not None and office.owner_office is None and _owns(scene, last, office):
                office = msgspec.structs.replace(office, owner_office=last.role, code=office.code or last.code)
            elif (
                scene.roles.compounds and position and (body := short.get(scene.tokens[position - 1].fold)) is not None
            ):
                office = _of_short(office, body)
            if role.kind == "body" and end > position + 1:
                short[scene.tokens[end - 1].fold] = office
            last = office
            yield office
        elif role.of == PRIVATE and (held := _held_by(scene, position, end, role)) is not None:
            yield held
        reached = end


def _held_by(scene: Scene, first: int, end: int, role: Role) -> Office | None:
    """Return the part of somebody who is named right behind it and speaks for himself ("the resident Ann Moe")."""
    holder = scene.person(end)
    if holder is None or scene.mentions[holder].span.start != scene.tokens[end].start:
        return None
    span = Span(scene.tokens[first].start, scene.tokens[end - 1].end)
    own = msgspec.structs.replace(role, kind="person")
    return Office(role=own, span=span, first=first, end=end, holder=holder)


def _of_short(office: Office, body: Office) -> Office:
    """Return somebody's role behind the last word of a body named before as his at that body ("guard spokesman")."""
    if office.role.kind != "person" or office.owner is not None or office.owner_office is not None:
        return office
    return msgspec.structs.replace(
        office, owner_office=body.role, code=office.code or body.code, evidence=office.evidence or body.evidence
    )


def _owns(scene: Scene, body: Office, office: Office) -> bool:
    """Tell whether a body in front of a role owns it: "organisasjonens leder", "airline's chief", "hospital director".

    Where verbs stand behind their subject, a body's noun right in front of a person's is whose he is.
    """
    between = scene.tokens[body.end : office.first]
    if between:
        return len(between) <= len("'s") and all(token.text in ("'", "’", "s") for token in between)
    return _in_genitive(scene, body) or (
        scene.roles.compounds and body.role.kind == "body" and office.role.kind == "person"
    )


def _in_genitive(scene: Scene, office: Office) -> bool:
    """Tell whether a body stands in the genitive: "organisasjonens"."""
    return office.role.kind == "body" and scene.tokens[office.end - 1].text.endswith(scene.genitives)


def _office(scene: Scene, first: int, end: int, role: Role) -> Office:
    """Return the office at tokens ``first`` to ``end`` with its territory, owner and holder."""
    before = _before(scene, first)
    after = _after(scene, end, scene.roles.owned_by if role.id == SUBSIDIARY else frozenset())
    holder = _holder(scene, first, max(end, after.end)) if role.kind == "person" else _called(scene, end)
    if holder is None and role.id == SUBSIDIARY:
        holder = _holder_before(scene, first, ("organisation", "person", "other"))
    if role.kind == "person" and holder is not None and after.name is None and after.office is None:
        later = _after(scene, _end_of(scene, holder))
        if (later.name is not None or later.office is not None) and not _addressed(later, role):
            after = later
    near = before if before.code or before.name is not None else after
    return Office(
        role=role,
        span=Span(scene.tokens[first].start, scene.tokens[end - 1].end),
        first=first,
        end=end,
        code=before.code or after.code,
        evidence=near.evidence,
        owner=before.name if before.name is not None else after.name,
        owner_office=after.office,
        holder=holder,
        former=role.kind == "person" and scene.roles.is_former(scene.tokens, (first, end), scene.is_named),
        owned=role.kind == "person" and _is_somebodys(scene, first),
    )


def _is_somebodys(scene: Scene, first: int) -> bool:
    """Tell whether a common noun in the genitive, definite where its language has such a form, stands before a role."""
    index = first - 1
    while index > 0 and _ends_genitive(scene, index) and scene.tokens[index].fold not in scene.roles.connect:
        index -= 1
    token = scene.tokens[max(index, 0)]
    if index < 0 or not token.text.isalpha() or not token.text.islower() or scene.is_named(index):
        return False
    if index < first - 1:
        return True
    return bool(scene.roles.definite) and token.fold.endswith(tuple(f"{ending}s" for ending in scene.roles.definite))


def _addressed(later: _Owner, role: Role) -> bool:
    """Tell whether what stands behind a holder's name is the medium that he speaks to ("Leiter X der Agentur Y")."""
    return later.office is not None and later.office.of == MEDIA and role.of != MEDIA


def _called(scene: Scene, end: int) -> int | None:
    """Return the name that follows a body's noun at once: "flyselskabet Ryanair"."""
    number = scene.names.get(end)
    if number is None or end >= len(scene.tokens):
        return None
    return number if scene.mentions[number].span.start == scene.tokens[end].start else None


def _end_of(scene: Scene, name: int) -> int:
    """Return the token after a name, and after a bracket that follows it."""
    stop = scene.mentions[name].span.end
    index = next((i for i, n in scene.names.items() if n == name), 0)
    while index < len(scene.tokens) and scene.tokens[index].start < stop and scene.names.get(index) == name:
        index += 1
    return _past_bracket(scene, index)


def _past_bracket(scene: Scene, index: int) -> int:
    if index < len(scene.tokens) and scene.tokens[index].text == "(":
        for k in range(index, min(index + 5, len(scene.tokens))):
            if scene.tokens[k].text == ")":
                return k + 1
    return index


def _before(scene: Scene, first: int) -> _Owner:
    """Look in front of a role for an adjective, a genitive or a compound: "russiske", "Ruslands", "EU-"."""
    index = first - 1
    if index >= 1 and scene.tokens[index].text == "-" and scene.adjoins(index) and scene.adjoins(first):
        return _at(scene, index - 1)
    steps = 0
    while index >= 0 and steps <= BACK:
        token = scene.tokens[index]
        if scene.names.get(index) is not None and scene.names.get(index) == scene.names.get(first):
            index -= 1
            continue
        if index in scene.places or scene.organisation(index) is not None:
            found = _at(scene, index)
            return found if steps == 0 or _possessive(scene, index) else _Owner()
        if _ends_genitive(scene, index):
            index -= 1
            continue
        if not token.text[0].islower() and not (token.text[0].isupper() and index + 1 < first):
            return _Owner()
        if not token.text[0].isalpha() or token.fold in scene.roles.connect or token.fold in scene.roles.ends:
            return _Owner()
        steps += 1
        index -= 1
    return _Owner()


def _ends_genitive(scene: Scene, index: int) -> bool:
    """Tell whether a token is a mark or the letter behind it that makes a genitive: "Moe's", "Ruiz'", "EU:s"."""
    text, fold = scene.tokens[index].text, scene.tokens[index].fold
    if text in "'’" or (text == ":" and scene.adjoins(index) and scene.adjoins(index + 1)):
        return True
    return fold == "s" and index > 0 and scene.tokens[index - 1].text in "'’:"


def _at(scene: Scene, index: int) -> _Owner:
    """Return what the token names: a territory, an organisation, or nothing."""
    mention = scene.places.get(index)
    if mention is not None:
        return _Owner(code=mention.place.code or None, evidence=mention.span)
    name = scene.organisation(index)
    if name is not None:
        return _Owner(name=name, evidence=scene.mentions[name].span)
    return _Owner()


def _possessive(scene: Scene, index: int) -> bool:
    """Tell whether the name or adjective at a token belongs to what follows it."""
    mention = scene.places.get(index)
    if mention is not None:
        return mention.how == "adjective" or mention.genitive
    name = scene.organisation(index)
    if name is None:
        return False
    following = scene.tokens[index + 1].text if index + 1 < len(scene.tokens) else ""
    marked = following in ("'", "’") or (following == ":" and scene.adjoins(index + 1))
    if name in scene.whole and following and not marked:
        return False
    return scene.mentions[name].text.endswith(scene.genitives) or (bool(scene.genitives) and marked)


def _after(scene: Scene, end: int, more: frozenset[str] = frozenset()) -> _Owner:
    """Look behind a role for whose it is: "for Ukraine", "i Vik politidistrikt"; ``more`` words may tie them, too.

    Where the words that tie hold "", a place may follow at once, as a genitive does in Slavic languages.
    """
    tokens = scene.tokens
    tied = end < len(tokens) and tokens[end].fold in scene.roles.connect | more
    if (own := _adjective(scene, end)) is not None:
        return _Owner(own.place.code or None, own.span, None, None, own.end)
    if not tied and not ("" in scene.roles.connect and end in scene.places):
        return _genitive_body(scene, end) if "" in scene.roles.connect else _Owner(end=end)
    code: str | None = None
    evidence: Span | None = None
    index, last = end + 1 if tied else end, end
    while index < min(end + REACH, len(tokens)):
        token = tokens[index]
        if not (token.text[0].isalnum() or token.text in "-&/'’") or scene.person(index) is not None:
            break
        if token.fold in scene.roles.ends and index not in scene.names:
            break
        mention = scene.places.get(index)
        if mention is not None and code is None:
            code, evidence = mention.place.code or None, mention.span
        elif evidence is None and (town := scene.place(index)) is not None:
            evidence = scene.mentions[town].span
        name = scene.organisation(index)
        if name is not None and mention is None:
            return _Owner(code, scene.mentions[name].span, name, None, _end_of(scene, name))
        hit = scene.roles.at(tokens, index) if mention is None else None
        if hit is not None and hit[1].kind == "body":
            return _body_after(scene, hit, code, index)
        index = mention.end if mention is not None else index + 1
        last = index if mention is not None else last
    return _Owner(code, evidence, None, None, last if code else end)


def _genitive_body(scene: Scene, end: int) -> _Owner:
    """Return the body that follows a role at once as its owner, with its name ("rzecznik spółki Dunajec")."""
    hit = scene.roles.at(scene.tokens, end) if end < len(scene.tokens) and end not in scene.names else None
    if hit is None or hit[1].kind != "body":
        return _Owner(end=end)
    behind = hit[0]
    marked = behind + 1 < len(scene.tokens) and scene.tokens[behind].text in MARKS
    name = scene.organisation(behind + marked) if hit[1].of in OWN_NAMED else None
    if name is not None:
        return _Owner(None, scene.mentions[name].span, name, None, _end_of(scene, name) + marked)
    if marked:
        closed = (
            at for at in range(behind + 1, min(behind + REACH, len(scene.tokens))) if scene.tokens[at].text in MARKS
        )
        behind = next(closed, behind - 1) + 1
    elif scene.tokens[behind : behind + 1] and scene.tokens[behind].text[0].isupper() and behind not in scene.names:
        behind += 1
    return _body_after(scene, hit, None, end)._replace(end=behind)


def _adjective(scene: Scene, end: int) -> PlaceMention | None:
    """Return the adjective of a country right behind a role, where a language has it there ("el presidente turco")."""
    found = scene.places.get(end)
    return found if found is not None and found.how == "adjective" and scene.tokens[end].text.islower() else None


def _body_after(scene: Scene, hit: tuple[int, Role], code: str | None, index: int) -> _Owner:
    """Return the owner that is a body, with the place behind it ("politiet i Minsk")."""
    end, role = hit
    span = Span(scene.tokens[index].start, scene.tokens[end - 1].end)
    if code is None and end + 1 < len(scene.tokens) and scene.tokens[end].fold in scene.roles.connect:
        mention = scene.places.get(end + 1)
        if mention is not None:
            return _Owner(mention.place.code or None, span, None, role, mention.end)
    return _Owner(code, span, None, role, end)


def _holder(scene: Scene, first: int, end: int) -> int | None:
    """Return the name of the person who holds the role: behind it, or in front of it with a comma."""
    index = _past_plain(scene, end)
    if index < len(scene.tokens) and scene.tokens[index].text == ",":
        index += 1
    if index < len(scene.tokens):
        number = scene.person(index)
        if number is not None and scene.mentions[number].span.start == scene.tokens[index].start:
            return number
    return _holder_before(scene, first)


def _past_plain(scene: Scene, end: int) -> int:
    """Return the comma behind whose a role is without a name ("el presidente del país, X"), else ``end``."""
    words = scene.tokens[end : end + PLAIN + 1]
    if not words or words[0].fold not in scene.roles.connect:
        return end
    comma = next((n for n, token in enumerate(words) if not (token.text.isalpha() and token.text.islower())), 0)
    return end + comma if comma and words[comma].text == "," else end


def _holder_before(scene: Scene, first: int, kinds: tuple[str, ...] = ("person",)) -> int | None:
    """Return the name in front: "Berg, Russlands president", "Berg (V), ordfører i Y"."""
    index = first - 1
    steps = 0
    while index >= 1 and steps < 6:
        token = scene.tokens[index]
        if token.text == ",":
            index -= 1
            if scene.tokens[index].text == ")":
                index = _open_bracket(scene, index) - 1
            number = scene.names.get(index)
            return number if number is not None and scene.mentions[number].kind in kinds else None
        tied = index in scene.places or index in scene.names or token.fold in scene.roles.between
        if not tied and token.text not in "-'’":
            return None
        index -= 1
        steps += 1
    return None


def _open_bracket(scene: Scene, index: int) -> int:
    return next((k for k in range(index, max(index - 6, -1), -1) if scene.tokens[k].text == "("), index)
