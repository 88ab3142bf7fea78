"""The plan as its document presents it.

Sections with their labels, fiches with their own headings in the document's order,
cross-references resolved. A view: writers print it and compute nothing.
"""

from ctgkit.plan.references import Segment
from ctgkit.reports.fiches.build import build
from ctgkit.reports.fiches.view import (
    BilanView,
    DocumentView,
    EtapeView,
    FaitView,
    FicheView,
    PointView,
    RubriqueView,
    SectionView,
)

__all__ = [
    "BilanView",
    "DocumentView",
    "EtapeView",
    "FaitView",
    "FicheView",
    "PointView",
    "RubriqueView",
    "SectionView",
    "Segment",
    "build",
]
