"""`ctg lint`: is this a good plan?"""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import Word, option
from ctgkit.app.command_line.shared import Color, Fix, Force, OnlyPlans, Plans, ShowFix
from ctgkit.app.misuse import Misuse
from ctgkit.vocabulary.gravite import Gravite

RANK = 2
ALIASES = ("relire",)
_GRAVITES = [f"{gravite} ({gravite.one})" for gravite in Gravite]


class Options(NamedTuple):
    """Vérifie que des plans sont bons : ce qui manque, ce qui est mal écrit, ce qui n'est pas suivi.

    « ctg rule » liste les règles ; un fichier ctgkit.toml, à côté des plans ou au-dessus, les règle.
    Code de retour : 0 s'il n'y a rien à signaler, 1 sinon, 2 si un fichier ou un réglage est à revoir.
    """

    plans: Plans
    select: Annotated[
        tuple[str, ...] | None,
        option(
            "--select",
            metavar="RÈGLES",
            help="Seulement ces règles : CTG301, sans-pilote, ou CTG3 ; plusieurs avec des virgules.",
            aliases=("--choisir",),
        ),
    ] = None
    ignore: Annotated[
        tuple[str, ...],
        option("--ignore", metavar="RÈGLES", help="Toutes les règles sauf celles-ci.", aliases=("--sauf",)),
    ] = ()
    fail_on: Annotated[
        str | None,
        option(
            "--fail-on",
            metavar="GRAVITÉ",
            help="La gravité à partir de laquelle le code de retour est 1 : "
            f"{', '.join(_GRAVITES[:-1])} ou {_GRAVITES[-1]}.",
            aliases=("--échoue-sur",),
            words=tuple(Word(gravite, gravite.facts.synonyms) for gravite in Gravite),
        ),
    ] = None
    date: Annotated[str | None, shared.date("Le jour où le plan est jugé ; aujourd'hui par défaut.")] = None
    statistics: Annotated[
        bool,
        option(
            "--statistics",
            help="Affiche seulement combien de fois chaque règle a parlé.",
            aliases=("--statistiques",),
        ),
    ] = False
    baseline: Annotated[
        str | None,
        option(
            "--baseline",
            metavar="FICHIER",
            help="Ne montre que ce que cette référence n'a pas.",
            aliases=("--référence",),
        ),
    ] = None
    write_baseline: Annotated[
        bool,
        option(
            "--write-baseline",
            help="Écrit la référence : tout ce qui est trouvé aujourd'hui.",
            aliases=("--écrire-référence",),
        ),
    ] = False
    output_format: Annotated[str | None, shared.written_in("findings")] = None
    output: Annotated[str | None, shared.written_to("findings")] = None
    force: Force = False
    fix: Fix = False
    diff: ShowFix = False
    only_plans: OnlyPlans = False
    color: Color = "auto"


def lint(options: Options) -> int:
    """Prints or writes the findings of the plans and a summary; returns the exit status."""
    from ctgkit.app.bulk import each
    from ctgkit.app.checking.baseline import Baselines
    from ctgkit.app.checking.fixing import fix_all
    from ctgkit.app.checking.linting import (
        Tally,
        findings,
        jobs_of,
        outcome_of,
        print_statistics,
        rules_of,
        summary,
    )
    from ctgkit.app.checking.presenting import present, settled
    from ctgkit.app.command_line.values import day
    from ctgkit.app.documents.delivery import refuse
    from ctgkit.app.files.given import STDIN, find
    from ctgkit.lint.settings import Chosen
    from ctgkit.outputs import terminal

    today = day("--date", options.date)
    where = settled(options.output_format, options.output, options.color)
    _coherent(options)
    found = find(options.plans, only_plans=options.only_plans)
    refuse(where.target, found.paths, force=options.force)
    baselines = Baselines(options.baseline, writing=options.write_baseline, force=options.force)
    chosen = Chosen(options.select, options.ignore, options.fail_on)
    jobs = list(jobs_of(found.paths, chosen, today, baselines))
    made, problems = 0, list(found.problems)
    if options.diff or options.fix:
        by_path = {job.path: job for job in jobs}
        made, failed = fix_all(
            found.paths,
            lambda data, file: findings(data, file, by_path.get(file) or by_path[STDIN]),
            paint=terminal.paint(options.color) if options.diff else None,
        )
        problems += failed
    if options.diff:
        return terminal.complain(problems) or int(made > 0)
    tally = Tally()
    outcomes = tally.take(each(outcome_of, jobs, alone=STDIN in found.paths))
    if options.write_baseline or options.statistics:
        problems += [one for one in outcomes if isinstance(one, str)]
        if options.write_baseline:
            print(baselines.write(tally.known))
        else:
            print_statistics(tally)
        status = terminal.complain(problems)
        return status or (2 if tally.misused else int(options.statistics and tally.fails))
    totals = present(
        outcomes,
        where,
        "lint",
        lambda totals: summary(totals, tally, found, made, baselines.gone(tally.known)),
        problems=problems,
        rules=rules_of(jobs),
    )
    baselines.check(tally.known)
    if totals.problems or tally.misused:
        return 2
    return 1 if tally.fails else 0


def _coherent(options: Options) -> None:
    """Refuses options that do not go together.

    Raises:
        Misuse: with what to do.
    """
    if options.statistics and (options.output is not None or options.output_format is not None):
        raise Misuse("--statistics s'affiche seul : retirez --format et -o")
    if options.statistics and options.write_baseline:
        raise Misuse("--statistics et --write-baseline ne vont pas ensemble")
