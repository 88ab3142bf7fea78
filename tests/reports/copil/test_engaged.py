"""What had begun when the convention was signed is said so where nothing is noted of it."""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.reports.copil.sentences import last_note
from tests.followup.plans import on
from tests.reports.pages import plain


@pytest.mark.parametrize(
    ("calendrier", "words"),
    [
        ("Depuis 2022", "Rien de noté ; calendrier : « Depuis 2022 », déjà engagée"),
        ("2025", "Rien de noté ; calendrier : « 2025 »"),
    ],
)
def test_a_start_before_the_signature_is_already_engaged(calendrier: str, words: str) -> None:
    assert plain(last_note(on(str(date(2025, 3, 1)), f"calendrier: {calendrier}"))) == words
