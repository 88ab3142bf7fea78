"""`ctg rule`: the list, one code, and both as JSON."""

import json

import pytest

from ctgkit.app.checking.codes import all_codes
from tests.command import ctg


def test_the_list_has_every_code_once() -> None:
    done = ctg("rule")
    assert done.status == 0
    listed = [
        line.split()[0] for line in done.out.splitlines() if line.startswith("CTG") and " : " not in line[:8]
    ]
    assert listed == [one.code.code for one in all_codes()]
    assert f"{len(all_codes())} codes ;" in done.out


@pytest.mark.parametrize("word", ["CTG301", "ctg301", "sans-pilote"])
def test_one_rule_is_explained_by_code_or_name(word: str) -> None:
    done = ctg("rule", word)
    lines = done.out.splitlines()
    assert (done.status, lines[0]) == (0, "CTG301 sans-pilote (alerte)")
    for heading in ("Ce que la règle vérifie", "Pourquoi", "À éviter", "Corrigé"):
        assert heading in lines
    assert "    pilotes:" in lines
    assert "```" not in done.out


def test_a_code_that_is_no_rules_is_explained_as_well() -> None:
    lines = ctg("rule", "deux-points-en-trop").out.splitlines()
    assert lines[0] == "CTG012 deux-points-en-trop (erreur)"
    assert "    titre: Accueil : horaires atypiques" in lines
    assert '    titre: "Accueil : horaires atypiques"' in lines
    assert "Pourquoi" in lines


def test_json_holds_what_the_text_says() -> None:
    data = json.loads(ctg("rule", "CTG301", "--format", "json").out)
    assert [one["code"] for one in data] == ["CTG301"]
    assert data[0]["name"] == "sans-pilote"
    assert data[0]["failing"][0].startswith("titre:")
    assert len(json.loads(ctg("rule", "--format", "json").out)) == len(all_codes())


def test_the_first_characters_of_codes_list_a_family() -> None:
    lines = ctg("rule", "CTG4").out.splitlines()
    assert lines[0].startswith("CTG4 : ")
    assert not any(line.startswith("CTG3") for line in lines)


@pytest.mark.parametrize("word", ["CTG999", "sans-pilot", "", "*"])
def test_an_unknown_code_is_one_sentence(word: str) -> None:
    done = ctg("rule", word)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"ctg : aucun code ne s'appelle « {word} »")
