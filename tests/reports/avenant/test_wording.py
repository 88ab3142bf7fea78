"""The texts that face each other, and the sentences whose words depend on what is there: one by one."""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.page.writing import text_of
from ctgkit.plan import Financement, Indicateur, Periode
from ctgkit.plan.judge import judged
from ctgkit.plan.plan import Signataire
from ctgkit.plan.revision import Revision
from ctgkit.reports.avenant import ContexteView, FicheRef, LigneView, PartieView, SectionRef
from ctgkit.reports.avenant.naming import noun, of_several, quoted, section, thing
from ctgkit.reports.avenant.page import noticed, numbered, page
from ctgkit.reports.avenant.sentences import notice, party
from ctgkit.reports.avenant.view import Redaction
from ctgkit.reports.avenant.wording import subject, wording
from ctgkit.reports.fiches import EtapeView, PointView, RubriqueView, Segment
from ctgkit.reports.fiches.view import FaitView
from ctgkit.vocabulary.article import CodeArticle
from ctgkit.vocabulary.nature import NatureAction
from tests.reports.avenant.drafting import DAY
from tests.reports.avenant.test_documents import exemple_view

AXE = SectionRef("Axe", "1", "Jeunesse")
ACTION = FicheRef("1.2", "Ouvrir un lieu", NatureAction.ACTION, (AXE, SectionRef(None, None, "Écouter")))
PROMISE = FicheRef(None, "Écrire", NatureAction.ENGAGEMENT, (AXE,))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def point(text: str, *below: PointView) -> PointView:
    return PointView((Segment(text),), below)


WORDED: list[tuple[Redaction, str]] = [
    ("Un texte\nsur deux lignes", "Un texte\nsur deux lignes"),
    (date(2024, 3, 1), "1er mars 2024"),
    (Periode(debut=date(2023, 1, 1), fin=date(2027, 12, 31)), "2023-2027"),
    ((point("Seul"),), "Seul"),
    (
        (point("Un", point("dessous", point("encore")), point("aussi")), point("Deux")),
        "– Un\n– dessous\n  – encore\n– aussi\n– Deux",
    ),
    ((PointView((Segment("Dès 2027"),), (), date(2027, 3, 1)),), "Dès 2027 (à partir du 1er mars 2027)"),
    (Indicateur(nom="Places"), "Places"),
    (judged(Indicateur, {"nom": "Places", "sens": "hausse"}), "Places (à la hausse)"),
    (judged(Financement, {"montant": "500.5"}), "500,50 €"),
    (judged(Financement, {"annee": 2027, "montant": "12"}), "(2027) : 12 €"),
    (Financement(financeur="Caf", objet="Étude"), "Caf – Étude"),
    (Signataire(qualite="Gérant", structure="Les Exemples"), "Gérant, Les Exemples"),
    (
        Revision(article="9", comite=("calendrier", "etapes")),
        "article 9, le comité peut ajuster « Calendrier » et « Étapes »",
    ),
    (Revision(article="Article neuf"), "Article neuf"),
    (
        EtapeView(
            adresse="1:1",
            nom="Étape",
            id=None,
            numero=None,
            titre="Étudier",
            faits=(FaitView("priorite", "Priorité", "haute"),),
            rubriques=(
                RubriqueView("pilotes", "Pilote", (point("CCFU"),)),
                RubriqueView("publics", "Publics", (point("un"), point("deux"))),
            ),
            parties=(),
            indicateurs=(Indicateur(nom="Places"),),
            couts=(),
            cout=None,
            financements=(),
            total=None,
            contacts=(),
            suivi=(),
            bilans=(),
        ),
        "Étudier\nPriorité : haute\nPilote : CCFU\nPublics :\n– un\n– deux\nPlaces",
    ),
]


@pytest.mark.parametrize(("side", "told"), WORDED)
def test_each_kind_of_text_is_worded(side: Redaction, told: str) -> None:
    assert plain(wording(side)) == told


