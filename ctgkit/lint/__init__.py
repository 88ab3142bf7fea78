"""The quality of a plan: rules, and the engine that runs them."""

from ctgkit.lint.context import Context
from ctgkit.lint.engine import Linted, lint
from ctgkit.lint.registry import all_rules, find_rules
from ctgkit.lint.remark import Remark
from ctgkit.lint.rule import Active, Rule

__all__ = ["Active", "Context", "Linted", "Remark", "Rule", "all_rules", "find_rules", "lint"]
