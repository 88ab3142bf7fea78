"""What follow-up is made of: where it comes from, and what of it does not count."""

from __future__ import annotations

from ctgkit.vocabulary.terme import Terme, Words


class Provenance(Terme, noun=("une provenance", "provenances")):
    """Where a status, a progress or a calendar was taken from."""

    JOURNAL = Words(word="journal", meaning="Une entrée du journal l'a dit.")
    STATUT = Words(
        word="statut",
        meaning="Le statut le dit\u00a0: «\u00a0réalisée\u00a0» vaut 100\u00a0%,"
        " «\u00a0à venir\u00a0» 0\u00a0%.",
    )
    ETAPES = Words(word="etapes", meaning="Les étapes le font ensemble.")


class SorteDonnee(Terme, noun=("une sorte de donnée", "sortes de données")):
    """What is noted of a fiche, day after day."""

    ENTREE = Words(word="entree", one="entrée", many="entrées", meaning="Une entrée du journal.")
    MESURE = Words(word="mesure", many="mesures", meaning="Une mesure d'un indicateur.")
    BILAN = Words(word="bilan", many="bilans", meaning="Un bilan.")


class Motif(Terme, noun=("un motif", "motifs")):
    """Why something is not counted."""

    APRES = Words(word="apres", meaning="Elle est datée après le jour de l'état.")
    AVANT = Words(word="avant", meaning="Elle est datée avant la convention.")
