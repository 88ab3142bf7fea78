"""The avenant that the changes between two plans take, as a view. Templates word it."""

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
    RedactionView,
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
    "RedactionView",
    "SectionRef",
    "SectionTexteView",
    "draft",
]
