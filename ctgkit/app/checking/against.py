"""`ctg validate --against`: what a new version of a plan may not do unnoticed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ctgkit.app.checking.earlier import Versions, versions
from ctgkit.app.documents.comparison import Pair, locator, same_territory
from ctgkit.app.files.git import at_revision
from ctgkit.app.files.given import STDIN, read_one
from ctgkit.app.files.near import SUFFIXES, hint
from ctgkit.app.misuse import Misuse
from ctgkit.french.agreement import count
from ctgkit.french.lists import listing
from ctgkit.lint.positions import place_of, related_of
from ctgkit.lint.remark import Remark
from ctgkit.outputs.findings.run import Checked
from ctgkit.plan.finding import Code, Finding, Place
from ctgkit.plan.reading import Reading, read
from ctgkit.plan.reading.nodes import Mapping, locate
from ctgkit.plan.revision import Revision
from ctgkit.reports.diff import Read, Scope, tell
from ctgkit.reports.diff.values import day, listed, short
from ctgkit.versions import Breach, Change, Comparison, breaches, by_avenant, compare
from ctgkit.versions.codes import (
    ENTRY_REMOVED,
    ENTRY_REWRITTEN,
    NO_AVENANT,
    OLD_UNREADABLE,
    PLAN_VANISHED,
    REUSED,
    VANISHED,
)
from ctgkit.versions.fields import FIELDS, owner_of
from ctgkit.vocabulary.changement import Volet
from ctgkit.vocabulary.gravite import Gravite
from ctgkit.vocabulary.statut import Statut

#: How many changes of the contract are shown.
_SHOWN = 3
#: Where something about a whole file is told.
_TOP = Place(1, 1, 1, 1)
#: What a committee decided since the old version.
_DECIDED = frozenset({"contract-decided", "adjusted"})
#: What is asked where a new avenant may explain what was found.
_LAWFUL = "vérifiez que le nouvel avenant le dit"
_JOURNAL = "remettez ce qui y était\u00a0: un journal s'allonge, et se corrige par une nouvelle entrée"


class Against(NamedTuple):
    """What plans are compared with.

    Attributes:
        asked: a plan, or a revision of git's.
        own: of a revision, what each plan was there.
        force: whether plans of two territories are compared.
    """

    asked: str
    own: Versions | None
    force: bool


def settled(asked: str, paths: Sequence[str], arguments: Sequence[str], *, force: bool) -> Against:
    """What `--against` means for these plans: a plan where there is one, else a revision of git's.

    Args:
        asked: what was given for it.
        paths: the files of the plans.
        arguments: what was given for them, folders among others.
        force: whether plans of two territories are compared.

    Raises:
        Misuse: for one plan against several, or if git does not know the revision.
    """
    one = asked == STDIN or os.path.isfile(asked) or ":" in asked  # noqa: PTH113  (may be no path)
    if not one and Path(asked).suffix.lower() in SUFFIXES:
        raise Misuse(f"{asked} : fichier introuvable{hint(asked)}")
    if one and len(paths) > 1:
        raise Misuse(
            f"--against {asked} est un seul plan, et il y en a {len(paths)} à vérifier ; donnez une révision "
            "de git, et chacun sera comparé avec ce qu'il y était"
        )
    if asked == STDIN and STDIN in paths:
        raise Misuse("l'entrée standard ne peut être qu'une des deux versions")
    return Against(asked, None if one else versions(paths, arguments, asked), force)


def vanished(against: Against) -> Iterator[Checked]:
    """The plans that the revision had, and that are in none of the folders that were given any more."""
    for file, earlier in against.own.vanished.items() if against.own is not None else ():
        message = f"ce plan n'est plus là, et il était à la révision «\u00a0{earlier.past.name}\u00a0»"
        hint = "s'il n'a pas à disparaître, remettez-le\u00a0: son journal part avec lui"
        found = Finding(file, _TOP, PLAN_VANISHED, message, hint, Gravite.REMARQUE)
        yield Checked(file, (found,), (), 0, there=False)


def findings(reading: Reading, against: Against) -> tuple[Finding, ...]:
    """What a plan may not have changed, at its places in the new version, in file order.

    A plan that the revision does not have is new: there is nothing to say. One that had errors there is not
    compared, which is said: it may be what this version mends.

    Raises:
        Misuse: if the old version cannot be read, or is of another territory; if it is no plan, where it
            is the one that was asked for.
    """
    if reading.plan is None or reading.tree is None:
        return ()
    old = _old_version(reading.file, against)
    if old is None:
        return ()
    errors = f"n'est pas un plan ({count(len(old.findings), 'erreur')})"
    if old.plan is None and against.own is None:
        raise Misuse(f"{old.file} : l'ancienne version {errors} ; « ctg validate {old.file} » dit pourquoi")
    if old.plan is None:
        message = f"l'ancienne version, {old.file}, {errors}\u00a0: rien n'est comparé"
        hint = "relisez vous-même ce qui change au contrat et au journal"
        return (Finding(reading.file, _TOP, OLD_UNREADABLE, message, hint, Gravite.REMARQUE),)
    if against.own is None and not against.force:
        same_territory(Pair(old, reading))
    return compared(old, reading)


def compared(old: Reading, reading: Reading) -> tuple[Finding, ...]:
    """What a version of a plan may not have changed of another; nothing where one has errors."""
    if old.plan is None or reading.plan is None or reading.tree is None:
        return ()
    comparison = compare(old.plan, reading.plan)
    amended = by_avenant(comparison)
    found = []
    for breach in breaches(comparison):
        code, remark = _remark(breach, old, reading, comparison.changes)
        lawful = amended and code in {VANISHED, REUSED}
        decided = breach.kind in _DECIDED
        found.append(
            Finding(
                reading.file,
                place_of(remark, reading.tree),
                code,
                remark.message,
                _LAWFUL if lawful else remark.hint,
                Gravite.REMARQUE if lawful or decided else Gravite.ERREUR,
                breach.new.adresse if breach.new is not None else None,
                related_of(remark, reading.tree),
            )
        )
    return tuple(sorted(found, key=lambda finding: (finding.place, finding.code)))


def _old_version(file: str, against: Against) -> Reading | None:
    if against.own is None:
        return read_one(against.asked)
    if (earlier := against.own.of.get(file)) is not None:
        return read(earlier.past.data(earlier.file), earlier.name)
    if os.path.isfile(file):  # noqa: PTH113
        return None
    _, colon, path = file.partition(":")
    if not colon:
        raise Misuse(f"{file} n'a pas d'autre version ; donnez un plan à --against")
    name = f"{against.asked}:{path}"
    return read(at_revision(name) or b"", name)


def _remark(breach: Breach, old: Reading, new: Reading, changes: tuple[Change, ...]) -> tuple[Code, Remark]:
    """What is said of a breach, and where."""
    if breach.kind == "contract-without-avenant":
        return NO_AVENANT, _no_avenant(breach, old, new)
    if breach.kind in _DECIDED:
        return NO_AVENANT, _decided(breach, old, new)
    if breach.kind == "fiche-vanished" and breach.old is not None:
        name = f"«\u00a0{breach.old.adresse}\u00a0» ({short(breach.old.titre or '')})"
        hint = (
            "remettez-la avec son journal (abandonnée, elle reste, "
            f"avec «\u00a0statut: {Statut.ABANDONNEE}\u00a0»), ou ajoutez l'avenant qui la retire"
        )
        return VANISHED, Remark(_where_it_was(breach.old.path, changes), f"la fiche {name} a disparu", hint)
    if breach.kind == "address-reused" and breach.old is not None and breach.new is not None:
        other = short(breach.old.titre or "")
        message = f"l'adresse «\u00a0{breach.new.complete}\u00a0» était celle d'une autre fiche, {other}"
        hint = "donnez à cette fiche un numéro qui n'a jamais servi"
        return REUSED, Remark((*breach.new.path, "numero"), message, hint)
    if breach.kind == "addresses-moved":
        return REUSED, _renumbered(breach)
    (change,) = breach.changes
    return _journal(breach, change, new.tree)


def _renumbered(breach: Breach) -> Remark:
    """What is said of fiches that have taken each other's addresses, all at once."""
    first, *others = breach.moved
    shown = [first, *others][:_SHOWN]
    told = ", ".join(f"{old.adresse} devient {new.adresse}" for old, new in shown)
    more = "…" if len(breach.moved) > _SHOWN else ""
    message = f"{len(breach.moved)} fiches ont pris l'adresse d'une autre\u00a0: {told}{more}"
    hint = (
        "qui les cherche dans un ancien rapport trouverait d'autres actions\u00a0: gardez les anciens numéros"
    )
    return Remark((*first[1].path, "numero"), message, hint)


