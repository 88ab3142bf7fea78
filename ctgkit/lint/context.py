"""What rules look at: the plan, where it was written, and the day."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ctgkit.followup import SILENCE, FicheState, PlanState, state_of
from ctgkit.followup.periods import Lectures, lectures_of
from ctgkit.lint.facts.actors import Directory
from ctgkit.lint.facts.calendars import CalendarAt, calendars_of
from ctgkit.lint.facts.names import NameAt, names_of
from ctgkit.lint.facts.texts import TextAt, texts_of
from ctgkit.plan import Fiche, Plan, fiches
from ctgkit.plan.reading.comments import Comment
from ctgkit.plan.reading.nodes import Mapping, Path

if TYPE_CHECKING:
    from ctgkit.lint.suppressions import Suppression

_FIGURE = re.compile(r"\d")


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
    def numbered(self) -> tuple[TextAt, ...]:
        """The texts in which there is a figure; most have none."""
        return tuple(one for one in self.texts if _FIGURE.search(one.text))

    @cached_property
    def names(self) -> tuple[NameAt, ...]:
        """The pilots and partners that the fiches name, one by one, in document order."""
        return tuple(names_of(self.plan, self.fiches))

    @cached_property
    def directory(self) -> Directory:
        """The names that the plan declares, and which of those it uses are meant to be one."""
        return Directory(self.plan, self.names)

    @cached_property
    def calendars(self) -> tuple[CalendarAt, ...]:
        """Every calendar phrase of the fiches and their steps, where it stands, as it is understood."""
        return tuple(calendars_of(self._lectures, self.fiches))

    @cached_property
    def _lectures(self) -> Lectures:
        return lectures_of(self.plan)

    @cached_property
    def state(self) -> PlanState:
        """The state of the plan today, as the reports tell it."""
        return state_of(self.plan, self.today, lectures=self._lectures)

    def state_after(self, months: int) -> PlanState:
        """The same, where there is no news after so many months without any."""
        if months == SILENCE:
            return self.state
        return state_of(self.plan, self.today, months=months, lectures=self._lectures)

    @cached_property
    def followed(self) -> tuple[tuple[Fiche, FicheState], ...]:
        """The fiches, in document order, each with its state."""
        return tuple(zip(self.fiches, self.state.fiches, strict=True))

    @cached_property
    def _addresses(self) -> dict[Path, str]:
        return {fiche.chemin: fiche.adresse for fiche in self.fiches}

    def address(self, path: Path) -> str | None:
        """The address of the fiche that a path leads into."""
        addresses = self._addresses
        return next(
            (addresses[path[:end]] for end in range(len(path), 0, -1) if path[:end] in addresses), None
        )
