"""What the documentation of each rule shows is true."""

import pytest

from ctgkit.lint import Rule, all_rules
from tests.lint.examples import run, whole_plan

RULES = all_rules()


def test_there_are_rules() -> None:
    assert len(RULES) >= 30
    codes = [code for rule in RULES for code in rule.code]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.name)
def test_every_failing_example_fails_and_every_mended_one_passes(rule: Rule) -> None:
    # A rule that looks at what comments silence needs those that they name.
    rules = RULES if rule.last else (rule,)
    for failing, mended in zip(rule.documentation.failing, rule.documentation.mended, strict=True):
        before = [
            finding for finding in run(whole_plan(failing), *rules).findings if finding.code == rule.code
        ]
        after = [finding for finding in run(whole_plan(mended), *rules).findings if finding.code == rule.code]
        assert before, failing
        assert after == [], mended
