"""Where a chain of authorities ends."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Link

RELAYS = ("agency", "outlet", "reprint")
"""Roles that pass on what others say."""
CREDIT_RULE = "origins-v1:credit"
"""The rule of a link that is the report's credit line."""


def end_of(chain: Sequence[Link]) -> Link | None:
    """Return the link that a chain ends with where that is more than a relay, or None: the origin is unknown.

    A medium that says something itself is an origin only where its own reporter saw it (role ``reporter``).
    """
    if not chain or chain[-1].role in (*RELAYS, "unnamed"):
        return None
    return chain[-1]


def named_end(chain: Sequence[Link]) -> Link | None:
    """Return the last link that the text itself names for a statement, or None where only the credit is there."""
    if not chain or chain[-1].reason.rule == CREDIT_RULE:
        return None
    return chain[-1]
