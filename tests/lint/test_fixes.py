"""`--fix` of rules: what is certain is written, once, and nothing that was right changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.lint import Active, all_rules, lint
from ctgkit.lint.facts.texts import texts_of
from ctgkit.plan.editing.fixing import fix
from ctgkit.plan.finding import Finding
from ctgkit.plan.reading import read
from tests.conftest import ROOT
from tests.examples import examples
from tests.lint.examples import TODAY, whole_plan

ACTIVE = [Active(rule, rule.severity, rule.options()) for rule in all_rules()]
PLANS = sorted([*ROOT.glob("plans/*.yaml"), *ROOT.glob("docs/exemple/*.yaml")])
#: Faults with a certain remedy, put at the end of a plain text.
SPOILED = [
    " #3",  # YAML reads a comment
    " de #Mairie",
    "\u200b",
    " pour Fier et Usse",
    "  # ctg: ignore[CTG404] plus rien à taire",
    " \u00ad",
]


def check(data: bytes) -> tuple[Finding, ...]:
    return lint(read(data, "plan.yaml"), ACTIVE, TODAY).findings


@examples(60)
@given(st.data())
def test_a_fix_changes_the_lines_at_fault_and_the_texts_at_fault_only(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(PLANS)).read_text(encoding="utf-8").split("\n")
    plain = [number for number, line in enumerate(lines) if re.fullmatch(r" +- [A-Z][^:#\"']+", line)]
    spoiled = data.draw(
        st.dictionaries(st.sampled_from(plain), st.sampled_from(SPOILED), min_size=1, max_size=4)
    )
    for number, mark in spoiled.items():
        lines[number] += mark
    before = "\n".join(lines).encode()
    plan = read(before, "plan.yaml").plan
    assert plan is not None
    done = fix(before, check)
    after = done.data.decode().split("\n")
    at_fault = {place.line - 1 for finding in done.applied for place, _ in finding.fix}
    assert len(after) == len(lines)
    assert [n for n, (old, new) in enumerate(zip(lines, after, strict=True)) if old != new] == sorted(
        at_fault
    )
    mended = read(done.data, "plan.yaml").plan
    assert mended is not None
    old, new = list(texts_of(plan)), list(texts_of(mended))
    assert [path for path, _ in old] == [path for path, _ in new]
    assert sum(a != b for a, b in zip(old, new, strict=True)) <= len(at_fault)
    assert fix(done.data, check).data == done.data


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_what_is_fixed_in_a_plan_is_no_longer_found(path: Path) -> None:
    data = path.read_bytes()
    done = fix(data, check)
    fixable = [finding for finding in check(data) if finding.fix]
    assert len(done.applied) == len(fixable)
    assert not any(finding.fix for finding in done.left)
    assert [finding.message for finding in done.left] == [
        finding.message for finding in check(data) if not finding.fix
    ]


@pytest.mark.parametrize(
    ("fragment", "mended"),
    [
        (
            """\
acteurs:
  - id: caf
    nom: Caf inventée
    alias: [CAF inventée]
axes:
  - id: a
    titre: Un
    actions:
      - numero: 1
        titre: Deux
        partenaires:
          - CAF inventée
""",
            "          - Caf inventée\n",
        ),
        ("descriptif:\n  - Salle #3\n", '          - "Salle #3"\n'),
        ("descriptif:\n  - Une sal\u00adle  # ctg: ignore[CTG401] oui\n", "          - Une salle\n"),
    ],
)
def test_several_rules_mend_one_plan(fragment: str, mended: str) -> None:
    data = whole_plan(fragment).encode()
    done = fix(data, check)
    assert done.data.decode().endswith(mended)
    assert not any(finding.fix for finding in done.left)
    assert fix(done.data, check).data == done.data
