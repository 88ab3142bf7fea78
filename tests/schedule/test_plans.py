"""Every calendar phrase of the two real plans says what one reads in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ctgkit.plan import Calendrier, Plan, fiches
from ctgkit.schedule import Contract, of
from tests.reports.fiches.plans import plan
from tests.schedule.phrases import summary, year

#: Phrase → periods (start, end) and what is repeated (times, every, unit), read by hand.
VIE_ET_BOULOGNE: dict[str, tuple[list[tuple[str, str]], list[tuple[int | None, int, str]]]] = {
    "À partir de 2021": ([(year(2021), "…")], []),
    "A partir de 2022": ([(year(2022), "…")], []),
    "À partir de 2022": ([(year(2022), "…")], []),
    "À partir de 2023": ([(year(2023), "…")], []),
    "2nd semestre 2021": ([("2021-07-01..2021-12-31", "2021-07-01..2021-12-31")], []),
    "A compter du 2nd semestre 2021": ([("2021-07-01..2021-12-31", "…")], []),
    "Mise en œuvre de la réflexion à compter du début de l'année 2022 pour application du nouveau schéma de "
    "coordination dès 2023": ([("2022-01-01..2022-04-30", "…"), (year(2023), "…")], []),
}
FIER_ET_USSES: dict[str, tuple[list[tuple[str, str]], list[tuple[int | None, int, str]]]] = {
    "Depuis 2023, à poursuivre": ([(year(2023), "…")], []),
    "Depuis 2023": ([(year(2023), "…")], []),
    "2024": ([(year(2024), year(2024))], []),
    "2025": ([(year(2025), year(2025))], []),
    "A partir de 2023": ([(year(2023), "…")], []),
    "A partir de 2024": ([(year(2024), "…")], []),
    "Tout au long de la CTG": ([("2023-01-01", "2028-12-31")], []),
    "A partir de 2024 : un café par saison": ([(year(2024), "…")], [(1, 1, "saison")]),
    "2025/2026": ([(year(2025), year(2026))], []),
    "2024/2025": ([(year(2024), year(2025))], []),
    "2024-2025": ([(year(2024), year(2025))], []),
    "+ 2026": ([(f"≥ {year(2026)}", "…")], []),
    # What is renewed every year goes on after its first one.
    "2024 : 2 demi-journées par semestre, à renouveler chaque année": (
        [(year(2024), "…")],
        [(2, 1, "semestre"), (None, 1, "an")],
    ),
    "2024 : lancement du recensement": ([(year(2024), year(2024))], []),
    "2024-2025 : à renouveler une fois par an": ([(year(2024), year(2025))], [(1, 1, "an")]),
    # The plan does not say when it was signed: some day of the contract.
    "Dès la signature de la CTG": ([("2023-01-01..2028-12-31", "…")], []),
}
TABLES = {"vie-et-boulogne": VIE_ET_BOULOGNE, "fier-et-usses": FIER_ET_USSES}


def calendars(of_plan: Plan) -> Iterator[Calendrier]:
    for fiche in fiches(of_plan):
        yield from fiche.action.calendrier
        for step in fiche.action.etapes:
            yield from step.calendrier


@pytest.mark.parametrize(("name", "count"), [("vie-et-boulogne", 22), ("fier-et-usses", 28)])
def test_the_tables_cover_every_phrase_of_the_plans(name: str, count: int) -> None:
    texts = [calendar.texte for calendar in calendars(plan(name))]
    assert len(texts) == count
    assert {text.strip() for text in texts} == set(TABLES[name])


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, table in TABLES.items() for text in table])
def test_a_phrase_of_a_real_plan_says_what_one_reads(name: str, text: str) -> None:
    periods, recurrences = TABLES[name][text]
    lecture = of(Calendrier(texte=text), Contract.of(plan(name)))
    assert lecture.unread == ()
    assert summary(lecture) == periods
    beats = [beat for period in lecture.periods for beat in period.recurrences]
    assert [(beat.times, beat.every, beat.unit) for beat in beats] == recurrences


@pytest.mark.parametrize("name", TABLES)
def test_nothing_of_a_real_plan_is_outside_its_contract(name: str) -> None:
    contract = Contract.of(plan(name))
    assert [one for calendar in calendars(plan(name)) for one in of(calendar, contract).outside] == []
