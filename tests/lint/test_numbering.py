"""Numbers that are missing, repeated, out of order or out of place, however a document numbers."""

import re
from typing import Any

import pytest

from tests.conftest import PLANS
from tests.lint.examples import rule_named, run
from tests.lint.spots import HEAD, findings, real, spot, spots

RULES = ["numerotation-interrompue", "numero-repete", "numerotation-desordonnee", "numero-deplace"]


def plan(*axes: tuple[str | None, Any]) -> str:
    """A plan of axes, each with its number and what is in it: numbers of fiches, or sections alike."""
    lines = []
    for rank, (number, inside) in enumerate(axes):
        lines.append(f"  - id: axe-{rank}")
        lines += _inside(number, inside, 4)
    return HEAD + "\n".join(lines) + "\n"


def _inside(number: str | None, inside: Any, indent: int) -> list[str]:
    space = " " * indent
    lines = [] if number is None else [f"{space}numero: {number}"]
    lines.append(f"{space}titre: Une section")
    if isinstance(inside, str):
        if inside:
            lines.append(f"{space}actions:")
        for fiche in inside.split():
            lines += [f"{space}  - titre: Une fiche", f"{space}    numero: {fiche}"]
        return lines
    lines.append(f"{space}objectifs:")
    for below, deeper in inside:
        lines.append(f"{space}  - description: Rien")
        lines += _inside(below, deeper, indent + 4)
    return lines


def told(text: str) -> list[tuple[str, str]]:
    """What the four rules find together: the rule, and the number under the caret."""
    found = run(text, *map(rule_named, RULES)).findings
    return [
        (one.code.name.removeprefix("numerotation-"), spot(one.place, text)[2])
        for one in sorted(found, key=lambda one: (one.code, one.place))
    ]


#: Each way of numbering, without any defect.
REGULAR = {
    "restarts in each theme": [
        (None, [("1", "1.1 1.2"), ("2", "2.1")]),
        (None, [("1", "1.1"), ("2", "2.1 2.2")]),
        (None, "1.1"),
    ],
    "restarts in the second theme, which has one": [("1", "1 2 3 4"), ("2", "1")],
    "restarts in a theme of two": [("1", "1 2 3 4 5 6"), ("2", "1 2")],
    "of the objective": [("1", [("1.1", "1.1.1 1.1.2"), ("1.2", "1.2.1")]), ("2", [("2.1", "2.1.1")])],
    "objectives restart": [("1", [("1", "1.1.1 1.1.2"), ("2", "1.2.1")]), ("2", [("1", "2.1.1")])],
    "of the axis": [("1", [(None, "1.1 1.2"), (None, "1.3")]), ("2", [(None, "2.1"), (None, "2.2 2.3")])],
    "of the axis, objectives in letters": [
        ("1", [("A", "1.1 1.2"), ("B", "1.3")]),
        ("2", [("A", "2.1 2.2")]),
    ],
    "through the plan": [("1", "1 2 3"), ("2", [("1", "4 5"), ("2", "6")])],
    "through the plan, in two parts": [("1", "1.1 1.2"), ("2", "2.3 2.4"), ("3", "3.5")],
    "from one in each axis": [("1", "1 2 3"), ("2", "1 2"), ("3", "1")],
    "in letters": [("A", "A.1 A.2"), ("B", "B.1 B.2 B.3")],
    "in Roman figures": [("I", "I.1"), ("II", "II.1 II.2"), ("III", "III.1"), ("IV", "IV.1")],
    "letters last": [("1", "1.a 1.b 1.c"), ("2", "2.a")],
    "objectives through the plan": [("1", [("1", "1.1"), ("2", "2.1")]), ("2", [("3", "3.1"), ("4", "4.1")])],
    "with bis": [("1", "1.1 1.2 1.2bis 1.3"), ("2", "2.1")],
    "beyond nine": [("1", " ".join(f"1.{n}" for n in range(1, 13))), ("2", "2.1")],
    "by hundreds": [("1", "101 102 103"), ("2", "201 202")],
    "by tens": [("1", "10 20 30 40"), ("2", "50 60")],
    "with a full stop": [("1.", "1.1. 1.2."), ("2.", "2.1.")],
    "with words": [("1", "FA-1 FA-2"), ("2", "FA-3")],
}


@pytest.mark.parametrize("axes", REGULAR.values(), ids=REGULAR.keys())
def test_no_way_of_numbering_is_a_defect(axes: list[tuple[str | None, Any]]) -> None:
    assert told(plan(*axes)) == []


