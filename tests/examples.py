"""How many examples property tests draw, and whether they are the same each time.

`HYPOTHESIS_PROFILE` says it: `ci` (everywhere, unless it is set) draws the same examples each time, so
that what fails on one machine fails on all; `dev` draws others each time, and tries again what failed
last; `long` does so with many times as many.
"""

import os

from hypothesis import settings

_PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "ci")
#: How many times as many examples are drawn as a test asks for.
_TIMES = 20 if _PROFILE == "long" else 1


def load_profile() -> None:
    """Tells Hypothesis; called before any test is read."""
    settings.register_profile("ci", derandomize=True, database=None, deadline=None, print_blob=True)
    settings.register_profile("dev", deadline=None)
    settings.register_profile("long", deadline=None, max_examples=100 * _TIMES)
    settings.load_profile(_PROFILE)


def examples(number: int) -> settings:
    """Draws so many examples for a test, where a hundred are too few or too many."""
    return settings(max_examples=number * _TIMES)
