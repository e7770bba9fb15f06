"""Times: found by the tables of a language, put on the calendar as far as the report's day allows.

`find_times` is the stage; `place` puts one expression on the calendar from a given day, `place_all` all of a reading.
Language table: ``times.toml``; what holds in every language is in that of the generic folder.
"""

from twosource.annotate.times.calendars import ReportDay, report_day
from twosource.annotate.times.find import find_times, narrated_weekday, place_all, place_when
from twosource.annotate.times.programs import place

__all__ = ["ReportDay", "find_times", "narrated_weekday", "place", "place_all", "place_when", "report_day"]
