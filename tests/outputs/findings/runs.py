"""Runs to write: one of everything a finding may have, and whatever text hypothesis thinks of."""

import os

from hypothesis import strategies as st

from ctgkit.outputs.findings.run import Checked, RuleInfo, Run
from ctgkit.plan.finding import Code, Finding, Place, Related, Splice
from ctgkit.vocabulary.gravite import Gravite

FILE = "plans/plan à moi.yaml"
LINES = ("titre: Plan", "caf: <Caf> & Cie", "  nom: deux mots", "nom: deux mots")
CAF = Code("CTG999", "caf-inventee")
NAME = Code("CTG998", "nom-en-double")

ALL = Finding(
    FILE,
    Place(2, 6, 2, 17),
    CAF,
    "la Caf «\u00a0<Caf> & Cie\u00a0» n'existe pas",
    hint="écrivez\u00a0: Caf: 100 %, de\nVendée",
    severity=Gravite.ERREUR,
    address="petite-enfance/1.1",
    related=(Related(Place(1, 8, 1, 12), "titre ici"),),
    fix=(Splice(Place(2, 6, 2, 17), '"Caf"'), Splice(Place(3, 1, 3, 3), "")),
)
#: From one line to the next.
SPREAD = Finding(FILE, Place(3, 3, 4, 15), NAME, "nom en double", severity=Gravite.ALERTE)
NOTE = Finding(FILE, Place(4, 1, 4, 1), NAME, "rien d'autre", severity=Gravite.REMARQUE)
CLEAN = "plans/propre.yaml"


def run(*findings: Finding, lines: tuple[str, ...] = LINES, rules: tuple[RuleInfo, ...] = ()) -> Run:
    """A run over a file with findings, a file without, and one that could not be read."""
    return Run(
        "validate",
        "1.2.3",
        (Checked(FILE, findings, lines, 3, FILE), Checked(CLEAN, (), (), 4, CLEAN)),
        ("absent.yaml : fichier introuvable",),
        rules,
    )


WHOLE = run(ALL, SPREAD, NOTE)
NOTHING = Run("lint", "1.2.3", ())

#: Anything, with more than its share of what some format cannot hold.
_ODD = st.sampled_from("\0\x1b\x9b\r\n\t\u202e\ud83d\ufffe]>&<\"'%:,«»")
TEXTS = st.text(st.characters(exclude_categories=()) | _ODD)
#: What a system may call a file: any bytes, whatever the encoding.
_NAMES = st.binary(min_size=1).map(lambda name: os.fsdecode(name.replace(b"\0", b" ").lstrip(b"/") or b"x"))
_PLACES = st.builds(
    lambda line, column, lines, columns: Place(line, column, line + lines, column + columns),
    *(st.integers(1, 5), st.integers(1, 9), st.integers(0, 2), st.integers(0, 9)),
)
_SEVERITIES: st.SearchStrategy[Gravite] = st.sampled_from(Gravite)
FINDINGS = st.builds(
    Finding,
    file=TEXTS,
    place=_PLACES,
    code=st.sampled_from((CAF, NAME)),
    message=TEXTS,
    hint=st.none() | TEXTS,
    severity=_SEVERITIES,
    address=st.none() | TEXTS,
    related=st.lists(st.builds(Related, _PLACES, TEXTS), max_size=2).map(tuple),
    fix=st.lists(st.builds(Splice, _PLACES, TEXTS), max_size=2).map(tuple),
)
_CHECKED = st.builds(
    Checked,
    file=_NAMES,
    findings=st.lists(FINDINGS, max_size=3).map(tuple),
    lines=st.lists(TEXTS, max_size=4).map(tuple),
    fiches=st.integers(0, 9),
    path=st.none() | _NAMES,
)
RUNS = st.builds(
    Run,
    command=st.sampled_from(("validate", "lint")),
    version=st.just("1.2.3"),
    checked=st.lists(_CHECKED, max_size=3, unique_by=lambda checked: checked.path or checked.file).map(tuple),
    problems=st.lists(TEXTS, max_size=2).map(tuple),
    rules=st.lists(st.builds(RuleInfo, st.just(CAF), _SEVERITIES, TEXTS, TEXTS), max_size=1).map(tuple),
)