@pytest.mark.parametrize(
    ("axes", "expected"),
    [
        ([("1", "1.1 1.3 1.4")], [("interrompue", "1.3")]),
        ([("1", "1.1 1.4 1.6")], [("interrompue", "1.4"), ("interrompue", "1.6")]),
        ([("1", "1.2 1.3"), ("2", "2.1")], [("interrompue", "1.2")]),
        ([("1", "1 2"), ("2", "4 5")], [("interrompue", "4")]),
        ([(None, "1.1 1.2"), (None, "1.1 1.3"), (None, "1.1")], [("interrompue", "1.3")]),
        ([("1", "1.1"), ("3", "3.1")], [("interrompue", "3")]),
        ([("1", [("1.1", ""), ("1.3", "")]), ("2", "")], [("interrompue", "1.3")]),
        ([("1", "1.1 1.3 1.2 1.4")], [("desordonnee", "1.2")]),
        ([("1", "1.2 1.3 1.4 1.1")], [("desordonnee", "1.1")]),
        ([("1", "1.1 1.10 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9")], [("desordonnee", "1.2")]),
        ([("1", "1.1 1.1bis 1.3bis 1.3 1.2")], [("desordonnee", "1.3"), ("desordonnee", "1.2")]),
        ([("2", "2.1"), ("1", "1.1 1.2")], [("desordonnee", "1")]),
        ([("1", "1 2"), ("2", "3 2 5")], [("numero-repete", "2")]),
        (
            [("1", "1.1 1.2"), ("2", "2.1 2.2"), ("2", "3.1")],
            [("numero-repete", "2")],
        ),
        ([("1", "2 4 6 8")], []),
        ([("1", "1.1 1.7 1.3")], [("desordonnee", "1.7")]),
        ([("1", "1.21 1.2 1.3")], [("desordonnee", "1.21")]),
        ([("1", [("1.1", ""), ("1.1", ""), ("1.3", "")])], [("numero-repete", "1.1")]),
        ([("1", [("1.1", "1.1.1 1.1.2"), ("1.4", "1.2.1"), ("1.3", "1.3.1")])], [("desordonnee", "1.4")]),
        ([("1", "1.1 2.2"), ("2", "2.1 2.2 2.3")], [("numero-deplace", "2.2")]),
        ([(None, [("1", "1.1"), ("1", "1.2"), ("2", "2.1")])], [("numero-repete", "1")]),
        ([("1", "1.1 1.2"), ("2", "2.1 3.2 2.3")], [("numero-deplace", "3.2")]),
        ([("1", "1.1 1.2"), ("2", "2.1 1.2 2.3")], [("numero-deplace", "1.2")]),
        ([("1", "1.1 1.3"), ("2", "2.1 1.2"), ("3", "3.1 3.2")], [("numero-deplace", "1.2")]),
        ([("1", "1.1 1.2 1.3 1.4 1.5"), ("2", "3.1 3.2")], [("numero-deplace", "3.1")]),
        ([("1", [("1.1", ""), ("1.2", "")]), ("2", [("1.3", "")])], [("numero-deplace", "1.3")]),
        ([(None, [("2.1", ""), ("1.2", "")])], [("desordonnee", "1.2")]),
        ([(None, [("1.1", ""), ("2.1", ""), ("1.2", "")])], [("desordonnee", "1.2")]),
        ([(None, [("2.1", "")]), (None, [("1.2", "")])], [("desordonnee", "1.2")]),
        ([("2", [("2.1", "")]), ("1", [("1.2", "")])], [("desordonnee", "1")]),
        ([("1", [("1.1", ""), ("2.1", ""), ("1.2", "")]), ("2", [("2.2", "")])], [("numero-deplace", "2.1")]),
        ([(None, "A2-01 A1-02")], [("desordonnee", "A1-02")]),
        ([(None, "1.1.1 1.2.1 1.1.2")], [("desordonnee", "1.1.2")]),
    ],
)
def test_one_defect_is_one_finding(
    axes: list[tuple[str | None, Any]], expected: list[tuple[str, str]]
) -> None:
    assert told(plan(*axes)) == expected


def test_where_numbers_start_again_or_are_of_no_section_nothing_is_out_of_place() -> None:
    assert told(plan(("1", "5.1 5.2"), ("2", "6.1 6.2"))) == []
    assert told(plan((None, "5.1"), (None, "6.1"))) == []


