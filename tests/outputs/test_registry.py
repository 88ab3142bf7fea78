"""The registry of formats: what is written is known as ours, and a stranger's file is left alone."""

import re
from pathlib import Path

import pytest

from ctgkit.outputs.registry import FORMATS, KINDS, by_suffix, formats, is_ours, kind_of, kinds_of, suffixes
from tests.command import Done, ctg, plan

#: How each kind of document is written of `plan.yaml`.
COMMANDS = {
    "findings": ["validate", "plan.yaml"],
    "status": ["status", "plan.yaml"],
    "calendar": ["calendar", "plan.yaml"],
    "diff": ["diff", "ancien.yaml", "plan.yaml"],
    "report": ["report", "plan.yaml"],
    "avenant": ["diff", "ancien.yaml", "plan.yaml", "--avenant"],
}
WRITTEN = [(kind, one.name) for kind in COMMANDS for one in formats(kind)]
STRANGERS = [
    "Notes du COPIL\n",
    "Mes notes : État au 3 mars\n",
    '{"version": 1, "tool": {"name": "autre"}}',
    "axe;nom\n1;deux\n",
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//autre//FR\r\n",
    "<!doctype html>\n<title>ctgkit</title>\n",
    '<?xml version="1.0"?>\n<testsuites name="autre">\n',
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two versions of a plan, dated, whose contract differs."""
    dated = "        calendrier: En 2026\n"
    (tmp_path / "ancien.yaml").write_text(plan(suite=dated), encoding="utf-8")
    text = plan(suite=dated, action="        titre: Une autre action inventée")
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def write(folder: Path, kind: str, name: str, *more: str) -> Done:
    return ctg(*COMMANDS[kind], "--format", name, "-o", "sortie", *more, cwd=folder)


def test_every_kind_that_goes_to_a_file_is_written_here() -> None:
    assert {kind.name for kind in KINDS} - {"rule"} == set(COMMANDS)
    assert all(one.starts for one in FORMATS)
    assert all(kind in {known.name for known in KINDS} for one in FORMATS for kind in one.kinds)
    assert all(kinds_of(one) for one in FORMATS)


@pytest.mark.parametrize(("kind", "name"), WRITTEN)
def test_what_is_written_is_known_as_ours_and_written_again(folder: Path, kind: str, name: str) -> None:
    if kind == "findings":
        (folder / "plan.yaml").write_text(plan(periode="periode: jamais"), encoding="utf-8")
    first = write(folder, kind, name)
    assert first.status == (1 if kind == "findings" else 0), first.err
    # `newline` as written: iCalendar has its own.
    head = (folder / "sortie").read_bytes()[:1024].decode(errors="replace")
    assert is_ours(head)
    (known,) = (one for one in formats(kind) if one.name == name)
    assert re.search(known.starts, head)
    assert write(folder, kind, name) == first


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_strangers_file_is_nobodys_of_ours(stranger: str) -> None:
    assert not is_ours(stranger)


@pytest.mark.parametrize("kind", COMMANDS)
def test_a_strangers_file_is_replaced_by_force_only(folder: Path, kind: str) -> None:
    (folder / "sortie").write_text(STRANGERS[0], encoding="utf-8")
    name = kind_of(kind).default
    done = write(folder, kind, name)
    assert done.status == 2
    assert "ctgkit ne l'a pas écrit" in done.err
    assert (folder / "sortie").read_text(encoding="utf-8") == STRANGERS[0]
    assert write(folder, kind, name, "--force").status == 0
    assert is_ours((folder / "sortie").read_bytes()[:1024].decode())


@pytest.mark.parametrize(("kind", "name"), WRITTEN)
def test_an_extension_means_one_format(kind: str, name: str) -> None:
    (known,) = (one for one in formats(kind) if one.name == name)
    for suffix in known.suffixes:
        assert by_suffix(kind, f"Sortie{suffix.upper()}") == known
    assert by_suffix(kind, "sortie.xyz") is None
    assert len(set(suffixes(kind))) == len(suffixes(kind))


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.schema])
def test_every_schema_is_printed(kind: str) -> None:
    done = ctg("schema", kind)
    assert (done.status, done.err) == (0, "")
    assert '"$schema": "http://json-schema.org/draft-07/schema#"' in done.out
