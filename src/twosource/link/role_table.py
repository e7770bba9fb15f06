"""The roles of a language: offices, bodies, documents and kinds of sources, as its table words them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from twosource.language import PhraseTable, Token, tokenize
from twosource.language.tables import Language, load_or_generic
from twosource.link.first_words import FirstWords
from twosource.link.records import Role

FORMER = 5
"""How many words before a role are looked at for one that says that he no longer holds it."""


class Roles:
    """The roles of a language, compiled once, with the small words that tie them to names."""

    def __init__(self, code: str) -> None:
        language = load_or_generic(code)
        table: Mapping[str, Any] = language.table("roles") if language.has("roles") else {}
        self.connect = frozenset(table.get("connect", ()))
        self.between = frozenset(table.get("between", ()))
        self.former = tuple(table.get("former", ()))
        self.own = frozenset(table.get("own", ()))
        self.owned_by = frozenset(table.get("owned_by", ()))
        self.compounds = bool(table.get("compounds", False))
        self.definite = _definite(language)
        self.ends = _ending_words(language) - self.connect
        roles = [(Role(r["id"], r["kind"], r["of"], r.get("country", "")), r["forms"]) for r in table.get("role", ())]
        rows = [(form, role) for role, forms in roles for form in forms]
        self.by_id = {role.id: role for _, role in rows}
        self.forms: PhraseTable[Role] = PhraseTable(rows)
        self._plain = frozenset(form.casefold() for form, _ in rows)
        self._first = FirstWords(form for form, _ in rows)
        self.beginnings = self._first.beginnings

    def is_plain(self, word: str) -> bool:
        """Tell whether a word is a role's noun itself ("fagforeningen"), and no compound with it."""
        fold = word.casefold()
        return fold in self._plain or any(f"{fold[:end]}*" in self._plain for end in range(4, len(fold) + 1))

    def body_at(self, tokens: Sequence[Token], index: int) -> int | None:
        """Return the token behind a body's noun at ``index``, None where none stands there; letters are no noun."""
        hit = self.at(tokens, index)
        return hit[0] if hit is not None and hit[1].kind == "body" and not tokens[index].text.isupper() else None

    def at(self, tokens: Sequence[Token], index: int) -> tuple[int, Role] | None:
        """Return the longest role that begins at a token: (end, role); whole words win over endings."""
        return self.forms.longest(tokens, index) if self._first.can_begin(tokens[index]) else None

    def is_former(self, tokens: Sequence[Token], role: tuple[int, int], is_owner: Callable[[int], bool]) -> bool:
        """Tell whether a role is one that somebody once held: "tidligere", "ex-", "l'ancien".

        Args:
            tokens: The tokens of the text.
            role: The first token of the role and the one behind it.
            is_owner: Tells whether a token may name whose it is, which may stand between.
        """
        first, end = role
        fold = tokens[first].fold
        if any(token.fold in self.former for token in tokens[first : end - 1]):
            return True
        rests = [tokenize(fold[len(word) :]) for word in self.former if fold.startswith(word) and fold != word]
        if any(self.at(rest, 0) is not None for rest in rests):
            return True
        for index in range(first - 1, max(first - FORMER, -1), -1):
            if tokens[index].fold in self.former:
                return True
            tied = tokens[index].text in "-." and tokens[index - 1].end == tokens[index].start
            if not (tied or is_owner(index)):
                return False
        return False


def _ending_words(language: Language) -> frozenset[str]:
    """Return the small words that tie a role to nobody: other prepositions, and what begins "according to"."""
    table: Mapping[str, Any] = language.table("speech") if language.has("speech") else {}
    words = {word.casefold() for word in table.get("prepositions", ()) if " " not in word}
    return frozenset(words | {phrase.split()[0].casefold() for phrase in table.get("according", ())})


def _definite(language: Language) -> tuple[str, ...]:
    """Return the endings of nouns in their definite form."""
    table: Mapping[str, Any] = language.table("speech") if language.has("speech") else {}
    return tuple(table.get("definite", ()))


@cache
def roles_of(code: str) -> Roles:
    """Return the compiled roles of a language, of the generic folder where it has no folder."""
    return Roles(load_or_generic(code).code)
