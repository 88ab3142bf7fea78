"""Money and figures: years, states, measures and targets."""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.plan.finding import Finding
from tests.lint.examples import TODAY, rule_named, run, whole_plan
from tests.lint.spots import real, spot, words


def found(rule: str, piece: str, today: date = TODAY) -> list[tuple[str, Finding]]:
    """Each finding in a fiche, after the words under its caret."""
    text = whole_plan(piece)
    return [(spot(one.place, text)[2], one) for one in run(text, rule_named(rule), today=today).findings]


@pytest.mark.parametrize(
    ("year", "origin", "side"),
    [
        (2024, "nouvelle", "avant"),
        (2024, "engagée", None),
        (2025, "nouvelle", None),
        (2028, "nouvelle", None),
        (2029, "nouvelle", "après"),
        (2029, "engagée", "après"),
    ],
)
def test_money_is_of_a_year_of_the_contract(year: int, origin: str, side: str | None) -> None:
    piece = f"origine: {origin}\nfinancements: [{{montant: 10, annee: {year}}}, {{montant: 10}}]\n"
    told = [(under, one.message) for under, one in found("CTG511", piece)]
    message = f"ce financement est d'{side} la convention (2025-2028)"
    assert told == ([(str(year), message)] if side else [])


def test_the_years_of_a_contract_that_starts_within_one_count_whole() -> None:
    text = whole_plan("financements: [{montant: 10, annee: 2025}, {montant: 10, annee: 2028}]\n").replace(
        "2025-2028", "{debut: 2025-09-01, fin: 2028-02-29}"
    )
    assert run(text, rule_named("CTG511")).findings == ()


@pytest.mark.parametrize(
    ("year", "etat", "told"),
    [
        (2027, "réalisé", ["réalisé"]),
        (2026, "réalisé", []),
        (2025, "réalisé", []),
        (2027, "acquis", []),
        (2027, "prévu", []),
    ],
)
def test_money_of_a_year_to_come_is_not_spent(year: int, etat: str, told: list[str]) -> None:
    piece = f"financements: [{{annee: {year}, etat: {etat}}}, {{etat: {etat}}}]\n"
    assert [under for under, _ in found("CTG512", piece)] == told
    assert found("CTG512", piece, date(2027, 1, 1)) == []


def indicator(*keys: str) -> str:
    return "indicateurs:\n  - nom: Familles\n" + "".join(f"    {key}\n" for key in keys)


def value(text: str) -> str:
    return f"mesures: [{{date: 2026-01-01, valeur: {text}}}]"


@pytest.mark.parametrize(
    ("keys", "told", "hint"),
    [
        (
            ["type: quantitatif", value("47 familles")],
            ["47 familles"],
            "écrivez «\u00a047\u00a0», et «\u00a0unite: familles\u00a0» à l'indicateur",
        ),
        (
            ["type: quantitatif", "unite: familles", value("47 Familles")],
            ["47 Familles"],
            "écrivez «\u00a047\u00a0»",
        ),
        (
            ["type: quantitatif", "unite: familles", value("47 parents")],
            ["47 parents"],
            "écrivez «\u00a047\u00a0»",
        ),
        (["type: quantitatif", "unite: '%'", value("80 %")], ["80 %"], "écrivez «\u00a080\u00a0»"),
        (["type: quantitatif", value("1 200 €")], ["1 200 €"], "«\u00a01 200\u00a0», et «\u00a0unite: €"),
        (["type: quantitatif", value("non relevé")], ["non relevé"], "un nombre seul"),
        (["type: quantitatif", value("10 à 12 familles")], ["10 à 12 familles"], "un nombre seul"),
        (["cible: {date: 2028-12-31, valeur: 60}", value("une vingtaine")], ["une vingtaine"], "qualitatif"),
        (
            ["reference: {date: 2025-01-01, valeur: 0}", "cible: {date: 2028-12-31, valeur: 60 %}"],
            ["60 %"],
            "60",
        ),
        (["type: quantitatif", value("'12,5'")], [], ""),
        (["type: quantitatif", value("12 500")], [], ""),
        (["type: qualitatif", "cible: {date: 2028-12-31, valeur: 8}", value("Bonne")], [], ""),
        (["reference: {date: 2025-01-01, valeur: Aucune}", value("Bonne")], [], ""),
        (["type: quantitatif"], [], ""),
    ],
)
def test_an_indicator_that_counts_takes_numbers_only(keys: list[str], told: list[str], hint: str) -> None:
    findings = found("CTG513", indicator(*keys))
    assert [under for under, _ in findings] == told
    assert all(hint in (one.hint or "") for _, one in findings)


