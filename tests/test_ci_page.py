"""What `docs/ci.md` gives to copy, run line by line on a repository of plans."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import COMPLETE, Done, plan
from tests.commands.repository import Repository
from tests.conftest import ROOT

pytestmark = pytest.mark.process

INSTALL = 'pip install "git+<adresse du dépôt>"'
GOOD = plan(suite=COMPLETE)
BROKEN = plan(caf="", action="        tire: Une action")
#: An alert, and no error.
ALERT = plan(suite=COMPLETE.replace("pilotes: Communauté de communes", "publics: Familles"))


PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def block(word: str) -> Any:
    """The only YAML block of the page that has a word, as data."""
    (found,) = (text for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if word in text)
    return yaml.safe_load(found)


def ran(command: str, text: str, folder: Path, **ci: str) -> Done:
    """Runs one line of a job where the repository of plans was checked out."""
    plans = folder / "plans"
    plans.mkdir(exist_ok=True)
    Path(plans, "p.yaml").write_text(text, encoding="utf-8")
    scripts = str(Path(sys.executable).parent)
    env = {**os.environ, "PATH": scripts + os.pathsep + os.environ["PATH"], **ci}
    done = subprocess.run(
        ["bash", "-e", "-c", command], cwd=folder, env=env, capture_output=True, check=False
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def read(path: Path) -> Any:
    return json.loads(path.read_bytes())


def steps(lines: list[str]) -> list[str]:
    """The lines but the one that installs ctgkit: it is installed here."""
    assert lines[0] == INSTALL
    return lines[1:]


def github(folder: Path) -> dict[str, str]:
    return {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(folder)}


def test_the_github_workflow_annotates_what_is_wrong(tmp_path: Path) -> None:
    workflow = block("jobs:")
    assert workflow[True] == ["push", "pull_request"]  # `on`, which YAML 1.1 takes for a boolean
    (job,) = workflow["jobs"].values()
    (lint,) = steps([step["run"] for step in job["steps"] if "run" in step])
    done = ran(lint, BROKEN, tmp_path, **github(tmp_path))
    assert done.status == 1
    annotations = [line for line in done.out.splitlines() if line.startswith("::error ")]
    assert [re.findall(r"file=([^,]+),line=(\d+)", line) for line in annotations] == [
        [("plans/p.yaml", "1")],
        [("plans/p.yaml", "11")],
    ]
    assert ran(lint, GOOD, tmp_path, **github(tmp_path)).status == 0


def test_the_sarif_steps_write_what_they_upload_whatever_is_found(tmp_path: Path) -> None:
    lint, upload = block("upload-sarif")
    assert upload["if"] == "always()"
    for text, status, found in ((BROKEN, 1, 2), (GOOD, 0, 0)):
        assert ran(lint["run"], text, tmp_path, **github(tmp_path)).status == status
        (run,) = read(tmp_path / upload["with"]["sarif_file"])["runs"]
        assert len(run["results"]) == found


def test_the_gitlab_job_writes_its_report_and_shows_what_is_wrong(tmp_path: Path) -> None:
    (job,) = block("codequality").values()
    (lint,) = steps(job["script"])
    ci = {"GITLAB_CI": "true", "CI_PROJECT_DIR": str(tmp_path)}
    report = tmp_path / job["artifacts"]["reports"]["codequality"]
    assert job["artifacts"]["when"] == "always"

    done = ran(lint, BROKEN, tmp_path, **ci)
    assert done.status == 1
    assert "plans/p.yaml:11:9: CTG101 " in done.out
    assert [
        (one["location"]["path"], one["check_name"].split()[0]) for one in json.loads(report.read_bytes())
    ] == [
        ("plans/p.yaml", "CTG102"),
        ("plans/p.yaml", "CTG101"),
    ]

    done = ran(lint, GOOD, tmp_path, **ci)
    assert (done.status, read(report)) == (0, [])


def inline(start: str) -> str:
    """The command of the page, in the text, that starts with some words; only one does."""
    (found,) = (line for line in re.findall(r"`ctg ([^`]+)`", PAGE) if line.startswith(start))
    return f"ctg {found}"


def test_alerts_fail_unless_only_errors_are_to(tmp_path: Path) -> None:
    assert ran("ctg lint plans", ALERT, tmp_path).status == 1
    command = inline("lint plans --fail-on")
    assert ran(command, ALERT, tmp_path).status == 0
    assert ran(command, BROKEN, tmp_path).status == 1


@pytest.mark.parametrize("configured", [False, True], ids=["by option", "by configuration"])
def test_an_old_plan_starts_clean_from_its_baseline(tmp_path: Path, configured: bool) -> None:  # noqa: FBT001
    write, check = inline("lint plans --write-baseline"), inline("lint plans --baseline")
    assert ran(write, ALERT, tmp_path).status == 0
    if configured:
        (toml,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)  # indented, as TOML may be
        Path(tmp_path, "ctgkit.toml").write_text(toml, encoding="utf-8")
        check = "ctg lint plans"
    assert ran(check, ALERT, tmp_path).status == 0
    # A second fiche without a pilot is new, wherever the first one now stands.
    fiche = ALERT.partition("actions:\n")[2].replace("1.1", "1.2").replace("inventée", "imaginée")
    done = ran(f"{check} --format concise --select CTG301", ALERT + fiche, tmp_path)
    assert done.status == 1
    (alert, _) = done.out.splitlines()
    assert re.match(r"plans/p\.yaml:19:\d+: CTG301 ", alert)
    assert ran(check, BROKEN, tmp_path).status == 1


@pytest.mark.parametrize(
    ("word", "where"),
    [
        ("fetch-depth", {"GITHUB_BASE_REF": "main"}),
        ("GIT_DEPTH", {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "origin/main"}),
    ],
)
def test_a_merge_request_is_compared_with_what_it_changes(
    tmp_path: Path, word: str, where: dict[str, str]
) -> None:
    there = Repository(tmp_path)
    there.write("plans/p.yaml", GOOD)
    there.commit()
    there.git("update-ref", "refs/remotes/origin/main", "HEAD")
    job = block(word)
    lines = steps(job["ctg-avenant"]["script"]) if "ctg-avenant" in job else [job[-1]["run"]]
    (line,) = lines
    changed = GOOD.replace("À partir de 2025", "À partir de 2026")
    done = ran(line, changed, tmp_path, **where)
    assert (done.status, "CTG207" in done.out) == (1, True)
    avenant = "avenants:\n  - numero: 1\n    date: 2026-01-15\naxes:"
    assert ran(line, changed.replace("axes:", avenant), tmp_path, **where).status == 0
