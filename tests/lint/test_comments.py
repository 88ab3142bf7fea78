"""Comments: a suppression without a reason (CTG491)."""

from tests.lint.examples import found, whole_plan
from tests.lint.told import words


def test_a_suppression_says_why() -> None:
    fragment = (
        "# ctg: ignore[CTG301]\n"
        "titre: Ouvrir un lieu  # ctg: ignore[CTG301, CTG490] :\n"
        "constats:\n"
        "  - Peu de places  # ctg: ignore[CTG301] vu avec la Caf\n"
    )
    assert [under for _, under in words(found("CTG491", fragment), whole_plan(fragment))] == [
        "# ctg: ignore[CTG301]",
        "# ctg: ignore[CTG301, CTG490] :",
    ]
