"""iCalendar as text (RFC 5545): lines that end and fold as they must, and values that stay values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ctgkit.french.visible import visible

#: Octets of a line, without its end.
_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
#: Line ends for some readers, although RFC 5545 has only one.
_BREAKS = str.maketrans({"\t": " ", "\u2028": "\n", "\u2029": "\n"})


def text(name: str, value: str) -> str:
    """A property whose value is a text: whatever it holds, it cannot end its line nor start another.

    Args:
        name: of the property, with its parameters.
        value: what it holds; line feeds are kept, other control characters are shown.
    """
    return raw(name, visible(value.translate(_BREAKS)).translate(_ESCAPES))


def day(name: str, value: date) -> str:
    """A property whose value is a day."""
    return raw(f"{name};VALUE=DATE", compact(value))


def compact(value: date) -> str:
    """`20240620`."""
    return value.isoformat().replace("-", "")


def midnight(value: date) -> str:
    """`20240620T000000Z`: the instant that a day starts at."""
    return f"{compact(value)}T000000Z"


def after(value: date) -> date:
    """The day after, which is the end of what lasts until a day: `DTEND` is not included."""
    # The last day that there is has none after it.
    return value + timedelta(days=1) if value < date.max else value


def raw(name: str, value: str) -> str:
    """A line, folded where it is longer than it may be, never inside a character."""
    return "".join(_folded(f"{name}:{value}")) + "\r\n"


def _folded(content: str) -> Iterator[str]:
    if len(content) * 4 <= _OCTETS:
        yield content
        return
    octets = 0
    for character in content:
        size = len(character.encode())
        if octets + size > _OCTETS:
            yield "\r\n "
            octets = 1
        yield character
        octets += size