def _journal(breach: Breach, change: Change, tree: Mapping | None) -> tuple[Code, Remark]:
    edit = change.edits[0]
    if breach.kind == "journal-rewritten":
        fields = listed(FIELDS[str(one.new.path[-1])].one for one in change.edits)
        date = day(change.old.within[-1][:10])
        message = f"l'entrée du {date} a été réécrite dans le journal\u00a0: {fields}"
        return ENTRY_REWRITTEN, Remark(change.new.path, message, _JOURNAL)
    value = edit.before if isinstance(edit.before, dict) else {}
    if change.subject == "etape":
        message = f"l'étape {short(str(value['titre']))} a été retirée avec son journal"
    else:
        message = f"l'entrée du {day(value['date'])} a été retirée du journal"
    path = change.new.path
    if locate(tree, path)[1] == locate(tree, path[:-1])[1]:  # the list itself is gone
        return ENTRY_REMOVED, Remark((*path[:-1], "titre"), message, _JOURNAL)
    return ENTRY_REMOVED, Remark(path, message, _JOURNAL, key=True)


def _no_avenant(breach: Breach, old: Reading, new: Reading) -> Remark:
    told = list(_told(breach, old, new))
    number = count(len(told), "changement")
    message = f"cette version modifie le plan signé ({number}), et rien n'y dit ce qui l'a décidé"
    others = len(told) - _SHOWN
    unseen = "aussi l'autre" if others == 1 else f"aussi les {others} autres"
    more = unseen if others > 0 else "ce qui change"
    revision = old.plan.revision if old.plan else None
    hint = f"{_to_decide(revision)}\u00a0; «\u00a0ctg diff\u00a0» montre {more}"
    if new.tree is not None and "avenants" in new.tree:
        return Remark(("avenants",), message, hint, key=True, related=tuple(told[:_SHOWN]))
    return Remark(told[0][0], message, hint, related=tuple(told[1:_SHOWN]))


