"""Make ``data/festivals.toml``: the days of feasts that follow the moon and the sun, computed for 1990 to 2050.

``python -m training.feasts > src/twosource/data/festivals.toml``

Longitudes of sun and moon: the main terms of Jean Meeus, Astronomical Algorithms (2nd edition), chapters 25 and 47,
good to a hundredth of a degree.  The Hindu lunar day (tithi), month and sankranti are reckoned with the Lahiri ayanamsa
at the hour that each feast asks for, in Indian time (UTC+5:30); the Chinese months from the days of the new moon in
UTC+8, counted from the one that holds the winter solstice.  Where authorities differ by a day, so can this table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

FIRST, LAST = 1990, 2050
_MOON = """0 0 1 0 6288774;2 0 -1 0 1274027;2 0 0 0 658314;0 0 2 0 213618;0 1 0 0 -185116;0 0 0 2 -114332
2 0 -2 0 58793;2 -1 -1 0 57066;2 0 1 0 53322;2 -1 0 0 45758;0 1 -1 0 -40923;1 0 0 0 -34720;0 1 1 0 -30383
2 0 0 -2 15327;0 0 1 2 -12528;0 0 1 -2 10980;4 0 -1 0 10675;0 0 3 0 10034;4 0 -2 0 8548;2 1 -1 0 -7888
2 1 0 0 -6766;1 0 -1 0 -5163;1 1 0 0 4987;2 -1 1 0 4036;2 0 2 0 3994;4 0 0 0 3861;2 0 -3 0 3665;0 1 -2 0 -2689
2 0 -1 2 -2602;2 -1 -2 0 2390;1 0 1 0 -2348;2 -2 0 0 2236;0 1 2 0 -2120;0 2 0 0 -2069;2 -2 -1 0 2048"""
TERMS = [tuple(map(int, row.split())) for row in _MOON.replace("\n", ";").split(";")]
_J2000 = date(2000, 1, 1).toordinal() + 0.5
INDIA, CHINA = 5.5 / 24, 8 / 24


def _centuries(moment: float) -> float:
    """Return Julian centuries of terrestrial time since 2000 for a moment in days of UTC since year 1."""
    return (moment + 68 / 86400 - _J2000) / 36525


@cache
def sun(moment: float) -> float:
    """Return the sun's apparent longitude in degrees."""
    t = _centuries(moment)
    anomaly = math.radians(357.52911 + 35999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * math.sin(anomaly) + 0.019993 * math.sin(2 * anomaly)
    return (280.46646 + 36000.76983 * t + centre + 0.000289 * math.sin(3 * anomaly) - 0.00569) % 360


@cache
def moon(moment: float) -> float:
    """Return the moon's longitude in degrees."""
    t = _centuries(moment)
    angles = (
        297.8501921 + 445267.1114034 * t,
        357.5291092 + 35999.0502909 * t,
        134.9633964 + 477198.8675055 * t,
        93.2720950 + 483202.0175233 * t,
    )
    total = sum(
        term[4] * math.sin(math.radians(sum(n * a for n, a in zip(term, angles, strict=False)))) for term in TERMS
    )
    return (218.3164477 + 481267.88123421 * t + total / 1e6) % 360


def elongation(moment: float) -> float:
    """Return how far the moon is ahead of the sun."""
    return (moon(moment) - sun(moment)) % 360


def sidereal(moment: float) -> float:
    """Return the sun's longitude from the Lahiri zero point."""
    return (sun(moment) - 23.853 - 1.3969 * _centuries(moment)) % 360


def root(function: Callable[[float], float], low: float, high: float) -> float:
    """Return where an angle passes zero between two moments."""
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if (function(middle) + 180) % 360 < 180 else (low, middle)
    return high


def new_moon(moment: float) -> float:
    """Return the last new moon at or before a moment."""
    guess = moment - elongation(moment) / 12.19
    found = root(elongation, guess - 1.5, guess + 1.5)
    return found if found <= moment else root(elongation, found - 31, found - 28)


def entry(year: int, degrees: float, longitude: Callable[[float], float]) -> float:
    """Return when the sun passes a longitude in a year."""
    start = float(date(year, 1, 1).toordinal())
    guess = start + (degrees - longitude(start)) % 360 / 0.98565
    return root(lambda moment: (longitude(moment) - degrees) % 360, guess - 4, guess + 4)


def day_of(moment: float, zone: float) -> date:
    """Return the day of a moment in a zone."""
    return date.fromordinal(int(moment + zone))


def chinese_months(year: int) -> list[date]:
    """Return the first days of the twelve ordinary months of the Chinese year that begins in ``year``."""

    def eleventh(solstice_year: int) -> date:
        solstice = day_of(entry(solstice_year, 270, sun), CHINA)
        return day_of(new_moon(solstice.toordinal() + 1 - CHINA - 1e-6), CHINA)

    found: list[date] = []
    for start_year in (year - 1, year):
        start, stop = eleventh(start_year), eleventh(start_year + 1)
        months = [start]
        while months[-1] < stop:
            months.append(day_of(new_moon(months[-1].toordinal() + 32.0), CHINA))
        leap = len(months) == 14
        for first, after in pairwise(months):
            signs = [int(sun(day.toordinal() - CHINA) // 30) for day in (first, after)]
            if leap and signs[0] == signs[1]:
                leap = False
                continue
            found.append(first)
    return found[2:14]


SUNRISE, MIDDAY, DUSK, MIDNIGHT = 6.2 / 24, 12.2 / 24, 18.6 / 24, 24.2 / 24


def hindu(year: int, month: int, tithi: int, hour: float) -> date:
    """Return the day on which a lunar day (1 to 30 from the new moon) of an ordinary month prevails at an hour.

    Month 0 is Chaitra.  Where it prevails at that hour on no day, it is the day on which it begins.
    """
    start = 12 * (tithi - 1)
    for offset in range(366):
        day = date(year, 1, 1) + timedelta(days=offset)
        moment = day.toordinal() + hour - INDIA
        into, later = (elongation(moment) - start) % 360, (elongation(moment + 1) - start) % 360
        prevails, skipped = into < 12, into > 345 and 12 <= later < 30
        if prevails or skipped:
            begin = new_moon(moment + (0.5 if skipped else 0))
            signs = int(sidereal(begin) // 30), int(sidereal(new_moon(begin + 31.5)) // 30)
            if signs[0] != signs[1] and (signs[0] + 1) % 12 == month:
                return day
    raise ValueError(f"no day in {year} for lunar day {tithi} of month {month}")


def onam(year: int) -> date:
    """Return the day of the month Chingam on which the moon is in Shravana at sunrise."""
    start = day_of(entry(year, 120, sidereal), INDIA)
    days = [start + timedelta(days=i) for i in range(31)]
    moments = [(day, day.toordinal() + SUNRISE - INDIA) for day in days]
    stars = [(day, int(((moon(at) - 23.853 - 1.3969 * _centuries(at)) % 360) // (360 / 27))) for day, at in moments]
    return max((star == 21, day) for day, star in stars if star in (20, 21))[1]


FEASTS: dict[str, tuple[int, Callable[[int], date]]] = {
    "makar_sankranti": (101, lambda y: day_of(entry(y, 270, sidereal) + 8 / 24, INDIA)),
    "vaisakhi": (102, lambda y: day_of(entry(y, 0, sidereal) + 1 / 24, INDIA)),
    "vasant_panchami": (103, lambda y: hindu(y, 10, 5, SUNRISE)),
    "ravidas_jayanti": (104, lambda y: hindu(y, 10, 15, SUNRISE)),
    "maha_shivaratri": (105, lambda y: hindu(y, 10, 29, MIDNIGHT)),
    "holika_dahan": (106, lambda y: hindu(y, 11, 15, DUSK)),
    "ugadi": (107, lambda y: hindu(y, 0, 1, SUNRISE)),
    "rama_navami": (108, lambda y: hindu(y, 0, 9, MIDDAY)),
    "mahavir_jayanti": (109, lambda y: hindu(y, 0, 13, SUNRISE)),
    "hanuman_jayanti": (110, lambda y: hindu(y, 0, 15, SUNRISE)),
    "vesak": (111, lambda y: hindu(y, 1, 15, SUNRISE)),
    "ratha_yatra": (112, lambda y: hindu(y, 3, 2, SUNRISE)),
    "raksha_bandhan": (113, lambda y: hindu(y, 4, 15, SUNRISE)),
    "janmashtami": (114, lambda y: hindu(y, 4, 23, MIDNIGHT)),
    "ganesh_chaturthi": (115, lambda y: hindu(y, 5, 4, MIDDAY)),
    "onam": (116, onam),
    "navaratri": (117, lambda y: hindu(y, 6, 1, SUNRISE)),
    "maha_saptami": (118, lambda y: hindu(y, 6, 7, SUNRISE)),
    "dussehra": (119, lambda y: hindu(y, 6, 10, MIDDAY + 2.5 / 24)),
    "valmiki_jayanti": (120, lambda y: hindu(y, 6, 15, SUNRISE)),
    "karva_chauth": (121, lambda y: hindu(y, 6, 19, DUSK)),
    "dhanteras": (122, lambda y: hindu(y, 6, 28, DUSK)),
    "diwali": (123, lambda y: hindu(y, 6, 30, DUSK)),
    "guru_nanak_jayanti": (124, lambda y: hindu(y, 7, 15, SUNRISE)),
    "chinese_new_year": (130, lambda y: chinese_months(y)[0]),
    "lantern_festival": (131, lambda y: chinese_months(y)[0] + timedelta(days=14)),
    "qingming": (132, lambda y: day_of(entry(y, 15, sun), CHINA)),
    "dragon_boat_festival": (133, lambda y: chinese_months(y)[4] + timedelta(days=4)),
    "mid_autumn_festival": (134, lambda y: chinese_months(y)[7] + timedelta(days=14)),
}


ISLAMIC_FIRST, ISLAMIC_LAST = 1369, 1475


def islamic_months() -> tuple[date, list[str]]:
    """Return the first day of the first Islamic year, and for each year which months have 30 days (1) or 29 (0).

    A month begins on the evening of the day on which the new moon comes before sunset in Mecca (15:20 UTC), close to
    the Umm al-Qura calendar.
    """
    count = (ISLAMIC_LAST - ISLAMIC_FIRST + 1) * 12 + 1
    moment = date(1949, 10, 25).toordinal() + 0.0
    starts = []
    for _ in range(count):
        begin = new_moon(moment)
        starts.append(int(begin) + (1 if begin % 1 <= 15.33 / 24 else 2))
        moment = begin + 31.5
    lengths = [after - start for start, after in pairwise(starts)]
    years = ["".join(str(n - 29) for n in lengths[i : i + 12]) for i in range(0, len(lengths), 12)]
    return date.fromordinal(starts[0]), years


def lines() -> Iterator[str]:
    """Yield the lines of the table."""
    yield "# Days of feasts that follow the moon and the sun, from 1990 to 2050.  Made by training/feasts.py (its"
    yield "# head says how and from what); names are in the languages' tables."
    start, years = islamic_months()
    yield "# Months of 30 (1) and 29 (0) days of the Islamic years from the first one on."
    yield ""
    yield "[islamic]"
    yield f"first = {ISLAMIC_FIRST}"
    yield f'start = "{start}"'
    rows = [", ".join(f'"{year}"' for year in years[i : i + 7]) for i in range(0, len(years), 7)]
    yield "months = [\n  " + ",\n  ".join(rows) + ",\n]"
    for name, (number, function) in FEASTS.items():
        days = [function(year) for year in range(FIRST, LAST + 1)]
        written = [f'"{day:%m-%d}"' for day in days]
        yield ""
        yield "[[feast]]"
        yield f"number = {number}"
        yield f'id = "{name}"'
        yield 'calendar = "table"'
        yield f"first = {FIRST}"
        rows = [", ".join(written[i : i + 11]) for i in range(0, len(written), 11)]
        yield "dates = [\n  " + ",\n  ".join(rows) + ",\n]"


if __name__ == "__main__":
    print("\n".join(lines()))
