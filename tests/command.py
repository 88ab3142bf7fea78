"""Runs `ctg` as a user does: a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

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
    """Runs `ctg` with arguments, standard input and added environment variables."""
    done = subprocess.run(
        [sys.executable, "-m", "ctgkit", *arguments],
        input=data,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **env},
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


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
