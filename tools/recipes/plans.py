"""A plan to put new things in."""

_HEAD = """\
format: 1
titre: Plan d'essai
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
"""
_FICHE = """\
axes:
  - id: accueil
    titre: Accueil
    actions:
      - numero: 1.1
        titre: Ouvrir un lieu aux familles
"""
#: A day in its contract.
DAY = ("--date", "2026-02-01")


def plan(fiche: str = "", head: str = "") -> str:
    """A small plan that has these lines in its head, and whose only fiche has those."""
    return _HEAD + head + _FICHE + "".join(f"        {line}\n" for line in fiche.splitlines())