def test_messages_name_the_numbers() -> None:
    def messages(rule: str, *axes: tuple[str | None, Any]) -> list[str]:
        return [finding.message for finding in findings(rule, plan(*axes))]

    assert messages("CTG310", ("1", "1.1 1.3")) == ["le numéro 1.2 manque"]
    assert messages("CTG310", ("1", "1.4")) == ["les numéros 1.1, 1.2 et 1.3 manquent"]
    assert messages("CTG312", ("1", "1.1 1.3 1.2")) == ["le numéro 1.2 vient après le numéro 1.3"]
    assert messages("CTG311", ("1", "1 2"), ("2", "3 2")) == ["une autre fiche porte aussi le numéro 2"]
    assert messages("CTG313", ("1", "1.1 1.2"), ("2", "2.1 3.2")) == [
        "cette fiche est rangée sous le numéro 2, et non sous le 3"
    ]
    assert messages("CTG313", ("1", "1.1 1.2 1.3 1.4"), ("2", "3.1 3.2")) == [
        "les 2 fiches sont rangées sous le numéro 2, et non sous le 3"
    ]


def test_the_place_is_the_number_and_the_other_one_is_shown() -> None:
    text = plan(("1", "1 2"), ("2", "3 2"))
    # Each fiche has two lines; the first axis starts at line 8.
    assert spots("numero-repete", text) == [(23, 17, "2")]
    (finding,) = findings("numero-repete", text)
    assert [related.place.line for related in finding.related] == [15]
    assert finding.address == "axe-1/2"


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_the_real_plans_number_without_a_defect(rule: str, name: str) -> None:
    assert real(rule, name) == []


FICHE = re.compile(r"^(\s+- numero: )(\d\.\d\.)(\d)$", re.MULTILINE)


def test_one_wrong_number_in_a_real_plan_is_one_finding_at_its_place() -> None:
    text = (PLANS / "fier-et-usses.yaml").read_text(encoding="utf-8")
    every = list(FICHE.finditer(text))
    assert len(every) == 28  # the actions of the document
    for fiche in every:
        line = text.count("\n", 0, fiche.start(2)) + 1
        objective, last = fiche[2], fiche[3]
        elsewhere = f"{int(objective[0]) % 4 + 1}{objective[1:]}{last}"
        changed = text[: fiche.start(2)] + elsewhere + text[fiche.end() :]
        found = run(changed, *map(rule_named, RULES)).findings
        assert [(one.code.name, one.place.line) for one in found] == [("numero-deplace", line)]
        if objective + str(int(last) + 1) in text:
            changed = text[: fiche.start(2)] + f"{objective}47" + text[fiche.end() :]
            found = run(changed, *map(rule_named, RULES)).findings
            assert [(one.code.name, one.place.line) for one in found] == [("numerotation-desordonnee", line)]
            assert f"à la place du numéro {objective}{last}" in found[0].message


def labelled(*points: str) -> list[str]:
    """The labels that are told of the points of a list."""
    lines = "".join(f'  - "{point}"\n' for point in points)
    return [
        found
        for _, _, found in spots("CTG312", f"rubriques:\n  Objectifs:\n{lines}".replace("  - ", "    - "))
    ]


def test_labels_of_points_go_up() -> None:
    assert labelled("Objectif 1.1 : ouvrir", "Objectif 2.1 : former", "Objectif 1.2 : informer") == [
        "Objectif 1.2"
    ]
    assert labelled("Étape n° 2 – choisir", "Phase 1 : lire", "Étape n° 3 – ouvrir") == []
    assert labelled("Axe 3 : un", "Axe 1 : une autre suite", "Axe 2 : deux") == []
    assert labelled("Axe 1 : un", "Axe 3 : trois", "Axe 2 : deux") == ["Axe 2"]
    assert labelled("Objectif opérationnel 2 : un", "Objectif opérationnel 10 : deux") == []
    assert labelled("Action 5 visant à", "Action 4 visant à", "Salle 3 : jeunes", "Salle 2 : aînés") == []


def test_labels_of_titles_go_up() -> None:
    titles = "axes:\n  - id: a\n    titre: A\n    objectifs:\n" + "".join(
        f'      - titre: "Objectif {number} : accueillir"\n        actions: [{{titre: T, numero: {rank}}}]\n'
        for rank, number in enumerate(("2.1", "1.2"), 1)
    )
    (finding,) = findings("CTG312", HEAD.replace("axes:\n", "") + titles)
    assert finding.message == "«\u00a0Objectif 1.2\u00a0» vient après «\u00a0Objectif 2.1\u00a0»"
