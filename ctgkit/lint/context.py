"""What rules look at: the plan, where it was written, and the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ctgkit.lint.calendars import CalendarAt, calendars_of
from ctgkit.lint.texts import TextAt, texts_of
from ctgkit.model import Fiche, Plan, fiches
from ctgkit.source.comments import Comment
from ctgkit.source.nodes import Mapping, Path

if TYPE_CHECKING:
    from ctgkit.lint.suppressions import Suppression


@dataclass(frozen=True)
class Context:
    """One plan as rules see it. What several rules need is worked out once, when first asked for."""

    plan: Plan
    tree: Mapping  #: the plan as it was written, empty keys included
    today: date
    comments: tuple[Comment, ...] = ()  #: of the file, in order
    suppressions: tuple[Suppression, ...] = ()
    ran: frozenset[str] = field(default_factory=frozenset)  #: the codes of the rules of this run

    @cached_property
    def fiches(self) -> tuple[Fiche, ...]:
        """The fiches, in document order, each with the path that leads to it."""
        return fiches(self.plan)

    @cached_property
    def texts(self) -> tuple[TextAt, ...]:
        """Every text that somebody wrote, in the order of the model."""
        return tuple(texts_of(self.plan))

    @cached_property
    def calendars(self) -> tuple[CalendarAt, ...]:
        """Every calendar phrase of the fiches and their steps, as it is understood."""
        return tuple(calendars_of(self.plan, self.fiches))

    @cached_property
    def _addresses(self) -> dict[Path, str]:
        return {fiche.chemin: fiche.adresse for fiche in self.fiches}

    def address(self, path: Path) -> str | None:
        """The address of the fiche that a path leads into."""
        addresses = self._addresses
        return next(
            (addresses[path[:end]] for end in range(len(path), 0, -1) if path[:end] in addresses), None
        )
