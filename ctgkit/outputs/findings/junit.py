"""`junit`: a test report, for Jenkins, GitLab and whatever else shows tests."""

from __future__ import annotations

from collections import Counter
from io import StringIO
from xml.etree import ElementTree as ET

from ctgkit.french.visible import one_line, visible
from ctgkit.outputs.findings.run import Checked, Run
from ctgkit.outputs.findings.text import head, plain, write_full
from ctgkit.plan.finding import Finding

_COLUMNS = 100


def document(run: Run) -> str:
    """One suite a file, and in it one failed test a finding, or one that passed.

    The tests that GitLab compares between branches are known by their class and name, and of two
    that share both it keeps the first: the class is the file, and the name is what the finding
    says, without its place, so that a line that moves does not make another test of it.
    """
    root = ET.Element("testsuites", name=f"ctgkit {run.command}")
    suites = [_suite(checked) for checked in run.checked]
    if run.problems:
        suites.append(_unread(run.problems))
    root.extend(suites)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(checked: Checked) -> ET.Element:
    suite = _empty(one_line(checked.file), max(len(checked.findings), 1), failures=len(checked.findings))
    if not checked.findings:
        _case(suite, "aucun constat", checked)
    seen: Counter[str] = Counter()
    for finding in checked.findings:
        name = _name(finding)
        seen[name] += 1
        case = _case(suite, name if seen[name] == 1 else f"{name} ({seen[name]})", checked)
        case.set("line", str(finding.place.line))
        failure = ET.SubElement(case, "failure", type=finding.severity, message=one_line(head(finding)))
        failure.text = visible(_told(finding, checked))
    return suite


def _unread(problems: tuple[str, ...]) -> ET.Element:
    suite = _empty("fichiers illisibles", len(problems), errors=len(problems))
    for problem in problems:
        told = one_line(problem)
        case = ET.SubElement(suite, "testcase", classname="fichiers illisibles", name=told)
        ET.SubElement(case, "error", type="error", message=told).text = told
    return suite


def _empty(name: str, tests: int, *, failures: int = 0, errors: int = 0) -> ET.Element:
    counts = {"tests": tests, "failures": failures, "errors": errors, "skipped": 0}
    return ET.Element("testsuite", {"name": name, **{key: str(count) for key, count in counts.items()}})


def _case(suite: ET.Element, name: str, checked: Checked) -> ET.Element:
    file = one_line(checked.file)
    return ET.SubElement(suite, "testcase", classname=file, name=name, file=one_line(checked.path or file))


def _name(finding: Finding) -> str:
    address = f" [{finding.address}]" if finding.address else ""
    return one_line(f"{finding.code.code} {finding.message}{address}")


def _told(finding: Finding, checked: Checked) -> str:
    """What `full` prints of a finding."""
    stream = StringIO()
    write_full([finding], checked.lines, stream, plain, _COLUMNS)
    return stream.getvalue().rstrip("\n")
