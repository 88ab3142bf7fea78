"""Runs `ctg` as a user does: in this process, or in one of its own where that is what is tested."""

import gc
import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, NamedTuple
from unittest.mock import patch

import pytest

from ctgkit.app import main
from tests.conftest import ROOT

#: What the only fiche of :func:`plan` needs (as its `suite`) for lint to find nothing missing.
COMPLETE = """\
        descriptif: Ouvrir un lieu aux familles
        pilotes: Communauté de communes
        resultats: Des parents moins seuls
        indicateurs: Nombre de familles accueillies
        calendrier: À partir de 2025"""


class Done(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


def ctg(*arguments: str, data: bytes = b"", cwd: Path | None = None, **env: str) -> Done:
    """Runs `ctg` here, with arguments, standard input and added environment variables.

    Standard streams are real files: commands write to their handles too. What a command changes of
    the process is put back.
    """
    assert not [name for name in env if name.startswith("PYTHON")], "only a new process reads these"
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        stdin.write(data)
        stdin.seek(0)
        with _as_a_process(stdin, out, err, cwd, env):
            status = main(arguments)
        return Done(status, _written(out), _written(err))


def process_ctg(*arguments: str, data: bytes = b"", cwd: Path | None = None, **env: str) -> Done:
    """The same in a process of its own: for what only a process has."""
    done = subprocess.run(
        [sys.executable, "-m", "ctgkit", *arguments],
        input=data,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def _as_a_process(
    stdin: IO[bytes], out: IO[bytes], err: IO[bytes], cwd: Path | None, env: Mapping[str, str]
) -> Iterator[None]:
    """What a process has of its own: streams, environment, folder, and when memory is looked through."""
    streams = {
        "stdin": TextIOWrapper(stdin, "utf-8"),
        "stdout": TextIOWrapper(out, "utf-8"),
        "stderr": TextIOWrapper(err, "utf-8", "backslashreplace", line_buffering=True),
    }
    threshold = gc.get_threshold()
    with pytest.MonkeyPatch.context() as patched, patch.dict(os.environ, env), warnings.catch_warnings():
        if cwd is not None:
            patched.chdir(cwd)
        for name, stream in streams.items():
            patched.setattr(sys, name, stream)
            patched.setattr(sys, f"__{name}__", stream)
        try:
            yield
        finally:
            gc.set_threshold(*threshold)
            for stream in streams.values():
                if stream.writable():
                    stream.flush()
                stream.detach()


def _written(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


def plan(**changes: str) -> str:
    """A small whole plan of an invented territory, with some lines written otherwise."""
    lines = {
        "format": "format: 1",
        "titre": "titre: Plan d'essai",
        "territoire": "territoire:\n  nom: Territoire inventé",
        "caf": "caf: Caf inventée",
        "periode": "periode: 2025-2028",
        "axes": "axes:\n  - id: accueil\n    titre: Accueil\n    actions:",
        "numero": "      - numero: 1.1",
        "action": "        titre: Une action inventée",
        "suite": "",
    }
    return "\n".join(line for line in {**lines, **changes}.values() if line) + "\n"
