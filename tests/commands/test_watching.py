"""Which changes of files are seen, whatever an editor does to them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import pytest

from ctgkit.app.watch.changed_files import Changes, _content, files_under
from tests.commands.watched import PATIENCE

pytestmark = pytest.mark.process

#: Longer than what is looked at twice takes to be seen.
LONG_ENOUGH = 1.0


class Seen:
    """The changes that are seen of some files, as they come."""

    def __init__(self, files: Callable[[], Iterable[Path]]) -> None:
        self._queue: Queue[tuple[str, ...]] = Queue()
        self._stop = Event()
        self._due = Event()
        self._changes = Changes(files, self._due.is_set, self._stop.is_set)
        self._thread = Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        for changed in self._changes:
            self._due.clear()
            self._queue.put(tuple(path.name for path in changed))

    def next(self) -> tuple[str, ...]:
        return self._queue.get(timeout=PATIENCE)

    def nothing(self) -> bool:
        """Whether nothing is seen for a while."""
        try:
            self._queue.get(timeout=LONG_ENOUGH)
        except Empty:
            return True
        return False

    def make_due(self) -> None:
        self._due.set()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


@contextmanager
def seeing(files: Callable[[], Iterable[Path]]) -> Iterator[Seen]:
    """Looks at files; the first look is over."""
    seen = Seen(files)
    try:
        assert seen.next() == ()
        yield seen
    finally:
        seen.stop()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text("un", encoding="utf-8")
    return path


def in_place(plan: Path) -> None:
    plan.write_text("deux", encoding="utf-8")


def by_renaming(plan: Path) -> None:
    other = plan.with_name(".plan.yaml.swp")
    other.write_text("deux", encoding="utf-8")
    other.replace(plan)


def by_moving_away(plan: Path) -> None:
    """As Neovim does: the old file becomes a backup, and the new one takes its name."""
    backup = plan.with_name("plan.yaml~")
    plan.rename(backup)
    time.sleep(0.4)
    plan.write_text("deux", encoding="utf-8")
    backup.unlink()


def by_removing(plan: Path) -> None:
    plan.unlink()
    time.sleep(0.4)
    plan.write_text("deux", encoding="utf-8")


def by_emptying(plan: Path) -> None:
    plan.write_text("", encoding="utf-8")
    time.sleep(0.05)
    plan.write_text("deux", encoding="utf-8")


def with_the_old_size_and_date(plan: Path) -> None:
    before = plan.stat()
    plan.write_text("xx", encoding="utf-8")
    os.utime(plan, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    "save",
    [in_place, by_renaming, by_moving_away, by_removing, by_emptying, with_the_old_size_and_date],
)
def test_a_file_that_is_saved_is_seen_once_however_it_is(plan: Path, save: Callable[[Path], None]) -> None:
    with seeing(lambda: [plan]) as seen:
        save(plan)
        assert seen.next() == ("plan.yaml",)
        assert seen.nothing()


def test_a_disk_whose_dates_are_coarse_is_not_believed_at_once(plan: Path) -> None:
    """Two contents of one size in one tick of the disk's clock, which this disk is too fine to have."""
    other = _content(plan, None)
    assert other is not None
    before = other._replace(digest=b"what stood there a moment ago")
    assert _content(plan, before) == other
    assert _content(plan, before._replace(since=before.since - 60)) == before._replace(
        since=before.since - 60
    )


def test_a_file_that_is_saved_as_it_was_is_not_seen(plan: Path) -> None:
    with seeing(lambda: [plan]) as seen:
        plan.write_text("un", encoding="utf-8")
        plan.touch()
        plan.chmod(0o600)
        assert seen.nothing()


def test_a_file_is_told_once_it_is_whole(plan: Path) -> None:
    pieces = [f"{number}\n" for number in range(40)]
    with seeing(lambda: [plan]) as seen:
        with plan.open("w", encoding="utf-8") as stream:
            for piece in pieces:
                stream.write(piece)
                stream.flush()
                time.sleep(0.02)
        assert seen.next() == ("plan.yaml",)
        assert seen.nothing()


def test_a_file_that_never_stops_changing_is_told_all_the_same(plan: Path) -> None:
    done = Event()

    def write() -> None:
        number = 0
        while not done.wait(0.05):
            number += 1
            plan.write_text(str(number), encoding="utf-8")

    with seeing(lambda: [plan]) as seen:
        writer = Thread(target=write)
        writer.start()
        try:
            assert seen.next() == ("plan.yaml",)
        finally:
            done.set()
            writer.join()


def test_a_file_that_goes_is_told_and_told_again_when_it_comes_back(plan: Path) -> None:
    with seeing(lambda: [plan]) as seen:
        plan.unlink()
        assert seen.next() == ("plan.yaml",)
        plan.write_text("un", encoding="utf-8")
        assert seen.next() == ("plan.yaml",)


def test_what_changes_while_a_change_is_dealt_with_is_the_next_change(plan: Path) -> None:
    changes = iter(Changes(lambda: [plan], lambda: False, lambda: False))
    assert next(changes) == ()
    plan.write_text("deux", encoding="utf-8")  # after it was looked at, before it is read
    assert next(changes) == (plan,)
    plan.write_text("trois", encoding="utf-8")
    assert next(changes) == (plan,)


def test_which_files_matter_is_asked_again_at_each_look(tmp_path: Path, plan: Path) -> None:
    def files() -> list[Path]:
        return [plan, *(tmp_path / name for name in plan.read_text(encoding="utf-8").split())]

    (tmp_path / "gabarit").write_text("contenu", encoding="utf-8")
    with seeing(files) as seen:
        plan.write_text("gabarit", encoding="utf-8")
        assert seen.next() == ("plan.yaml", "gabarit")
        (tmp_path / "gabarit").write_text("autre", encoding="utf-8")
        assert seen.next() == ("gabarit",)
        plan.write_text("rien", encoding="utf-8")
        assert seen.next() == ("plan.yaml", "gabarit")


def test_a_pipe_is_not_read(tmp_path: Path, plan: Path) -> None:
    os.mkfifo(tmp_path / "tube")
    with seeing(lambda: [tmp_path / "tube", plan]) as seen:
        plan.write_text("deux", encoding="utf-8")
        assert seen.next() == ("plan.yaml",)


def test_what_is_due_comes_without_a_change(plan: Path) -> None:
    with seeing(lambda: [plan]) as seen:
        seen.make_due()
        assert seen.next() == ()


def test_the_files_of_a_folder_are_those_that_somebody_wrote(tmp_path: Path) -> None:
    for name in ("b.html", "a.css", ".a.css.swp", "a.css~", "sous/c.md", ".git/d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in files_under(tmp_path)] == [
        "a.css",
        "b.html",
        "sous/c.md",
    ]
    assert list(files_under(tmp_path / "absent")) == []
