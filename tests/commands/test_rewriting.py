"""A plan file is changed: nothing that somebody else wrote meanwhile is lost, and the file stays theirs."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from ctgkit.app.files import replacing
from ctgkit.app.files.drafts import draft
from ctgkit.app.files.locking import locked
from ctgkit.app.files.renaming import exchange
from ctgkit.app.files.rewriting import create, rewrite
from ctgkit.app.files.rights import Rights
from ctgkit.app.files.writing import save
from ctgkit.app.misuse import Misuse
from ctgkit.plan import Plan
from ctgkit.plan.reading import read
from tests.command import ctg, plan

#: A plan with remarks that `ctg lint --fix` mends, many, so that it takes its time.
POINTS = 60
CUT = "          - Le tarif n° # à fixer"
WHOLE = '          - "Le tarif n° # à fixer"'
REMARKS = plan(suite="\n".join(["        constats:", *[CUT] * POINTS]))


class Text(NamedTuple):
    data: bytes | None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "p.yaml"
    path.write_bytes(b"un\n")
    return path


def test_a_file_that_changes_between_reading_and_writing_is_edited_again(file: Path) -> None:
    seen = []

    def edit(held: bytes) -> Text:
        seen.append(held)
        if len(seen) == 1:
            file.write_bytes(held + b"deux\n")
        return Text(held + b"trois\n")

    assert rewrite(str(file), edit).data == b"un\ndeux\ntrois\n"
    assert file.read_bytes() == b"un\ndeux\ntrois\n"
    assert seen == [b"un\n", b"un\ndeux\n"]


def test_one_that_changes_right_before_it_is_replaced_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[None] = []

    def fsync(_: int) -> None:
        written.append(None)
        if len(written) == 1:  # the new file is whole, the old one still there
            file.write_bytes(b"un\ndeux\n")

    monkeypatch.setattr(os, "fsync", fsync)
    assert rewrite(str(file), lambda held: Text(held + b"trois\n")).data == b"un\ndeux\ntrois\n"
    assert file.read_bytes() == b"un\ndeux\ntrois\n"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(("times", "renames"), [(1, False), (2, False), (1, True), (2, True), (3, True)])
def test_one_that_is_saved_at_the_moment_it_is_replaced_is_put_back(
    file: Path, monkeypatch: pytest.MonkeyPatch, times: int, *, renames: bool
) -> None:
    """An editor saves between the comparison and the replacement, and again before it is put back."""
    saves = list[bytes]()

    def saved(one: str, other: str) -> bool:
        if len(saves) < times:
            saves.append(b"sauvegarde %d\n" % len(saves))
            if renames:
                beside = file.with_name("p.yaml~")
                beside.write_bytes(saves[-1])
                beside.replace(file)
            else:
                file.write_bytes(saves[-1])
        return exchange(one, other)

    monkeypatch.setattr(replacing, "exchange", saved)
    assert rewrite(str(file), lambda held: Text(held + b"fin\n")).data == saves[-1] + b"fin\n"
    assert file.read_bytes() == saves[-1] + b"fin\n"
    assert list(file.parent.iterdir()) == [file]


def test_where_nothing_can_change_places_the_file_is_compared_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "exchange", lambda *_: False)
    monkeypatch.setattr(replacing, "move", lambda *_: False)

    def edit(held: bytes) -> Text:
        if held == b"un\n":
            file.write_bytes(b"deux\n")
        return Text(held + b"fin\n")

    rewrite(str(file), edit)
    assert file.read_bytes() == b"deux\nfin\n"
    new = file.with_name("n.yaml")
    create(new, "trois\n", force=False)
    assert new.read_bytes() == b"trois\n"
    with pytest.raises(Misuse, match="ce fichier existe"):
        create(new, "quatre\n", force=False)
    assert sorted(file.parent.iterdir()) == [new, file]


def test_a_plan_of_several_names_is_refused(file: Path) -> None:
    other = file.with_name("copie.yaml")
    other.hardlink_to(file)
    with pytest.raises(Misuse) as caught:
        rewrite(str(file), lambda _: Text(b"deux\n"))
    assert str(caught.value) == (
        f"{file} : ce fichier a 2 noms (des liens physiques), qui ne diraient plus la même chose ; "
        "rien n'y est écrit"
    )
    assert file.read_bytes() == other.read_bytes() == b"un\n"


@pytest.mark.parametrize("command", [["lint", "--fix"], ["track", "1.1", "--note", "Vu"], ["new", "--force"]])
def test_a_read_only_plan_is_refused_whoever_asks(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(REMARKS, encoding="utf-8")
    path.chmod(0o444)
    name, *options = command
    done = ctg(name, "p.yaml", *options, cwd=tmp_path)
    assert done.status == 2
    assert done.err == "ctg : p.yaml : ce fichier est en lecture seule ; rien n'y est écrit\n"
    assert path.read_text(encoding="utf-8") == REMARKS


def test_a_read_only_document_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(REMARKS, encoding="utf-8")
    assert ctg("report", "p.yaml", "-o", "p.html", cwd=tmp_path).status == 0
    page = tmp_path / "p.html"
    before = page.read_bytes()
    page.chmod(0o444)
    done = ctg("report", "p.yaml", "-o", "p.html", "--kind", "plan", cwd=tmp_path)
    assert (done.status, done.err) == (
        2,
        "ctg : p.html : ce fichier est en lecture seule ; rien n'y est écrit\n",
    )
    assert page.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="attributes of Linux")
def test_attributes_stay(file: Path) -> None:
    try:
        os.setxattr(file, "user.classement", b"2025-3")
    except OSError:
        pytest.skip("needs a disk that keeps attributes")
    rewrite(str(file), lambda held: Text(held + b"deux\n"))
    assert os.getxattr(file, "user.classement") == b"2025-3"


@pytest.mark.skipif(os.name == "nt", reason="locks of POSIX")
@pytest.mark.parametrize("write", ["plan", "document", "new"])
def test_what_a_kill_left_is_removed_and_what_is_being_written_is_not(file: Path, write: str) -> None:
    left = file.with_name(".autre.html.0123abcd.ctgkit")
    left.write_bytes(b"<!doctype")
    theirs = [file.with_name(name) for name in (".p.yaml.swp", ".p.yaml.0123abcd.bak", "p.0123abcd.ctgkit")]
    for path in theirs:
        path.write_bytes(b"x")
    with draft(file, b"deux\n", Rights(file, file)) as name:
        if write == "plan":
            rewrite(str(file), lambda held: Text(held + b"trois\n"))
        elif write == "document":
            save(file.with_name("p.html"), "<!doctype html>")
        else:
            create(file.with_name("n.yaml"), "un\n", force=False)
        assert Path(name).read_bytes() == b"deux\n"
    assert not left.exists()
    assert all(path.exists() for path in theirs)


def test_one_that_keeps_changing_is_left_to_who_writes_it(file: Path) -> None:
    times = []

    def edit(held: bytes) -> Text:
        times.append(held)
        file.write_bytes(b"%d\n" % len(times))
        return Text(held + b"fin\n")

    with pytest.raises(Misuse) as caught:
        rewrite(str(file), edit)
    assert str(caught.value) == (
        f"{file} : ce fichier change pendant que la commande l'écrit, et rien n'y est écrit ; "
        "recommencez quand il ne change plus"
    )
    assert file.read_bytes() == b"%d\n" % len(times)
    assert list(file.parent.iterdir()) == [file]


def test_an_edit_that_the_new_content_refuses_writes_nothing(file: Path) -> None:
    def edit(held: bytes) -> Text:
        if held != b"un\n":
            raise Misuse("plus rien à changer")
        file.write_bytes(b"deux\n")
        return Text(b"trois\n")

    with pytest.raises(Misuse, match="plus rien à changer"):
        rewrite(str(file), edit)
    assert file.read_bytes() == b"deux\n"


@pytest.mark.parametrize("data", [None, b"un\n"])
def test_nothing_to_write_waits_for_nobody(file: Path, data: bytes | None) -> None:
    before = file.stat()
    with locked(file):
        assert rewrite(str(file), lambda _: Text(data)).data == data
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_is_gone_is_told(file: Path) -> None:
    def edit(held: bytes) -> Text:
        file.unlink()
        return Text(held + b"deux\n")

    with pytest.raises(Misuse, match="fichier introuvable"):
        rewrite(str(file), edit)
    assert list(file.parent.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="groups of POSIX")
@pytest.mark.parametrize("command", [["lint", "--fix"], ["track", "1.1", "--note", "Vu"], ["new", "--force"]])
def test_the_mode_the_group_and_the_owner_stay(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(REMARKS, encoding="utf-8")
    root = os.geteuid() == 0
    groups = [4321] if root else [group for group in os.getgroups() if group != os.getegid()]
    if not groups:
        pytest.skip("needs a second group")
    owner = 1234 if root else os.geteuid()
    os.chown(path, owner, groups[0])
    path.chmod(0o664)
    name, *options = command
    assert ctg(name, "p.yaml", *options, cwd=tmp_path).status in {0, 1}
    after = path.stat()
    assert path.read_text(encoding="utf-8") != REMARKS
    assert (stat.S_IMODE(after.st_mode), after.st_uid, after.st_gid) == (0o664, owner, groups[0])


def test_a_new_plan_takes_no_place_that_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    create(path, "un\n", force=False)
    with pytest.raises(Misuse, match="ce fichier existe"):
        create(path, "deux\n", force=False)
    assert path.read_bytes() == b"un\n"
    create(path, "deux\n", force=True)
    assert path.read_bytes() == b"deux\n"


def test_a_new_plan_is_not_written_over_what_somebody_writes_there_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.yaml"
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"somebody's\n"))
    with pytest.raises(Misuse, match="vient d'être écrit par ailleurs"):
        create(path, "un\n", force=False)
    assert path.read_bytes() == b"somebody's\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_plan_that_cannot_be_written_whole_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Misuse, match="le disque est plein"):
        create(tmp_path / "p.yaml", "un\n", force=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.process
@pytest.mark.parametrize("attempt", range(4))
def test_fixes_and_entries_made_at_once_are_all_in_the_file(tmp_path: Path, attempt: int) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(REMARKS, encoding="utf-8")
    notes = [f"Note {attempt}.{rank}" for rank in range(3)]
    tracks = [["track", "p.yaml", "1.1", "--note", note] for note in notes]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "ctgkit", *arguments],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for arguments in (tracks[0], ["lint", "p.yaml", "--fix"], *tracks[1:])
    ]
    told = [process.communicate(timeout=120) for process in running]
    # Lint has other remarks.
    assert [process.returncode for process in running] == [0, 1, 0, 0], told
    data = path.read_bytes()
    text = data.decode()
    assert (text.count(CUT), text.count(WHOLE)) == (0, POINTS)
    (fiche,) = [action for axe in whole(data).axes for action in axe.actions]
    assert sorted(entree.note for entree in fiche.suivi if entree.note) == notes
    assert list(tmp_path.iterdir()) == [path]


def whole(data: bytes) -> Plan:
    """The plan, which has no fault."""
    found = read(data, "p.yaml").plan
    assert found is not None
    return found