def test_the_unit_of_the_indicator_is_taken_out_and_no_other_word() -> None:
    fixes = {
        text: [
            splice.text
            for _, one in found("CTG513", indicator("unite: familles", "type: quantitatif", value(text)))
            for splice in one.fix
        ]
        for text in ("47 familles", "'1 200 familles'", "47 parents", "quelques familles")
    }
    assert fixes == {
        "47 familles": ["47"],
        "'1 200 familles'": ["'1 200'"],
        "47 parents": [],
        "quelques familles": [],
    }


def test_the_indicators_of_steps_count_too() -> None:
    indicators = f"[{{nom: Avis, type: quantitatif, {value('peu')}}}]"
    piece = f"etapes:\n  - titre: Choisir\n    indicateurs: {indicators}\n"
    assert words("CTG513", piece) == ["peu"]


@pytest.mark.parametrize(
    ("sens", "start", "aim", "told"),
    [
        ("hausse", "21", "7", ["hausse"]),
        ("hausse", "7", "21", []),
        ("hausse", "7", "7", []),
        ("baisse", "7", "21", ["baisse"]),
        ("baisse", "21", "7", []),
        ("baisse", "7", "7", []),
        ("hausse", "peu", "7", []),
        ("hausse", "9", "10", []),
    ],
)
def test_a_target_goes_the_way_that_is_wished(sens: str, start: str, aim: str, told: list[str]) -> None:
    piece = indicator(
        f"sens: {sens}",
        f"reference: {{date: 2025-01-01, valeur: {start}}}",
        f"cible: {{date: 2028-12-31, valeur: {aim}}}",
    )
    findings = found("CTG516", piece)
    assert [under for under, _ in findings] == told
    assert all(len(one.related) == 2 for _, one in findings)
    assert found("CTG516", piece.replace(f"    sens: {sens}\n", "")) == []
    assert found("CTG516", "\n".join(line for line in piece.splitlines() if "reference" not in line)) == []


def test_a_target_is_not_before_the_start() -> None:
    piece = indicator("reference: {date: 2026-01-01, valeur: 1}", "cible: {date: 2025-12-31, valeur: 2}")
    ((under, one),) = found("CTG516", piece)
    assert (under, [place.message for place in one.related]) == ("2025-12-31", ["la date de départ"])
    assert found("CTG516", piece.replace("2025-12-31", "2026-01-01")) == []


def test_an_entry_written_twice_is_told_at_the_second() -> None:
    piece = (
        "suivi:\n"
        "  - {date: 2026-01-05, statut: en cours, note: Début}\n"
        "  - {date: 2026-01-05, statut: en cours}\n"
        "  - {date: 2026-02-05, statut: en cours, note: Début}\n"
        "  - {date: 2026-01-05, statut: en cours, note: Début, auteur: Camille}\n"
        "  - {date: 2026-01-05, statut: en cours, note: Suite}\n"
    )
    ((under, one),) = found("CTG515", piece)
    assert (under, one.place.line, [place.place.line for place in one.related]) == ("2026-01-05", 17, [14])


def test_a_day_has_one_measure() -> None:
    days = ("2026-01-05, valeur: 1", "2026-02-05, valeur: 1", "2026-01-05, valeur: 2")
    measures = f"mesures: [{', '.join(f'{{date: {day}}}' for day in days)}]"
    ((under, one),) = found("CTG515", indicator(measures))
    assert (under, one.place.column, [place.place.column for place in one.related]) == (
        "2026-01-05",
        92,
        [30],
    )
    assert found("CTG515", indicator(measures.replace("01-05, valeur: 2", "03-05, valeur: 2"))) == []


@pytest.mark.parametrize("rule", ["CTG511", "CTG512", "CTG513", "CTG515", "CTG516"])
def test_plans_without_figures_have_nothing_to_tell(rule: str) -> None:
    assert real(rule, "vie-et-boulogne") == []
    assert real(rule, "fier-et-usses") == []
