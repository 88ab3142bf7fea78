"""The avenant that the changes between two plans take, as a view."""

from ctgkit.reports.avenant.draft import draft
from ctgkit.reports.avenant.view import (
    ArticleView,
    AvenantView,
    ContexteView,
    DeplacementView,
    FicheRef,
    FichesView,
    GroupeView,
    LigneView,
    ModificationView,
    NumeroView,
    PartieView,
    SectionRef,
    SectionTexteView,
)

__all__ = [
    "ArticleView",
    "AvenantView",
    "ContexteView",
    "DeplacementView",
    "FicheRef",
    "FichesView",
    "GroupeView",
    "LigneView",
    "ModificationView",
    "NumeroView",
    "PartieView",
    "SectionRef",
    "SectionTexteView",
    "draft",
]
