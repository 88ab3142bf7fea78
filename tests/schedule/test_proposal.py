"""What is proposed for words that are not understood is, once it is written."""

from __future__ import annotations

import re

import pytest

from ctgkit.schedule import proposal, read
from tests.schedule.test_tables import CONTRACT, OWN, rows


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mars 25", "Mars 2025"),
        ("2024-25", "2024-2025"),
        ("01/09/25", "01/09/2025"),
        ("Salle Mai 68", None),
        ("Printemps", "Printemps 2026"),
        ("15/03", "15/03/2026"),
        ("Octobre rose", "Octobre rose 2026"),
        ("Fin d'année scolaire", "Fin d'année scolaire 2026-2027"),
        ("Crèche 2025", None),
        ("À définir", None),
    ],
)
def test_what_to_write(text: str, written: str | None) -> None:
    lecture = read(text, CONTRACT)
    (unread,) = lecture.unread
    assert proposal(lecture, unread, 2026) == written


@pytest.mark.parametrize("text", [text for text, _, _, understood, *_ in rows(OWN) if understood == "no"])
def test_each_refusal_says_what_is_understood_once_written(text: str) -> None:
    lecture = read(text, CONTRACT)
    for unread in lecture.unread:
        hint = proposal(lecture, unread, 2026)
        said = [hint] if hint else re.findall(r"«\u00a0([^»:]*)\u00a0»", unread.reason.facts.mend)
        assert all(read(one.format(year=2026), CONTRACT).understood for one in said)
