"""`ctg report --watch` with templates of the user's, and with faults in them or in the configuration."""

from __future__ import annotations

import time
from html import unescape
from pathlib import Path

import pytest

from tests.command import ctg
from tests.commands.test_watch import DAY, page, titled, write
from tests.commands.watched import until, watching

pytestmark = pytest.mark.process

#: A template of somebody's: the built-in one, with a title of their own.
OWN = '{{% extends "ctgkit/document.html" %}}\n{{% block title %}}{}{{% endblock %}}\n'


def template(folder: Path, words: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "copil.html").write_text(OWN.format(words), encoding="utf-8")


def test_each_change_of_a_template_is_written(tmp_path: Path) -> None:
    write(tmp_path)
    template(tmp_path / "gabarits", "Premier")
    with watching(tmp_path, "plan.yaml", *DAY, "--templates", "gabarits") as watched:
        watched.told(1)
        assert "<title>Premier</title>" in page(tmp_path)
        template(tmp_path / "gabarits", "Deuxième")
        assert watched.told(2)[-1] == "gabarits/copil.html a changé, plan-copil.html est réécrit"
        assert "<title>Deuxième</title>" in page(tmp_path)
        (tmp_path / "gabarits" / "style.css").write_text("body { color: #123456 }\n", encoding="utf-8")
        assert watched.told(3)[-1] == "gabarits/style.css a changé, plan-copil.html est réécrit"
        assert "#123456" in page(tmp_path)
        (tmp_path / "gabarits" / "style.css").unlink()
        watched.told(4)
        assert "#123456" not in page(tmp_path)
        write(tmp_path, **titled("Ensuite"))
        template(tmp_path / "gabarits", "Troisième")
        assert (
            watched.told(5)[-1] == "plan.yaml et gabarits/copil.html ont changé, plan-copil.html est réécrit"
        )


def test_a_fault_of_a_template_is_told_where_it_is_and_mended(tmp_path: Path) -> None:
    write(tmp_path)
    template(tmp_path / "gabarits", "Premier")
    with watching(tmp_path, "plan.yaml", *DAY, "--templates", "gabarits") as watched:
        watched.told(1)
        good = page(tmp_path)
        template(tmp_path / "gabarits", "{{ copil.entet }}")
        until(lambda: watched.err.count("\n") > 1, watched)
        once = ctg(
            "report",
            "plan.yaml",
            *DAY,
            "--templates",
            "gabarits",
            cwd=tmp_path,
        )
        assert (once.status, once.out) == (2, "")
        assert "gabarits/copil.html:2" in once.err
        assert watched.complained(once.err) == once.err
        assert page(tmp_path) == good
        until(lambda: "n'a pas pu être écrit" in unescape(watched.get().text), watched)
        shown = unescape(watched.get().text)
        for line in once.err.removeprefix("ctg : ").splitlines():
            assert line in shown
        template(tmp_path / "gabarits", "Deuxième")
        assert watched.told(3)[-1] == "gabarits/copil.html a changé, plan-copil.html est réécrit"
        assert "<title>Deuxième</title>" in watched.get().text
        assert watched.err == once.err


def test_a_broken_frame_does_not_hide_what_is_wrong_with_it(tmp_path: Path) -> None:
    """The page of what is to be mended is made of the built-in templates alone."""
    write(tmp_path)
    (tmp_path / "gabarits").mkdir()
    (tmp_path / "gabarits" / "document.html").write_text("{% block %}", encoding="utf-8")
    with watching(tmp_path, "plan.yaml", *DAY, "--templates", "gabarits") as watched:
        assert "gabarits/document.html:1" in watched.complained("document.html")
        shown = watched.get()
        assert shown.status == 200
        assert "gabarits/document.html:1" in shown.text
        assert not (tmp_path / "plan-copil.html").exists()


def test_a_configuration_that_names_templates_is_followed_and_its_faults_are_told(tmp_path: Path) -> None:
    write(tmp_path)
    settings = tmp_path / "ctgkit.toml"
    template(tmp_path / "gabarits", "Premier")
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        assert "<title>Premier</title>" not in page(tmp_path)
        settings.write_text('[report]\ntemplates = "gabarits"\n', encoding="utf-8")
        watched.told(2)
        assert "<title>Premier</title>" in page(tmp_path)
        template(tmp_path / "gabarits", "Deuxième")
        watched.told(3)
        assert "<title>Deuxième</title>" in page(tmp_path)
        settings.write_text("[report\n", encoding="utf-8")
        assert watched.complained("\n").startswith("ctg : ctgkit.toml:1:")
        template(tmp_path / "gabarits", "Troisième")
        settings.write_text('[report]\ntemplates = "gabarits"\n', encoding="utf-8")
        until(lambda: "Troisième" in page(tmp_path), watched)
        settings.unlink()
        until(lambda: "Troisième" not in page(tmp_path), watched)
        assert watched.err.count("\n") == 1


def test_a_folder_of_templates_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY, "--templates", "gabarits") as watched:
        told = watched.complained("\n")
        assert told.startswith("ctg : gabarits : ce dossier de gabarits n'existe pas")
        template(tmp_path / "gabarits", "Premier")
        watched.told(1)
        assert "<title>Premier</title>" in page(tmp_path)
        assert watched.err == told


@pytest.mark.parametrize("where", ["gabarits/sortie.html", "gabarits/sortie.md"])
def test_a_document_among_the_templates_is_no_change_of_theirs(tmp_path: Path, where: str) -> None:
    write(tmp_path)
    template(tmp_path / "gabarits", "Premier")
    with watching(tmp_path, "plan.yaml", *DAY, "--templates", "gabarits", "-o", where) as watched:
        watched.told(1)
        time.sleep(2)
        assert watched.turns == [f"{where} est écrit"]
        write(tmp_path, **titled("Ensuite"))
        assert watched.told(2)[-1] == f"plan.yaml a changé, {where} est réécrit"


@pytest.mark.parametrize("watch", [[], ["--watch"]])
def test_a_template_is_never_written_over(tmp_path: Path, watch: list[str]) -> None:
    """One that is like ctgkit's own begins as its documents do."""
    write(tmp_path)
    (tmp_path / "gabarits").mkdir()
    own = tmp_path / "gabarits" / "document.html"
    own.write_text('<meta name="generator" content="ctgkit {{ version }}">\n', encoding="utf-8")
    arguments = ("plan.yaml", *DAY, "--templates", "gabarits", "-o", "gabarits/document.html")
    sentence = "ctg : gabarits/document.html : c'est un gabarit ; donnez un autre nom avec -o\n"
    if watch:
        with watching(tmp_path, *arguments) as watched:
            assert watched.complained("\n") == sentence
    else:
        done = ctg("report", *arguments, cwd=tmp_path)
        assert done == (2, "", sentence)
    assert "{{ version }}" in own.read_text(encoding="utf-8")


def test_what_is_odd_among_the_templates_is_told_once(tmp_path: Path) -> None:
    write(tmp_path)
    template(tmp_path / "gabarits", "Premier")
    (tmp_path / "gabarits" / "pilot.html").write_text("", encoding="utf-8")
    with watching(tmp_path, "plan.yaml", *DAY, "--templates", "gabarits") as watched:
        watched.told(1)
        told = watched.complained("\n")
        assert "pilote.html" in told
        write(tmp_path, **titled("Ensuite"))
        watched.told(2)
        assert watched.err == told
