"""The plan as its document presents it.

Sections with their labels, fiches with their own headings in the document's order,
cross-references resolved. A view: writers print it and compute nothing.
"""

from ctgkit.document.build import build
from ctgkit.document.view import (
    DocumentView,
    EtapeView,
    FicheView,
    PointView,
    RubriqueView,
    SectionView,
    Segment,
)

__all__ = [
    "DocumentView",
    "EtapeView",
    "FicheView",
    "PointView",
    "RubriqueView",
    "SectionView",
    "Segment",
    "build",
]
