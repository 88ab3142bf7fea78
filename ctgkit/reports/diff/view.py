"""The shapes of what is told: plain frozen data, worded, that a writer only lays out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Annotated, NamedTuple, TypeAlias

from ctgkit.french.described import described
from ctgkit.versions.changes import Change, Path, Run
from ctgkit.vocabulary.changement import NatureChangement, Volet

#: What stands around words that go, and words that come.
SIGNS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "equal": ("", "")}


@described("un endroit", "endroits", "Où quelque chose est écrit.")
class Position(NamedTuple):
    """Where something is written: line and column, from 1."""

    line: Annotated[int, "La ligne, à partir de 1."]
    column: Annotated[int, "La colonne, à partir de 1."]


#: Where the value at a path is written; `None` where the file does not have it.
Locate: TypeAlias = Callable[[Path], Position | None]


@described("un texte comparé", "textes comparés", "Un texte sous une phrase, mot à mot.")
class Line(NamedTuple):
    """A text under a sentence: what it was and what it is, word by word."""

    label: Annotated[str | None, "De quoi c'est le texte, si la phrase ne le dit pas."]
    runs: Annotated[tuple[Run, ...], "Les mots qui restent, partent ou viennent."]

    @property
    def signed(self) -> Annotated[str, "Les mots, avec les signes de ceux qui partent ou viennent."]:
        """The words, with signs around those that go and those that come."""
        return "".join(run.text.join(SIGNS[run.op]) for run in self.runs)


@described("un changement dit", "changements dits", "Un changement, en une phrase.")
class Told(NamedTuple):
    """One change, in words."""

    change: Annotated[Change, "Le changement lui-même."]
    sentence: Annotated[str, "La phrase, sans point final."]
    lines: Annotated[tuple[Line, ...], "Les textes qui l'accompagnent."]
    old: Annotated[Position | None, "Où, dans l'ancien fichier."]
    new: Annotated[Position | None, "Où, dans le nouveau."]

    @property
    def kind(self) -> Annotated[NatureChangement, "Ce qu'il est pour un lecteur."]:
        """What its sentence says: of a field that had no value, that one is added."""
        change, edit = self.change, self.change.edits[0]
        if change.kind is NatureChangement.MODIFICATION and change.subject in {"plan", "section", "fiche"}:
            if edit.before is None:
                return NatureChangement.AJOUT
            if edit.after is None:
                return NatureChangement.RETRAIT
        return change.kind

    @property
    def mark(self) -> Annotated[str, "Le signe de ce que dit la phrase."]:
        """The sign of what its sentence says."""
        return self.kind.facts.sign

    @property
    def place(self) -> Annotated[str | None, "Sa ligne dans les deux fichiers\u00a0: l. 12 → 14."]:
        """Its line in the old file and in the new one: `l. 12 → 14`, or `l. 12`; a dash where it is not."""
        if self.old is None and self.new is None:
            return None
        old, new = (str(side.line) if side else "–" for side in (self.old, self.new))
        return f"l.\u00a0{old}" if old == new else f"l.\u00a0{old}\u00a0→\u00a0{new}"


@described("un groupe de changements", "groupes de changements", "Les changements d'une fiche.")
class Group(NamedTuple):
    """The changes of one fiche, of one section, or of the head of the plan."""

    heading: Annotated[str, "La fiche, la section, ou le haut du plan."]
    changes: Annotated[tuple[Told, ...], "Ce qui y change."]

    @property
    def counts(
        self,
    ) -> Annotated[tuple[tuple[NatureChangement, int], ...], "Combien de changements de chaque nature."]:
        """How many changes there are of each kind, those that it has none of too."""
        return _counts(self.changes)


@described("un volet", "volets", "Le contrat, le suivi, ou ce que le comité a validé.")
class Part(NamedTuple):
    """The contract, the follow-up, what the committee validated, and so on."""

    volet: Annotated[Volet, "Lequel."]
    groups: Annotated[tuple[Group, ...], "Les changements, fiche par fiche."]

    @property
    def name(self) -> Annotated[str, "Son nom."]:
        """Its title."""
        return self.volet.facts.title

    @property
    def remark(self) -> Annotated[str, "Ce que cela veut dire."]:
        """What it asks of those who read it."""
        return self.volet.facts.remark

    @property
    def changes(self) -> Annotated[tuple[Told, ...], "Tous ses changements."]:
        """All its changes."""
        return tuple(one for group in self.groups for one in group.changes)

    @property
    def number(self) -> Annotated[int, "Combien il en a."]:
        """How many changes it has."""
        return sum(len(group.changes) for group in self.groups)

    @property
    def counts(
        self,
    ) -> Annotated[tuple[tuple[NatureChangement, int], ...], "Combien de changements de chaque nature."]:
        """How many changes there are of each kind, those that it has none of too."""
        return _counts(self.changes)


def _counts(changes: Iterable[Told]) -> tuple[tuple[NatureChangement, int], ...]:
    found = Counter(one.kind for one in changes)
    return tuple((kind, found[kind]) for kind in NatureChangement)


@described("une version", "versions", "Un des deux plans.")
class Version(NamedTuple):
    """One of the two plans."""

    name: Annotated[str, "Son nom, comme il a été donné à la commande."]
    titre: Annotated[str, "Le titre du plan."]
    territoire: Annotated[str, "Le nom du territoire."]
    fiches: Annotated[int, "Combien de fiches il a."]


@described("une comparaison", "comparaisons", "Ce qui change entre deux versions d'un plan.")
class View(NamedTuple):
    """All that is told of a comparison; a part that was not asked for is not there."""

    old: Annotated[Version, "L'ancien plan."]
    new: Annotated[Version, "Le nouveau."]
    parts: Annotated[tuple[Part, ...], "Le contrat et le suivi, ou celui des deux qui est demandé."]
    summary: Annotated[str, "Combien de changements, en mots."]
    apart: Annotated[
        str | None, "En une ligne, ce qui n'est ni contrat ni suivi\u00a0: mots du fichier, typographie."
    ]
    totals: Annotated[dict[Volet, int], "Combien de changements à chaque volet, dits un par un ou non."]
    only: Annotated[str | None, "Les adresses auxquelles la comparaison se limite."]

    @property
    def number(
        self,
    ) -> Annotated[int, "Combien de changements sont dits\u00a0; la typographie n'en est pas un."]:
        """How many changes are told; typography is none."""
        told = {part.volet for part in self.parts} | {Volet.FORME}
        return sum(self.totals[volet] for volet in told if volet is not Volet.TYPOGRAPHIE)
