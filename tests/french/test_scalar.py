"""Texts typed as YAML values: what ctgkit and YAML itself read back is the text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.french.scalar import on_one_line


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Vie et Boulogne", "Vie et Boulogne"),
        ("Val d'Or", "Val d'Or"),
        ("CC Fier & Usses (74)", "CC Fier & Usses (74)"),
        ("12 : 30", '"12 : 30"'),
        ("Val : d'Or", '"Val : d\'Or"'),
        ("Val :", '"Val :"'),
        ("@x", '"@x"'),
        ("%", '"%"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ('dit "le Val"', 'dit "le Val"'),
        ('"le Val"', "'\"le Val\"'"),
        ("'Or", '"\'Or"'),
        ("[Axe", '"[Axe"'),
        ('@ "d\'Or"', "'@ \"d''Or\"'"),
        ("null", '"null"'),
        ("~", '"~"'),
        ("2024", '"2024"'),
        ("2024-02-30", '"2024-02-30"'),
        ("true", '"true"'),
    ],
)
def test_quotes_stand_only_where_yaml_needs_them(text: str, typed: str) -> None:
    assert on_one_line(text) == typed


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).map(str.strip).filter(bool))
def test_yaml_reads_the_text_back_as_a_value_and_as_an_item(text: str) -> None:
    assert yaml.safe_load(f"a:\n  cle: {on_one_line(text)}\n  liste:\n    - {on_one_line(text)}\n") == {
        "a": {"cle": text, "liste": [text]}
    }
