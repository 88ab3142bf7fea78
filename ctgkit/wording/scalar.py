"""A text on one line, as it must be typed for YAML to read it back."""

from __future__ import annotations


def quote(text: str) -> str:
    """`text` between the quotes that leave it readable."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def scalar(text: str) -> str:
    """`text` as a value: as it is wherever YAML reads it so, else between quotes.

    What YAML would take for a number, a date or nothing at all is quoted too, so that every tool
    agrees with ctgkit.

    Args:
        text: one line, without control characters.
    """
    import yaml  # noqa: PLC0415  (only what writes a plan needs it)

    try:
        plain = yaml.safe_load(f"cle: {text}") == {"cle": text}
    except (yaml.YAMLError, ValueError):  # a date that does not exist is a ValueError
        plain = False
    return text if plain else quote(text)