def _to_decide(revision: Revision | None) -> str:
    """What to add, by what the convention says of its own change."""
    article = f" ({revision.renvoi()})" if revision and revision.article else ""
    if revision is None or not revision.comite:
        return (
            "ajoutez l'avenant («\u00a0avenants\u00a0») ou la décision du comité («\u00a0copils\u00a0», "
            f"«\u00a0decisions\u00a0») qui le dit, comme la convention le prévoit{article}, ou, d'une erreur "
            "de transcription, la correction («\u00a0corrections\u00a0»)"
        )
    headings = listing(f"«\u00a0{key}\u00a0»" for key in revision.comite)
    return (
        f"le comité peut ajuster {headings}{article}\u00a0: ajoutez sa décision («\u00a0copils\u00a0», "
        "«\u00a0decisions\u00a0»), ou l'avenant («\u00a0avenants\u00a0») pour le reste"
    )


def _decided(breach: Breach, old: Reading, new: Reading) -> Remark:
    """What a decision of the committee accounts for: an adjustment, or what the plan does not say."""
    told = list(_told(breach, old, new))
    if breach.kind == "adjusted":
        one, many = Volet.AJUSTEMENT.facts.counted
        message = f"{count(len(told), one, many)}\u00a0: {told[0][1]}"
        hint = (
            "le prochain avenant le consolidera" if len(told) == 1 else "le prochain avenant les consolidera"
        )
    else:
        number = count(len(told), "changement")
        message = (
            f"cette version modifie le plan signé ({number}), par décision du comité\u00a0: {told[0][1]}"
        )
        hint = (
            "vérifiez que la convention le permet, et dites-le sous «\u00a0revision\u00a0» (article, comite)"
        )
    return Remark(told[0][0], message, hint, related=tuple(told[1:_SHOWN]))


def _told(breach: Breach, old: Reading, new: Reading) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where each change of the contract is in the new version, and what it is."""
    if old.plan is None or new.plan is None:
        return
    view = tell(
        Read(old.file, old.plan, locator(old)),
        Read(new.file, new.plan, locator(new)),
        Comparison(breach.changes, ()),
        Scope(followup=False),
    )
    for part in view.parts:
        for told in part.changes:
            first = told.change.edits[0]
            gone = first.op == "remove" and owner_of(first.old.path) == first.old.path
            path = _title_above(first.new.path) if gone else first.new.path
            yield path, told.sentence[0].lower() + told.sentence[1:]


def _where_it_was(path: tuple[str | int, ...], changes: tuple[Change, ...]) -> tuple[str | int, ...]:
    """Where the section that held a fiche is in the new version: its title, or what stands above."""
    for change in changes:
        for edit in change.edits:
            if edit.op == "remove" and path[: len(edit.old.path)] == edit.old.path:
                return _title_above(edit.new.path)
    return ("axes",)


def _title_above(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The title of the section that a list of fiches or sections is in; the list, at the top."""
    return (*path[:-1], "titre") if len(path) > 1 else path
