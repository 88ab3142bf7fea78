"""The engine: from what a rule says of the model to characters of the file, however it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ctgkit.lint import Active, Context, Remark, Rule, all_rules, lint
from ctgkit.lint.settings import Chosen, settings
from ctgkit.plan.editing.splicing import spliced
from ctgkit.plan.finding import Code, Finding
from ctgkit.plan.reading import read
from ctgkit.vocabulary.gravite import Gravite
from tests.conftest import ROOT
from tests.lint.examples import TODAY, whole_plan

PATH = ("axes", 0, "actions", 0)
TEXT = (*PATH, "descriptif", 0, "texte")


def saying(*remarks: Remark, error: Exception | None = None) -> Rule:
    """A rule that says what it is told to, and then breaks where it is told to."""

    def check(_: Context, __: Any) -> Iterator[Remark]:
        yield from remarks
        if error is not None:
            raise error

    first = all_rules()[0]
    return first._replace(code=Code("CTG399", "de-test"), check=check)


def findings(fragment: str, *remarks: Remark) -> tuple[str, list[Finding]]:
    text = whole_plan(fragment)
    reading = read(text.encode(), "plan.yaml")
    assert reading.plan is not None
    rule = saying(*remarks)
    return text, list(lint(reading, [Active(rule, Gravite.REMARQUE, rule.options())], TODAY).findings)


def under(text: str, finding: Finding) -> str:
    """The characters of a place, its lines joined by a bar."""
    place, lines = finding.place, text.split("\n")
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    middle = lines[place.line : place.end_line - 1]
    return "|".join(
        [
            lines[place.line - 1][place.column - 1 :],
            *middle,
            lines[place.end_line - 1][: place.end_column - 1],
        ]
    )


@pytest.mark.parametrize(
    ("written", "words", "found"),
    [
        ("- Un accueil de XX places", "XX", "XX"),
        ("- Un accueil : XX places", "XX", "XX"),  # a pair to YAML
        ("- 'L''accueil de XX places'", "L'accueil", "L''accueil"),
        ('- "Dire \\"oui\\" à XX"', 'Dire "oui"', 'Dire \\"oui\\"'),
        ("- >-\n    Un accueil\n    de XX places", "accueil de XX", "accueil|              de XX"),
        ("- Un accueil\n    de XX places", "XX", "XX"),
        ("- |\n    Un accueil\n    de XX places", "XX", "XX"),
        ("[Un accueil de XX places]", "XX", "XX"),
        ("Un accueil de XX places", "XX", "XX"),  # a single text for a list
        ("- Un accueil de XX :\n    - Un lieu", "XX", "XX"),
        ("- texte: Un accueil de XX\n  points:\n    - Un lieu", "XX", "XX"),
    ],
)
def test_the_words_are_found_in_every_style(written: str, words: str, found: str) -> None:
    lines = "\n".join(f"  {line}" for line in written.split("\n"))
    text, (one,) = findings(f"descriptif:\n{lines}\n", Remark(TEXT, "…", words=words))
    assert under(text, one) == found
    assert one.address == "1.1"


def test_the_nth_words_are_the_ones_meant() -> None:
    remarks = [Remark(TEXT, "…", words="XX", nth=nth) for nth in range(3)]
    text, found = findings("descriptif:\n  - XX et XX\n", *remarks)
    start = text.split("\n")[found[0].place.line - 1].index("XX")
    columns = [one.place.column for one in found]
    # The third is not there: all of the text is shown.
    assert sorted(columns) == [start + 1, start + 1, start + 7]
    assert {under(text, one) for one in found} == {"XX", "XX et XX"}


@pytest.mark.parametrize(
    ("path", "key", "found"),
    [
        ((*PATH, "titre"), False, "Une action inventée"),
        ((*PATH, "titre"), True, "titre"),
        ((*PATH, "partenaires"), False, "partenaires"),  # no value: its key
        ((*PATH, "descriptif"), True, "descriptif"),
        (TEXT, False, "Un lieu"),  # a point with points below it: its own text
        ((*PATH, "descriptif", 0, "points", 0, "texte"), False, "Une salle"),
        (("periode", "debut"), False, "2025-2028"),  # what the file has of it
    ],
)
def test_a_path_of_the_model_leads_to_what_is_written(path: Any, key: bool, found: str) -> None:  # noqa: FBT001
    text, (one,) = findings(
        "partenaires:\ndescriptif:\n  - Un lieu :\n      - Une salle\n", Remark(path, "…", key=key)
    )
    assert under(text, one) == found


@pytest.mark.parametrize(
    ("written", "words", "replacement", "mended"),
    [
        ("- Un liue", "liue", "lieu", "- Un lieu"),
        ("- 'Un liue d''ici'", "liue", "lieu d'un", "- 'Un lieu d''un d''ici'"),
        ('- "Un liue"', None, "Un lieu", '- "Un lieu"'),
        ("- Un liue # là", None, "Un lieu", "- Un lieu # là"),
        ("- Un liue", "liue", "lieu : beau", None),  # it would need quotes
        ("- Un liue", "absent", "lieu", None),
        ("- Un\n    liue", None, "Un lieu", None),  # over two lines
    ],
)
def test_a_replacement_is_spliced_where_it_needs_nothing_else(
    written: str, words: str | None, replacement: str, mended: str | None
) -> None:
    remark = Remark(TEXT, "…", words=words, replacement=replacement)
    lines = "\n".join(f"  {line}" for line in written.split("\n"))
    text, (one,) = findings(f"descriptif:\n{lines}\n", remark)
    after = spliced(text.encode(), one.fix).decode()
    assert after == (text if mended is None else text.replace(written, mended))


def test_related_places_and_severity_are_kept() -> None:
    _, (one,) = findings(
        "descriptif:\n  - Un lieu\n",
        Remark(TEXT, "un message", "une aide", related=(((*PATH, "titre"), "le titre"),)),
    )
    assert (one.message, one.hint, one.severity) == ("un message", "une aide", "info")
    assert [other.message for other in one.related] == ["le titre"]


def test_a_rule_that_breaks_keeps_what_it_had_found_and_stops_nobody() -> None:
    reading = read(whole_plan("descriptif: Un lieu\n").encode(), "plan.yaml")
    broken = saying(Remark(TEXT, "avant"), error=RuntimeError("boum"))
    after = saying(Remark(TEXT, "après"))._replace(code=Code("CTG398", "autre"))
    active = [Active(rule, Gravite.ALERTE, rule.options()) for rule in (broken, after)]
    found = lint(reading, active, TODAY).findings
    assert [(one.code.code, one.severity) for one in found] == [
        ("CTG039", "error"),
        ("CTG398", "warning"),
        ("CTG399", "warning"),
    ]


def test_a_rule_that_is_not_selected_never_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []

    def check(_: Context, __: Any) -> list[Remark]:
        ran.append(1)
        return []

    rules = tuple(rule._replace(check=check) for rule in all_rules())
    monkeypatch.setattr("ctgkit.lint.registry.all_rules", lambda: rules)
    monkeypatch.setattr("ctgkit.lint.settings.all_rules", lambda: rules)
    chosen = settings({"ignore": ["CTG3", "CTG5"]}, Chosen(select=("CTG3", "CTG401", "CTG402")))
    reading = read(whole_plan("descriptif: Un lieu\n").encode(), "plan.yaml")
    lint(reading, chosen.active, TODAY)
    assert len(ran) == 2


def test_every_rule_runs_over_every_good_plan() -> None:
    active = [Active(rule, rule.severity, rule.options()) for rule in all_rules()]
    plans = [*ROOT.glob("plans/*.yaml"), *ROOT.glob("docs/exemple/*.yaml"), ROOT / "tests/data/complet.yaml"]
    assert len(plans) == 5
    for path in plans:
        found = lint(read(path.read_bytes(), path.name), active, TODAY)
        assert not any(one.code.code.startswith("CTG0") for one in found.findings), path
