"""What findings point at, and what their fixes make of a plan."""

from ctgkit.findings import Finding
from tests.lint.examples import found, whole_plan


def words(findings: list[Finding], text: str) -> list[tuple[int, str]]:
    """The line of each finding, and the words under its caret."""
    lines = text.split("\n")
    return [
        (one.place.line, lines[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1])
        for one in findings
    ]


def told(code: str, fragment: str) -> list[str]:
    """The words under the caret of each finding."""
    return [text for _, text in words(found(code, fragment), whole_plan(fragment))]


def mend(text: str, findings: list[Finding]) -> str:
    """The text once the fixes of all findings are applied."""
    lines = text.split("\n")
    for place, new in sorted((splice for one in findings for splice in one.fix), reverse=True):
        assert place.line == place.end_line
        line = lines[place.line - 1]
        lines[place.line - 1] = line[: place.column - 1] + new + line[place.end_column - 1 :]
    return "\n".join(lines)
