"""What is expected and how it is measured: indicators (CTG407) and results (CTG408)."""

import pytest

from tests.conftest import PLANS
from tests.lint.examples import rule_named, run
from tests.lint.spots import under, words


def real(plan: str, code: str) -> list[tuple[int, str]]:
    text = (PLANS / f"{plan}.yaml").read_text(encoding="utf-8")
    return under(list(run(text, rule_named(code)).findings), text)


def test_the_indicators_of_the_real_plans() -> None:
    # All indicators of both plans were read: these tell a wish, the others a count or a thing done.
    assert real("vie-et-boulogne", "CTG407") == []
    assert real("fier-et-usses", "CTG407") == [
        (241, "Mobilisation des professionnels et des familles dans le projet"),
        (509, "Impact sur les jeunes à N+1"),
        (582, "Mobilisation des acteurs"),
        (730, "Meilleur recours aux différentes structures existantes"),
        (844, "Pérennité de l'engagement bénévole"),
        (945, "Dynamique partenariale dans le repérage"),
        (988, "Qualité et pérennité des partenariats"),
        (1028, "Adaptation entre l'offre et les besoins des publics"),
        (1029, "Qualité et pérennité des partenariats développés"),
    ]


def test_the_results_of_the_real_plans() -> None:
    # The three other fiches d'engagement expect a plan of actions, which is what they are for.
    assert real("fier-et-usses", "CTG408") == []
    assert real("vie-et-boulogne", "CTG408") == [
        (1157, "Création d'un ou de plusieurs postes de chargé(e) de coopération territoriale"),
    ]


def points(key: str, *lines: str) -> str:
    return f"{key}:\n" + "".join(f"  - {line}\n" for line in lines)


@pytest.mark.parametrize(
    "line",
    [
        "Qualité de l'accueil",
        "La qualité de l’accueil",
        "Dynamique partenariale",
        "Rayonnement du territoire",
        "Bien-être des enfants",
        "Appropriation de la démarche par les équipes",
        "VISIBILITE DU SERVICE",
        "Meilleure coopération entre acteurs",
        "Implication des familles : parents, grands-parents",
        "Donner envie de s'installer en libéral, en découvrant la variété des spécialités",
        "Renforcer les liens entre professionnels",
        "Mieux accueillir les nouveaux habitants",
        "Se faire connaître de tous",
        "Simplifier les démarches",
        "Permettre aux parents de souffler",
        "Rompre l'isolement",
        "Développement de liens entre spécialités",
        "Intérêt pour les métiers du soin",
    ],
)
def test_indicators_that_cannot_be_measured(line: str) -> None:
    assert words("CTG407", points("indicateurs", f'"{line}"')) == [f'"{line}"']


@pytest.mark.parametrize(
    "line",
    [
        "Nombre de familles",
        "Qualité de l'accueil (enquête auprès des parents)",
        "Qualité de l'accueil - satisfaction des parents",
        "Impact sur la population, fréquentation des services",
        "Mobilisation de 12 bénévoles",
        "Implication des parents, oui/non",
        "Amélioration de 10 % du recours",
        "Mobilisation des partenaires et mise en place du comité",
        "Dynamique du réseau, création d'une association",
        "Évolution de la qualité",
        "Adaptation des locaux",
        "Projets coconstruits",
        "Le réseau existe-t-il",
        "Engagement de la démarche ?",
        "Organiser une journée des familles",
        "Recruter une coordinatrice",
        "Mettre en place un comité des parents",
        "Augmenter le nombre de places",
        "Étudier la faisabilité d'une enquête",
        "Mesurer l'isolement",
        "Calendrier tenu",
        "Atelier cuisine proposé",
        "Dossiers d'inscription",
        "Chantier jeunes",
        "Quartier couvert par le service",
        "Annuaire",
        "Partenaires signataires",
        "Plaisir des enfants",
    ],
)
def test_indicators_that_can(line: str) -> None:
    assert words("CTG407", points("indicateurs", f'"{line}"')) == []


def test_a_structured_indicator_is_measured() -> None:
    fragment = (
        "indicateurs:\n"
        "  - nom: Qualité de l'accueil\n    type: qualitatif\n"
        "  - nom: Visibilité du service\n    unite: visites\n"
        "  - nom: Implication des parents\n    cible:\n      date: 2027-12-31\n      valeur: 40\n"
        "  - nom: Cohérence des parcours\n"
        "etapes:\n  - titre: Préparer\n    indicateurs: Efficacité de la démarche\n"
    )
    assert words("CTG407", fragment) == ["Cohérence des parcours", "Efficacité de la démarche"]


@pytest.mark.parametrize(
    "line",
    [
        "Guide petite enfance réalisé",
        "Guide petite enfance réalisé et diffusé",
        "Création d'un flyer",
        "Organisation de 3 réunions",
        "Élaboration et diffusion d'un guide des modes d'accueil",
        "Un annuaire publié",
        "Mise en place d'un comité de pilotage",
        "Site internet mis en ligne",
        "Tableaux de bord annuels, fiches de suivi, rapport d'activité",
        "Bilans annuels et feuilles de présence",
        "Guide des modes d'accueil et annuaire des services",
        "Comptes rendus de réunion",
        "Un bilan annuel ; deux notes de synthèse.",
        "Feuille de route",
        "Diagnostic partagé, plan d'actions, cartographie",
        "Livrables : guide et annuaire",
        "Bilan quantitatif et qualitatif",
    ],
)
def test_deliverables(line: str) -> None:
    assert words("CTG408", points("resultats", line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Création de liens sociaux",
        "Création d'une dynamique intercommunale",
        "Mise en place de pratiques plus respectueuses de l'environnement",
        "Guide mieux connu des familles",
        "Création d'un guide pour que les parents connaissent leurs droits",
        "Développement de projets communs",
        "Diagnostic et enjeux",
        "Outils simples à utiliser",
        "Les familles utilisent l'annuaire",
        "Réunions moins longues",
        "Supports de communication lisibles",
        "Organisation plus souple des horaires",
        "Fiches de suivi, meilleure coordination",
        "Outils de communication lisibles par tous",
        "Réunions et familles plus nombreuses",
        "Plateforme connue des familles",
        "Formations adaptées aux horaires des assistantes maternelles",
    ],
)
def test_effects(line: str) -> None:
    assert words("CTG408", points("resultats", line)) == []


def test_deliverables_below_a_heading() -> None:
    fragment = "resultats:\n  - Avec la Caf :\n      - Guide réalisé\n      - Familles mieux informées\n"
    assert words("CTG408", fragment) == ["Guide réalisé"]