def test_an_indicator_is_told_with_its_values() -> None:
    values = {
        "reference": {"date": "2023-01-01", "valeur": "1"},
        "cible": {"date": "2028-12-31", "valeur": "40"},
    }
    one = judged(Indicateur, {"nom": "Places", "type": "quantitatif", "unite": "places", **values})
    assert plain(wording(one)).split("\n") == [
        "Places (quantitatif)",
        "Unité : places",
        "Référence : 1 place au 1er janvier 2023",
        "Cible : 40 places au 31 décembre 2028",
    ]


def test_what_a_line_is_about_is_said_with_what_it_is_in() -> None:
    step, text = ContexteView("etape", "Étudier"), ContexteView("point", "Un point")
    line = LigneView("calendrier", "Calendrier", "Calendrier", (step, text), None, None, ordre=True)
    assert plain(subject(line)) == "Calendrier (ordre), étape « Étudier », sous « Un point »"
    before = LigneView("texte", "Texte", None, (ContexteView("preambule", "Mot"),), None, None, fiche=ACTION)
    assert plain(subject(before)) == (
        "Fiche action 1.2 « Ouvrir un lieu » (Axe 1 – Jeunesse) – Texte liminaire « Mot »"
    )
    assert subject(LigneView("priorite", "Priorité", None, (), None, None)) == "Priorité"


def test_fiches_are_called_by_their_nature_where_they_have_one() -> None:
    assert [noun((ACTION,)), noun((ACTION, ACTION))] == ["fiche action", "fiches actions"]
    assert [noun((PROMISE,)), noun((PROMISE, PROMISE))] == ["fiche d'engagement", "fiches d'engagement"]
    assert of_several((ACTION, PROMISE)) == "de deux fiches"
    assert of_several((PROMISE,)) == "d'une fiche d'engagement"


def test_sections_are_named_by_what_they_have() -> None:
    named = [SectionRef("Axe", None, "A"), SectionRef(None, "2", "A"), SectionRef(None, None, "A")]
    assert [section(one) for one in named] == ["Axe – A", "2 – A", "A"]
    assert section(SectionRef("Axe", "1", "")) == "Axe 1"
    assert plain(thing(AXE, number=False)) == "section « Axe – Jeunesse »"
    assert quoted("« Lieu » ouvert") == "– « Lieu » ouvert"


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        (2, "Deux passages restent à compléter : ils sont signalés entre crochets."),
        (1, "Un passage reste à compléter : il est signalé entre crochets."),
        (0, "par les services juridiques des parties."),
        (None, "Les passages à compléter sont signalés entre crochets."),
    ],
)
def test_the_notice_tells_how_much_is_left_to_fill_in(missing: int | None, told: str) -> None:
    assert plain(text_of(notice(exemple_view(), DAY, missing))).endswith(told)


def test_the_notice_counts_what_the_page_still_holds() -> None:
    """Of the example: three seats, three decisions, and what the rest of the draft asks."""
    view = exemple_view()
    whole = page(view)
    without = whole._replace(sections=tuple(one for one in whole.sections if one.name != "parties"))
    for made, number in ((whole, "Dix"), (without, "Trois")):
        warned = noticed(made, view, DAY, counted=True).cover.notice
        assert warned is not None
        (said,) = warned.blocks
        assert f"{number} passages restent" in text_of(said.runs)  # type: ignore[union-attr]


def test_the_articles_that_are_asked_for_follow_each_other() -> None:
    view = exemple_view()
    found = numbered(view, ("effet", "parties", "retraits"))
    assert [(one.numero, one.cle) for one in found.articles] == [
        (1, CodeArticle.EFFET),
        (2, CodeArticle.RETRAITS),
    ]
    assert numbered(view, None) is view


def test_a_party_without_a_name_or_of_unknown_gender_is_told() -> None:
    todo = "[à compléter : prénom, nom et qualité]"
    unknown = party(PartieView(None, None, elision=False, signataires=()))
    assert plain(text_of(unknown)).startswith("[à compléter : nom de la structure], dont le siège")
    assert f"ayant pour signataire {todo}, en vertu de" in plain(text_of(unknown))
    lone = party(PartieView("Association A", "f", elision=True, signataires=(Signataire(nom="A. B"),)))
    assert plain(text_of(lone)).startswith("L'Association A, dont le siège")
    assert ", représentée par A. B, en vertu de " in plain(text_of(lone))
