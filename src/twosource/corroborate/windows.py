"""Windows: the days between which something lies, as far as they are known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import msgspec

from twosource.model import Report, When


class Window(msgspec.Struct, frozen=True):
    """The days between which something lies; None where open."""

    earliest: date | None
    latest: date | None

    @property
    def known(self) -> bool:
        """Tell whether either end is known."""
        return self.earliest is not None or self.latest is not None

    @property
    def day(self) -> date | None:
        """Return the day where there is only one."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None

    def overlaps(self, other: Window) -> bool:
        """Tell whether some day can be in both; open ends reach for ever."""
        return not (
            (self.latest and other.earliest and self.latest < other.earliest)
            or (other.latest and self.earliest and other.latest < self.earliest)
        )

    def covers(self, other: Window) -> bool:
        """Tell whether the other lies within this one."""
        return bool(
            other.earliest
            and other.latest
            and (self.earliest is None or self.earliest <= other.earliest)
            and (self.latest is None or other.latest <= self.latest)
        )


def window(when: When | None) -> Window:
    """Return the days between which a time lies."""
    if when is None:
        return Window(None, None)
    return Window(_day(when.earliest), _day(when.latest))


def distance(a: Window, b: Window) -> int:
    """Return the days that lie between two windows at the least; 0 where they may touch or an end is open."""
    gaps = []
    if a.latest and b.earliest:
        gaps.append((b.earliest - a.latest).days)
    if b.latest and a.earliest:
        gaps.append((a.earliest - b.latest).days)
    return max(0, *gaps) if gaps else 0


def published(report: Report) -> Window:
    """Return the days on which a report may have been published, as far as its date says."""
    if report.published is None:
        return Window(None, None)
    parts = [int(part) for part in report.published.split("-")[:3] if part.isdigit()]
    if len(parts) == 3:
        return Window(date(*parts), date(*parts))
    first = date(parts[0], parts[1] if len(parts) > 1 else 1, 1)
    last = date(parts[0], parts[1] if len(parts) > 1 else 12, 28)
    return Window(first, date(last.year, last.month, monthrange(last.year, last.month)[1]))


def _day(text: str | None) -> date | None:
    """Return the day of an ISO day or instant, or None."""
    return date.fromisoformat(text[:10]) if text else None
