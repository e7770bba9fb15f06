"""A flash: one sentence over the credit line of an agency, whose statement it is ("Nobody was hurt. (Reuters)").

Rule: relayed-v1.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.draft import Draft
from twosource.model import Quote, Reason


def find_relayed(draft: Draft) -> Iterator[Quote]:
    """Yield the only sentence of a report that credits an agency at its foot, where nobody is quoted in it.

    It is told apart from utterances (``act`` is ``relays``): who says it is not known, only who passed it on, and that
    stands in the report's credits.
    """
    if len(draft.sentences) != 1 or draft.quotes:
        return
    span = draft.sentences[0].span
    credits_ = [credit for credit in draft.credits if credit.role == "agency" and credit.span.start >= span.end]
    if credits_:
        reason = Reason("relayed-v1", 0.6, "", tuple(credit.span for credit in credits_))
        yield Quote(span, draft.text[span.start : span.end], "indirect", reason, act="relays")
