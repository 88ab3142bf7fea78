"""`ctg lint`: the rules, their settings, what silences them, and the baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ctgkit.app import main
from ctgkit.lint import Remark, all_rules
from tests.command import ctg, plan

#: An action without a pilot, a description, and so on; only the pilot is looked at below.
ONLY = ("--select", "sans-pilote")
FINDING = "p.yaml:12:16: CTG301 personne ne pilote cette action [1.1]"


def written(folder: Path, name: str = "p.yaml", **changes: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(plan(**changes), encoding="utf-8")
    return path


def concise(folder: Path, *options: str, plans: str = "p.yaml") -> tuple[int, list[str]]:
    done = ctg("lint", plans, "--format", "concise", *options, cwd=folder)
    assert done.err == ""
    return done.status, done.out.splitlines()


def test_a_rule_speaks_and_the_summary_counts(tmp_path: Path) -> None:
    written(tmp_path)
    assert concise(tmp_path, *ONLY) == (1, [FINDING, "1 plan, 1 fiche, 1 alerte"])
    written(tmp_path, suite="        pilotes:\n          - Mairie")
    assert concise(tmp_path, *ONLY) == (0, ["1 plan, 1 fiche, rien à signaler"])


def test_a_plan_with_errors_shows_them_and_says_that_no_rule_ran(tmp_path: Path) -> None:
    written(tmp_path, caf="")
    status, lines = concise(tmp_path)
    assert status == 1
    assert [line.split(" ")[1] for line in lines[:-1]] == ["CTG102"]
    assert lines[-1] == "1 plan, 1 fiche, 1 erreur ; règles non vérifiées dans un plan qui a des erreurs"


def test_a_comment_silences_a_rule_on_its_line_or_above_and_nowhere_else(tmp_path: Path) -> None:
    beside = "        titre: Une action inventée  # ctg: ignore[CTG301] le pilote sera élu en mars"
    above = "        # ctg: ignore[sans-pilote] le pilote sera élu\n        titre: Une action inventée"
    both = "1 plan, 1 fiche, rien à signaler ; 1 constat tu par un commentaire"
    for action in (beside, above):
        written(tmp_path, action=action)
        assert concise(tmp_path, *ONLY) == (0, [both])
    written(tmp_path, numero="      - numero: 1.1  # ctg: ignore[CTG301] trop haut")
    status, lines = concise(tmp_path, "--select", "CTG301,CTG490")
    assert (status, [line.split(" ")[1] for line in lines[:-1]]) == (1, ["CTG490", "CTG301"])


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("# ctg: ignore[CTG999] x", "aucune règle ne s'appelle «\u00a0CTG999\u00a0»"),
        ("# ctg: ignore[sans-pilot] x", "aucune règle ne s'appelle «\u00a0sans-pilot\u00a0»"),
        ("# ctg: ignore[CTG201] x", "est une erreur du plan"),
        ("# ctg: ignore[CTG3] x", "aucune règle ne s'appelle «\u00a0CTG3\u00a0»"),
        ("# ctg: ignore", "il ne se lit pas"),
        ("# ctg: ignore[] x", "il ne se lit pas"),
        ("# CTG : ignorer CTG301", "il ne se lit pas"),
    ],
)
def test_a_suppression_that_names_no_rule_is_a_misuse_at_its_place(
    tmp_path: Path, comment: str, told: str
) -> None:
    written(tmp_path, caf=f"caf: Caf inventée  {comment}")
    status, lines = concise(tmp_path, *ONLY)
    assert status == 2
    head, other, _ = lines
    assert head.startswith("p.yaml:5:")
    assert told in head
    assert "CTG301" in other  # the rules report all the same


def test_several_codes_in_one_comment_and_the_unused_one_is_fixed_out(tmp_path: Path) -> None:
    mark = "  # ctg: ignore[CTG301, CTG406] raison"
    written(tmp_path, action=f"        titre: Une action inventée{mark}")
    status, lines = concise(tmp_path, "--select", "CTG301,CTG406,CTG490")
    assert (status, len(lines)) == (1, 2)
    assert lines[0].startswith("p.yaml:12:59: CTG490 CTG406 ne trouve rien")
    done = ctg("lint", "p.yaml", "--select", "CTG301,CTG406,CTG490", "--fix", cwd=tmp_path)
    assert done.status == 0
    assert "  # ctg: ignore[CTG301] raison\n" in Path(tmp_path, "p.yaml").read_text(encoding="utf-8")


def test_the_configuration_is_the_nearest_one_above_the_plan(tmp_path: Path) -> None:
    written(tmp_path, "plans/nord/p.yaml")
    written(tmp_path, "plans/sud/p.yaml")
    Path(tmp_path, "ctgkit.toml").write_text('[lint]\nselect = ["CTG301"]\n', encoding="utf-8")
    Path(tmp_path, "plans/sud/ctgkit.toml").write_text(
        '[lint]\nselect = ["sans-pilote"]\n[lint.severity]\nsans-pilote = "error"\n', encoding="utf-8"
    )
    assert concise(tmp_path, plans="plans") == (
        1,
        [
            f"plans/nord/{FINDING}",
            f"plans/sud/{FINDING}",
            "2 plans, 2 fiches, 1 erreur, 1 alerte",
        ],
    )


def test_options_of_one_run_win_over_the_configuration(tmp_path: Path) -> None:
    written(tmp_path)
    Path(tmp_path, "ctgkit.toml").write_text(
        '[lint]\nselect = ["CTG4"]\nignore = ["CTG401"]\nfail-on = "error"\n', encoding="utf-8"
    )
    status, lines = concise(tmp_path, *ONLY)
    assert (status, lines[0]) == (0, FINDING)  # an alert does not fail: the configuration says so
    assert concise(tmp_path, *ONLY, "--fail-on", "warning")[0] == 1
    assert concise(tmp_path, "--select", "CTG301,CTG405", "--ignore", "CTG3") == (
        0,
        ["1 plan, 1 fiche, rien à signaler"],
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[lint]\nselct = []\n", "ctgkit.toml:2 : clé inconnue"),
        ("[lint]\nselct = []\n", "«\u00a0select\u00a0»"),
        ("[lnt]\n", "ctgkit.toml:1 : clé inconnue : « lnt » ; vouliez-vous dire « lint » ?"),
        ('# un\n[lint]\n\nselect = [\n  "sans-pilot",\n]\n', "ctgkit.toml:4 : aucune règle"),
        ('[lint]\nselect = "CTG3"\n', "ctgkit.toml:2 : une liste est attendue"),
        ('[lint]\nfail-on = "grave"\n', "ctgkit.toml:2 : «\u00a0grave\u00a0» n'est pas une gravité"),
        ('[lint.severity]\nsans-pilote = "fatal"\n', "ctgkit.toml:2 : «\u00a0fatal\u00a0»"),
        ('[lint.severity]\nsans-pilot = "error"\n', "ctgkit.toml:2 : aucune règle"),
        (
            "[lint.options.sans-pilote]\nmois = 3\n",
            "ctgkit.toml:2 : la règle «\u00a0sans-pilote\u00a0» n'a pas d'option",
        ),
        ("[lint]\nbaseline = 3\n", "ctgkit.toml:2 : un nom de fichier"),
        ("lint = 3\n", "ctgkit.toml:1 : une table est attendue"),
        ("[lint]\nselect = []\n", "ctgkit.toml:2 : il ne reste aucune règle à vérifier"),
        ("[lint]\nselect = [\n", "ctgkit.toml:"),
        ("a = " + "[" * 3000 + "]" * 3000, "ctgkit.toml : trop de crochets imbriqués"),
        ("[lint]\nun deux\n", "ctgkit.toml:2:4 : « un deux » ne se lit pas"),
        ("[lint\n", "ctgkit.toml:1:6"),
        ("[lint]\nselect = ['a']\nselect = ['b']\n", "ctgkit.toml:3:"),
    ],
)
def test_a_wrong_configuration_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    written(tmp_path)
    Path(tmp_path, "ctgkit.toml").write_text(text, encoding="utf-8")
    done = ctg("lint", "p.yaml", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_a_configuration_in_another_encoding_is_told(tmp_path: Path) -> None:
    written(tmp_path)
    Path(tmp_path, "ctgkit.toml").write_bytes("[lint]\n# é\n".encode("latin-1"))
    assert "n'est pas en UTF-8" in ctg("lint", "p.yaml", cwd=tmp_path).err
    Path(tmp_path, "ctgkit.toml").write_bytes('\ufeff[lint]\nselect = ["CTG301"]\r\n'.encode())
    assert concise(tmp_path)[0] == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--select", "CTG666"], "--select : aucune règle ne s'appelle"),
        (["--ignore", "sans-pilot"], "--ignore : aucune règle ne s'appelle «\u00a0sans-pilot\u00a0»"),
        (["--ignore", "sans-pilot"], "«\u00a0sans-pilote\u00a0»"),
        (
            ["--fail-on", "warn"],
            "valeur inconnue pour --fail-on : « warn » ; vouliez-vous dire « warning » ?",
        ),
        (["--date", "2026"], "--date attend une date"),
        (["--format", "jsn"], "vouliez-vous dire « json »"),
        (["--statistics", "--format", "json"], "--statistics s'affiche seul"),
        (["--statistics", "--write-baseline"], "ne vont pas ensemble"),
        (["--select", ""], "--select : il ne reste aucune règle à vérifier"),
        (["--ignore", "CTG"], "--ignore : il ne reste aucune règle à vérifier"),
        (["--write-baseline"], "--baseline FICHIER"),
        (["--baseline", "absente.json"], "absente.json : référence introuvable"),
    ],
)
def test_a_wrong_option_is_one_clear_sentence(tmp_path: Path, options: list[str], told: str) -> None:
    written(tmp_path)
    done = ctg("lint", "p.yaml", *options, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_statistics_count_the_rules_and_nothing_else_is_shown(tmp_path: Path) -> None:
    written(tmp_path, "a.yaml")
    written(tmp_path, "b.yaml", suite="      - numero: 1.2\n        titre: Une seconde action inventée")
    done = ctg("lint", ".", *ONLY, "--statistics", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (1, "     3  CTG301  sans-pilote  alertes dans 2 plans\n", "")
    done = ctg("lint", "a.yaml", "--select", "CTG405", "--statistics", cwd=tmp_path)
    assert (done.status, done.out) == (0, "rien à signaler\n")


def test_a_baseline_hides_what_was_there_and_shows_what_is_new(tmp_path: Path) -> None:
    written(tmp_path)
    options = (*ONLY, "--baseline", "reference.json")
    done = ctg("lint", "p.yaml", *options, "--write-baseline", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert done.out == "reference.json : référence écrite, 1 plan, 1 constat\n"
    hidden = (0, ["1 plan, 1 fiche, rien à signaler ; 1 constat déjà dans la référence"])
    assert concise(tmp_path, *options) == hidden
    # Lines that move, here by a comment and by a text of the head, change nothing.
    written(tmp_path, titre="# déplacé\ntitre: Un autre titre", caf="caf: Caf\n# plus bas")
    assert concise(tmp_path, *options) == hidden
    written(tmp_path, suite="      - numero: 1.2\n        titre: Une seconde action inventée")
    assert concise(tmp_path, *options) == (
        1,
        [
            "p.yaml:14:16: CTG301 personne ne pilote cette action [1.2]",
            "1 plan, 2 fiches, 1 alerte ; 1 constat déjà dans la référence",
        ],
    )
    written(tmp_path, suite="        pilotes: Mairie")
    assert concise(tmp_path, *options) == (
        0,
        ["1 plan, 1 fiche, rien à signaler ; 1 constat de la référence corrigé"],
    )


def test_the_baseline_may_be_named_in_the_configuration_and_is_relative_to_it(tmp_path: Path) -> None:
    written(tmp_path, "plans/p.yaml")
    Path(tmp_path, "ctgkit.toml").write_text(
        '[lint]\nselect = ["CTG301"]\nbaseline = "plans/reference.json"\n', encoding="utf-8"
    )
    assert ctg("lint", "plans", "--write-baseline", cwd=tmp_path).status == 0
    assert Path(tmp_path, "plans/reference.json").is_file()
    assert ctg("lint", "p.yaml", cwd=tmp_path / "plans").status == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"quoi": "référence de ctg lint", "ver', "reference.json:1:"),
        ("", "reference.json:1:1"),
        ("[1, 2]", "ce n'est pas une référence écrite par ctg"),
        ('{"quoi": "autre"}', "ce n'est pas une référence écrite par ctg"),
        ('{"quoi": "référence de ctg lint", "version": 9}', "d'une autre version"),
        ('{"quoi": "référence de ctg lint", "version": 1, "plans": []}', "abîmée"),
        ('{"quoi": "référence de ctg lint", "version": 1, "plans": {"a": {"b": 1}}}', "abîmée"),
        ("[" * 100_000, "ce n'est pas une référence écrite par ctg"),
    ],
)
def test_a_damaged_baseline_is_told_with_its_place_and_the_remedy(
    tmp_path: Path, text: str, told: str
) -> None:
    written(tmp_path)
    Path(tmp_path, "reference.json").write_text(text, encoding="utf-8")
    done = ctg("lint", "p.yaml", "--baseline", "reference.json", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert "--write-baseline" in done.err


def test_a_baseline_of_another_plan_is_told(tmp_path: Path) -> None:
    written(tmp_path, "a.yaml")
    other = "territoire:\n  nom: Autre territoire inventé"
    written(tmp_path, "b.yaml", territoire=other)
    options = (*ONLY, "--baseline", "reference.json")
    ctg("lint", "a.yaml", *options, "--write-baseline", cwd=tmp_path)
    done = ctg("lint", "b.yaml", *options, cwd=tmp_path)
    assert done.status == 2
    assert "celle d'un autre plan (« Territoire inventé, 2025-2028 »)" in done.err
    # Beside a plan that it knows, one that it does not is simply new.
    done = ctg("lint", ".", *options, "--format", "concise", cwd=tmp_path)
    assert (done.status, done.err, done.out.count("CTG301")) == (1, "", 1)


def test_a_baseline_never_replaces_somebody_elses_file(tmp_path: Path) -> None:
    path = written(tmp_path)
    done = ctg("lint", "p.yaml", "--baseline", "p.yaml", "--write-baseline", cwd=tmp_path)
    assert done.status == 2
    assert path.read_text(encoding="utf-8") == plan()


def test_a_baseline_does_not_hide_errors(tmp_path: Path) -> None:
    written(tmp_path)
    ctg("lint", "p.yaml", "--baseline", "r.json", "--write-baseline", cwd=tmp_path)
    written(tmp_path, caf="")
    status, lines = concise(tmp_path, "--baseline", "r.json")
    assert (status, lines[0].split(" ")[1]) == (1, "CTG102")


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "junit", "github"])
def test_every_format_holds_the_findings_of_rules(tmp_path: Path, name: str) -> None:
    written(tmp_path)
    done = ctg("lint", "p.yaml", *ONLY, "--format", name, cwd=tmp_path)
    assert done.status == 1
    assert "CTG301" in done.out
    if name == "sarif":
        (run,) = json.loads(done.out)["runs"]
        (rule,) = run["tool"]["driver"]["rules"]
        assert rule["id"] == "CTG301"
        assert "Pourquoi" in json.dumps(rule, ensure_ascii=False)


def test_standard_input_is_linted_with_the_configuration_of_the_folder(tmp_path: Path) -> None:
    Path(tmp_path, "ctgkit.toml").write_text('[lint]\nselect = ["CTG301"]\n', encoding="utf-8")
    done = ctg("lint", "-", "--format", "concise", data=plan().encode(), cwd=tmp_path)
    assert done.out.splitlines()[0] == f"entrée standard:{FINDING.removeprefix('p.yaml:')}"


def test_a_broken_rule_is_a_finding_and_the_others_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> list[Remark]:
        raise ValueError("\u202eboum")

    first, *rest = all_rules()
    rules = (
        first._replace(check=broken, code=first.code._replace(code="CTG300", name="cassee")),
        first,
        *rest,
    )
    monkeypatch.setattr("ctgkit.lint.registry.all_rules", lambda: rules)
    monkeypatch.setattr("ctgkit.lint.settings.all_rules", lambda: rules)
    path = written(tmp_path)
    status = main(["lint", str(path), "--select", "cassee,sans-pilote", "--format", "concise"])
    out = capsys.readouterr().out
    assert status == 1
    assert "CTG039 la règle CTG300 (cassee) s'est arrêtée avant la fin\u00a0: ValueError <U+202E>boum" in out
    assert "CTG301 personne ne pilote" in out
