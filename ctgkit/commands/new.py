"""`ctg new`: a commented plan to start from, and the schema its first line leads to."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import Argument, option
from ctgkit.app.command_line.questions import Question, Unfit, given, possible, settled, text
from ctgkit.app.command_line.values import day
from ctgkit.app.files.given import STDIN
from ctgkit.app.files.near import SUFFIXES
from ctgkit.app.files.rewriting import create
from ctgkit.app.files.writing import refuse_to_replace, save
from ctgkit.app.misuse import Misuse

if TYPE_CHECKING:
    from ctgkit.plan.plan import Periode

_SCHEMA = "plan.schema.json"
#: Where a plan may find its schema already, from its folder.
_SCHEMAS = (_SCHEMA, f"schema/{_SCHEMA}", f"../{_SCHEMA}", f"../schema/{_SCHEMA}")
_LEVELS = "Axe, Objectif"
_BETWEEN_LEVELS = re.compile(r"[,>]")
_MAX_LEVELS = 5
_TERRITORY = "Territoire (à compléter)"
_FUND = "Caf (à compléter)"
#: How many years a proposed period goes on after its first one.
_YEARS_MORE = 3


RANK = 9
ALIASES = ("nouveau",)


class Options(NamedTuple):
    """Écrit un plan à compléter, commenté, et son schéma pour les éditeurs.

    Dans un terminal, ce que les options ne disent pas est demandé ; ailleurs, c'est à compléter.
    """

    file: Annotated[str, Argument("FICHIER", "Le plan à écrire : plan.yaml.")]
    territoire: Annotated[
        str | None,
        option(
            "--territoire",
            metavar="NOM",
            help="Le nom du territoire : Vie et Boulogne.",
            aliases=("--territory",),
        ),
    ] = None
    caf: Annotated[
        str | None, option("--caf", metavar="NOM", help="Le nom de la Caf : Caf de la Vendée.")
    ] = None
    periode: Annotated[
        str | None,
        option(
            "--periode",
            metavar="ANNÉES",
            help="La période de la convention : 2025-2028.",
            aliases=("--période", "--period"),
        ),
    ] = None
    niveaux: Annotated[
        str | None,
        option(
            "--niveaux",
            metavar="NOMS",
            help="Les niveaux au-dessus des fiches : « Axe, Objectif » (par défaut), « Thématique »…",
            aliases=("--levels",),
        ),
    ] = None
    date: Annotated[str | None, shared.date("Le jour où le plan est écrit ; aujourd'hui par défaut.")] = None
    force: Annotated[
        bool, option("--force", help="Remplace le fichier s'il existe.", aliases=("--forcer",))
    ] = False


def new(options: Options) -> int:
    """Writes the plan, and its schema where it has none; returns the exit status."""
    target = _target(options.file)
    refuse_to_replace(target, force=options.force)
    today = day("--date", options.date)
    proposed = f"{today.year}-{today.year + _YEARS_MORE}"
    place = Question("--territoire", "Territoire, par exemple Vie et Boulogne", text)
    fund = Question("--caf", "Caf, par exemple Caf de la Vendée", text)
    years = Question("--periode", f"Période de la convention, par exemple {proposed}", _period)
    levels = Question("--niveaux", "Niveaux au-dessus des fiches", _levels, _LEVELS)
    # All options first: nobody answers questions for a command that cannot be run.
    answers: tuple[tuple[Question[Any], str | None], ...] = (
        (place, options.territoire),
        (fund, options.caf),
        (years, options.periode),
        (levels, options.niveaux),
    )
    for question, value in answers:
        if value is not None:
            given(question, value)
    from ctgkit.outputs.templates.start import Start, starting_plan

    name = settled(place, options.territoire, _TERRITORY)
    signatory = settled(fund, options.caf, _FUND)
    period = settled(years, options.periode, proposed)
    told = options.periode is not None or possible()
    start = Start(name, signatory, period.debut, period.fin, told, settled(levels, options.niveaux, _LEVELS))
    refuse_to_replace(target, force=options.force)  # somebody may have taken the time of the questions
    schema, written = _schema(target.parent, force=options.force)
    create(target, starting_plan(start, schema, today), force=options.force)
    _tell(target, written, None if told else proposed)
    return 0


def _target(file: str) -> Path:
    """The file to write, with the extension that plans are found by.

    Raises:
        Misuse: if the name is that of something else.
    """
    if file == STDIN:
        raise Misuse("« ctg new » écrit dans un fichier : donnez-lui un nom, plan.yaml par exemple")
    target = Path(file)
    if file.endswith("/") or os.path.isdir(file or "."):  # noqa: PTH112  (a name may be no path at all)
        raise Misuse(
            f"{file} : c'est un dossier ; donnez un nom de fichier, {target / 'plan.yaml'} par exemple"
        )
    if not target.suffix:
        return target.with_name(f"{target.name}.yaml")
    if target.suffix.lower() not in SUFFIXES:
        raise Misuse(f"{file} : un plan est un fichier .yaml ; écrivez {target}.yaml")
    return target


def _schema(folder: Path, *, force: bool) -> tuple[str, Path | None]:
    """Where the schema is, from the plan's folder; and the file, if it had to be written.

    Raises:
        Misuse: if it cannot be.
    """
    from ctgkit.plan.schema import TITLE, schema_text

    schema = schema_text()
    for name in _SCHEMAS:
        if _read(folder / name) == schema:
            return name, None
    path = folder / _SCHEMA
    if path.exists() and f'"title": "{TITLE}"' not in _read(path) and not force:
        raise Misuse(
            f"{path} : ce fichier existe et n'est pas un schéma de ctgkit ; "
            "renommez-le, ou donnez --force pour le remplacer"
        )
    save(path, schema)
    return _SCHEMA, path


def _read(path: Path) -> str:
    """What a file holds; nothing where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _period(answer: str) -> Periode:
    """Whole years.

    Raises:
        Unfit: if they are none.
    """
    from ctgkit.plan.declaration import Unreadable
    from ctgkit.plan.plan import Periode, lire_periode
    from ctgkit.plan.valeurs import lire_annee

    try:
        period = Periode(**lire_periode(answer))
        lire_annee(period.debut.year)
        lire_annee(period.fin.year)
    except Unreadable:
        raise Unfit("une période s'écrit en années : 2025-2028, ou 2025") from None
    if period.fin < period.debut:
        raise Unfit(f"« {answer.strip()} » finit avant de commencer")
    return period


def _levels(answer: str) -> tuple[str, ...]:
    """The names of levels, outermost first.

    Raises:
        Unfit: if there is none, or one that will not do.
    """
    levels = tuple(text(level) for level in _BETWEEN_LEVELS.split(answer))
    if len(levels) > _MAX_LEVELS:
        raise Unfit(f"{_MAX_LEVELS} niveaux au plus")
    if len(set(levels)) < len(levels):
        raise Unfit("deux niveaux ont le même nom")
    return levels


def _tell(target: Path, schema: Path | None, proposed: str | None) -> None:
    """Says what was written, and what to do next."""
    print(f"{target} : plan à compléter, écrit")
    if schema is not None:
        print(f"{schema} : son schéma, pour les éditeurs, écrit")
    if proposed is not None:
        print(f"La période, {proposed}, est à vérifier : --periode ne l'a pas donnée")
    name = shlex.quote(str(target))
    print("\nEnsuite, dans un éditeur, remplacez chaque « à compléter » ; puis :")
    print(f"  ctg validate {name}")
    print(f"  ctg lint {name}")
