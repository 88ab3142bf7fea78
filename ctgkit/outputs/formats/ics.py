"""`ics`: events for a calendar program."""

from __future__ import annotations

from ctgkit.outputs.format import Format

FORMAT = Format(
    name="ics",
    rank=8,
    told="un agenda (iCalendar)",
    kinds=("calendar",),
    suffixes=(".ics",),
    synonyms=("agenda", "icalendar"),
    starts=r"\ABEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-//ctgkit//",
)
