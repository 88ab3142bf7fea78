"""`ctg report --watch` as a user has it: a process that goes on, with a page."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO, NamedTuple
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.conftest import ROOT

#: How long anything may take before the test fails, in seconds.
PATIENCE = 40
_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")
#: A process started in the background may have been told to ignore Ctrl+C; a terminal's is not.
_START = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from ctgkit.app import main; raise SystemExit(main())"
)


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    headers: dict[str, str]
    text: str


class Watching:
    """A command that watches."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        assert process.stderr is not None
        self.process = process
        self._out, self._err = _Reader(process.stdout), _Reader(process.stderr)

    @property
    def out(self) -> str:
        """What it printed so far."""
        return self._out.text

    @property
    def err(self) -> str:
        """What it complained of so far."""
        return self._err.text

    @property
    def turns(self) -> list[str]:
        """What it told of each change, without the time of the day."""
        return re.findall(r"^\d\d:\d\d:\d\d : (.*)\n", self.out, re.MULTILINE)

    @property
    def address(self) -> str:
        """Where its page is."""
        until(lambda: _ADDRESS.search(self.out) or self.process.poll() is not None, self)
        found = _ADDRESS.search(self.out)
        assert found, self.out + self.err
        return found[0]

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2].strip("/"))

    def told(self, number: int) -> list[str]:
        """What it told, once that is so many turns."""
        until(lambda: len(self.turns) >= number, self)
        return self.turns

    def complained(self, words: str) -> str:
        """What it complained of, once these words are in it."""
        until(lambda: words in self.err, self)
        return self.err

    def get(self, path: str = "", method: str = "GET", **headers: str) -> Answer:
        """What a browser is answered."""
        request = Request(self.address + path, method=method, headers=headers)  # noqa: S310
        try:
            with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return Answer(answer.status, dict(answer.headers), answer.read().decode())
        except HTTPError as error:
            with error:
                return Answer(error.code, dict(error.headers), error.read().decode())

    def stop(self, number: int = signal.SIGINT) -> int:
        """Asks it to stop; its exit status."""
        self.process.send_signal(number)
        status = self.process.wait(PATIENCE)
        self.heard()
        return status

    def heard(self) -> None:
        """Waits until all that it printed is read; it has ended."""
        self._out.thread.join(PATIENCE)
        self._err.thread.join(PATIENCE)


class _Reader:
    """Reads what a process prints, as it prints it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._data = b""
        self._stream = stream
        self.thread = Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        while chunk := os.read(self._stream.fileno(), 65536):
            self._data += chunk

    @property
    def text(self) -> str:
        return self._data.decode(errors="replace")


def until(done: Callable[[], object], watching: Watching | None = None) -> None:
    """Waits for something to be so."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, watching and (watching.out, watching.err)
        time.sleep(0.02)


@contextmanager
def watching(folder: Path, *arguments: str, start: str = "", **env: str) -> Iterator[Watching]:
    """Runs `ctg report --watch` in `folder` until the test is done with it.

    Args:
        folder: where it is run.
        arguments: those after `--watch`.
        start: Python to run first.
        env: environment variables to add.
    """
    with subprocess.Popen(
        [sys.executable, "-c", start + _START, "report", "--watch", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env},
    ) as process:
        watched = Watching(process)
        try:
            yield watched
        finally:
            process.kill()
            watched.heard()  # before what it is read from is closed
