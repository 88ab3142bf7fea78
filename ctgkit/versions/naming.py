"""What a change is about, and the name it keeps."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from ctgkit.versions.changes import Change, Edit, Json, Path, Subject
from ctgkit.versions.fields import MAPS, owner_of, rule_at
from ctgkit.vocabulary.changement import NatureChangement, Volet


def named(drafts: Iterable[tuple[NatureChangement, Volet, Sequence[Edit]]]) -> tuple[Change, ...]:
    """The changes, each with its fingerprint; those that say the same are counted."""
    seen: Counter[str] = Counter()
    changes = []
    for kind, volet, edits in drafts:
        path = path_of(edits[0])
        rest = path[len(owner_of(path)) :]
        subject = _subject(edits[0])
        said = json.dumps([kind, subject, *_said(kind, edits, rest)], ensure_ascii=False, sort_keys=True)
        seen[said] += 1
        changes.append(
            Change(
                kind=kind,
                subject=subject,
                field=str(rest[0]) if rest else None,
                volet=volet,
                edits=tuple(edits),
                fingerprint=sha256(f"{said}\0{seen[said]}".encode()).hexdigest()[:32],
            )
        )
    return tuple(changes)


def path_of(edit: Edit) -> Path:
    """The path of what an edit is about."""
    return edit.new.path if edit.op == "add" else edit.old.path


def _subject(edit: Edit) -> Subject:
    path = path_of(edit)
    if edit.op == "order":
        return "rubrique" if path[-1] in MAPS else rule_at(path).of.code
    if isinstance(path[-1], int):
        return rule_at(path).of.code
    if path[-2:-1] and path[-2] in MAPS:
        return "rubrique"
    if len(path) > 1 and isinstance(path[-2], int):
        return rule_at(path[:-1]).of.code
    owner = owner_of(path)
    return rule_at(owner).of.code if owner else "plan"


def _said(kind: NatureChangement, edits: Sequence[Edit], rest: Path) -> list[Json]:
    """What a change says, wherever it stands: whose it is, the keys to it, and what changed.

    An added or removed fiche is its title, so that it is the same change while its text is worked on.
    """
    first = edits[0]
    if not rest:
        titre = first.new.titre if first.op == "add" else first.old.titre
        return [titre, first.before, first.after] if first.op == "move" else [titre]
    keys: list[Json] = [key for key in rest if isinstance(key, str)]
    said: list[Json] = [first.old.titre, keys]
    if first.op == "order":
        return said
    # What a renumbering explains is not what it says.
    for edit in [first] if kind is NatureChangement.NUMEROTATION else edits:
        said += [edit.old.path[-1] if edit.op == "set" else None, edit.before, edit.after]
    return said
