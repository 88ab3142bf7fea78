"""A plan to put new things in."""

_HEAD = """\
format: 1
titre: Plan d'essai
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
axes:
  - id: accueil
    titre: Accueil
    actions:
      - numero: 1.1
        titre: Ouvrir un lieu aux familles
"""


def plan(fiche: str = "") -> str:
    """A small plan, whose only fiche has these lines."""
    return _HEAD + "".join(f"        {line}\n" for line in fiche.splitlines())
