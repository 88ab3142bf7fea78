"""`ctg status`: where each action stands on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import Word, option
from ctgkit.app.command_line.shared import AnyPlans, Color, Force
from ctgkit.app.misuse import Misuse
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import SITUATIONS, Statut, facts_of

if TYPE_CHECKING:
    from ctgkit.app.documents.states import Asked

RANK = 5
ALIASES = ("état",)
#: What `--only` keeps, by how one says it: the alerts, then the statuses that raise none by themselves.
_KEPT: dict[str, CodeAlerte | Statut | None] = {
    **{alerte.one: alerte for alerte in CodeAlerte},
    **{facts_of(one).one: one for one in SITUATIONS if facts_of(one).raises is None},
}


def _words(one: CodeAlerte | Statut | None) -> tuple[str, str, tuple[str, ...]]:
    """How one fiche and several are said to be, and what may be typed for it: English last."""
    if isinstance(one, CodeAlerte):
        return one.one, one.facts.after_fiches or one.many, (one.value, one.many, *one.facts.synonyms)
    facts = facts_of(one)
    return facts.one, facts.many, facts.synonyms


def _listed() -> str:
    """The fiches that `--only` can keep, each with its English word."""
    *some, last = (f"{many} ({synonyms[-1]})" for _, many, synonyms in map(_words, _KEPT.values()))
    return f"{', '.join(some)} ou {last}"


class Options(NamedTuple):
    """Dit où en est chaque action à une date : statut, avancement, calendrier, pilote, alertes, note.

    Tout se calcule du journal (« suivi ») : le même jour donne toujours le même état. De plusieurs plans,
    affiche une ligne chacun, et le total.
    """

    plans: AnyPlans
    date: Annotated[str | None, shared.date("Le jour de l'état ; aujourd'hui par défaut.")] = None
    by: Annotated[
        str | None,
        option(
            "--by",
            metavar="GROUPE",
            help="axe (par défaut), pilote, statut ou annee.",
            aliases=("--par",),
            words=(
                Word("axe", ("axis",)),
                Word("pilote", ("pilot",)),
                Word("statut", ("status",)),
                Word("annee", ("année", "year")),
            ),
        ),
    ] = None
    only: Annotated[
        tuple[str, ...],
        shared.only(
            f"Seulement les fiches {_listed()} ; plusieurs mots avec des virgules.",
            "MOTS",
            tuple(Word(name, (many, *synonyms)) for name, many, synonyms in map(_words, _KEPT.values())),
        ),
    ] = ()
    since: Annotated[str | None, shared.since("Ce qui a bougé après ce jour, celui du dernier COPIL.")] = None
    output_format: Annotated[str | None, shared.written_in("status")] = None
    output: Annotated[str | None, shared.written_to("status")] = None
    force: Force = False
    color: Color = "auto"


def status(options: Options) -> int:
    """Prints or writes the state of one plan, or a line for each of several; returns the exit status."""
    from ctgkit.app.documents.delivery import Form, format_of, refuse, target_of
    from ctgkit.app.documents.states import one_plan, several_plans
    from ctgkit.app.files.given import find
    from ctgkit.outputs import terminal

    asked = _asked(options)
    form = Form(
        format_of("status", options.output_format, options.output),
        target_of(options.output),
        options.color,
    )
    found = find(options.plans)
    refuse(form.target, found.paths, force=options.force)
    if len(found.paths) == 1:
        done = one_plan(found.paths[0], asked, options.by or "axe", form)  # type: ignore[arg-type]
        return terminal.complain(found.problems) or done
    if options.by is not None and found.paths:
        raise Misuse(
            f"--by regroupe les fiches d'un seul plan, et il y en a {len(found.paths)} ; "
            "donnez-en un, ou retirez --by"
        )
    return several_plans(found.paths, asked, form, found.problems)


def _asked(options: Options) -> Asked:
    """What is asked of every plan.

    Raises:
        Misuse: if it cannot be.
    """
    from ctgkit.app.command_line.values import day
    from ctgkit.app.documents.states import Asked

    today = day("--date", options.date)
    since = day("--since", options.since) if options.since is not None else None
    if since is not None and since >= today:
        raise Misuse(f"--since ({since}) doit précéder le jour de l'état ({today})")
    return Asked(today, since, tuple(_KEPT[word] for word in options.only))
