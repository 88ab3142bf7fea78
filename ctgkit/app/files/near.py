"""The file or the folder that somebody probably meant."""

from __future__ import annotations

import os
from pathlib import Path

from ctgkit.french.nearest import nearest

#: How the name of a plan ends.
SUFFIXES = {".yaml", ".yml"}


def hint(path: str) -> str:
    """What is said after « introuvable »: the nearest name that there is, if one is near."""
    near = near_name(path)
    return f" ; vouliez-vous dire « {near} » ?" if near else ""


def near_name(path: str) -> str | None:
    """The plan or the folder of plans whose name is nearest; one part of the path may be wrong."""
    base = Path()
    parts = Path(path).parts
    for rank, part in enumerate(parts):
        if (base / part).exists():
            base /= part
            continue
        last = rank == len(parts) - 1
        names = {Path(name).stem: name for name in _names(base, folders_only=not last)}
        near = nearest(Path(part).stem, names)
        found = base.joinpath(names[near], *parts[rank + 1 :]) if near is not None else None
        return str(found) if found is not None and found.exists() else None
    return None


def _names(folder: Path, *, folders_only: bool) -> list[str]:
    """The folders of a folder, and its plans."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return []
    return [
        entry.name
        for entry in entries
        if not entry.name.startswith(".")
        and (entry.is_dir() or (not folders_only and Path(entry.name).suffix.lower() in SUFFIXES))
    ]
