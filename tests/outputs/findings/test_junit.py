"""The `junit` format, read back by an XML parser."""

from xml.etree import ElementTree as ET

from hypothesis import given

from ctgkit.outputs.findings.junit import document
from ctgkit.outputs.findings.run import Checked, Run
from tests.outputs.findings.runs import ALL, FILE, NOTE, NOTHING, RUNS, WHOLE, run


def parsed(found: Run) -> ET.Element:
    text = document(found)
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')
    assert text.endswith(">\n")
    return ET.fromstring(text.encode())  # noqa: S314  (ours)


def test_one_suite_a_file_and_one_for_what_could_not_be_read() -> None:
    root = parsed(WHOLE)
    assert root.attrib == {"name": "ctgkit validate", "tests": "5", "failures": "3", "errors": "1"}
    assert [(suite.get("name"), suite.get("tests")) for suite in root] == [
        (FILE, "3"),
        ("plans/propre.yaml", "1"),
        ("fichiers illisibles", "1"),
    ]


def test_a_finding_is_a_failed_test_that_holds_what_full_prints() -> None:
    case = parsed(WHOLE)[0][0]
    message = "la Caf «\u00a0<Caf> & Cie\u00a0» n'existe pas [petite-enfance/1.1]"
    assert case.attrib == {"classname": FILE, "name": f"CTG999 {message}", "file": FILE, "line": "2"}
    (failure,) = case
    assert failure.tag == "failure"
    assert failure.attrib == {"type": "error", "message": f"{FILE}:2:6: CTG999 {message}"}
    assert (failure.text or "").splitlines() == [
        f"{FILE}:2:6: CTG999 {message}",
        "     2 │ caf: <Caf> & Cie",
        "       │      ^^^^^^^^^^^",
        "     1 │ titre: Plan",
        "       │        ^^^^ titre ici",
        "  aide : écrivez\u00a0: Caf: 100 %, de",
        "Vendée (--fix)",
    ]
    assert [case[0].get("type") for case in parsed(WHOLE)[0]] == ["error", "warning", "info"]


def test_a_file_without_findings_is_a_test_that_passed() -> None:
    (case,) = parsed(WHOLE)[1]
    assert case.attrib == {
        "classname": "plans/propre.yaml",
        "name": "aucun constat",
        "file": "plans/propre.yaml",
    }
    assert list(case) == []


def test_what_could_not_be_read_is_an_error() -> None:
    (case,) = parsed(WHOLE)[2]
    (error,) = case
    assert (error.tag, error.text) == ("error", "absent.yaml : fichier introuvable")


def test_the_name_of_a_test_survives_a_moved_line_and_is_its_own() -> None:
    moved = NOTE._replace(place=NOTE.place._replace(line=1, end_line=1))
    names = [case.get("name") for case in parsed(run(moved, NOTE, ALL))[0]]
    assert names[:2] == ["CTG998 rien d'autre", "CTG998 rien d'autre (2)"]
    assert names[0] == parsed(run(NOTE))[0][0].get("name")


def test_what_xml_forbids_is_shown() -> None:
    nasty = ALL._replace(message="a\0b\x1b\ud83d\uffff]]>\u202e", hint=None, address="x\n\x08y")
    case = parsed(Run("lint", "1", (Checked("n\r\n.yaml", (nasty,), (), 0),)))[0][0]
    assert case.get("name") == "CTG999 a␀b␛<U+D83D><U+FFFF>]]><U+202E> [x ␈y]"
    assert case.get("classname") == "n␍ .yaml"


def test_nothing_is_a_report_without_tests() -> None:
    root = parsed(NOTHING)
    assert root.attrib == {"name": "ctgkit lint", "tests": "0", "failures": "0", "errors": "0"}
    assert list(root) == []


@given(RUNS)
def test_any_text_is_well_formed_and_counted(found: Run) -> None:
    root = parsed(found)
    cases = list(root.iter("testcase"))
    totals = found.totals
    assert root.get("failures") == str(totals.findings) == str(len(list(root.iter("failure"))))
    assert root.get("errors") == str(totals.problems) == str(len(list(root.iter("error"))))
    assert root.get("tests") == str(len(cases))
    for suite, checked in zip(root, found.checked, strict=False):
        assert len({case.get("name") for case in suite}) == max(len(checked.findings), 1)
