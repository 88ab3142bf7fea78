"""The exception that stops one pass over a file, and tells how to start the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.plan.reading.remedy import could_be_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctgkit.plan.finding import Finding
    from ctgkit.plan.reading.draft import Draft, Edit


class Broken(Exception):  # noqa: N818  (the file is at fault, not ctgkit)
    """The file cannot be read further as it stands."""

    def __init__(
        self, finding: Finding, edits: Sequence[Edit] = (), *, lossy: bool = False, certain: bool = False
    ) -> None:
        """`edits` mend the working copy so that reading can go on; without any, it ends there.

        `lossy` ones leave a line out: what is then missing around it is nobody's mistake. `certain`
        ones are what the writer of the file would type: they can be made in the file too.
        """
        super().__init__(finding.message)
        self.finding = finding
        self.edits = tuple(edits)
        self.lossy = lossy
        self.certain = certain
        #: The other lines of the same mistake, each with its own finding.
        self.also: tuple[Broken, ...] = ()

    def told(self, draft: Draft) -> Finding:
        """The finding, with its fix where that is certain; to be asked before `draft` is mended.

        A line that could be a key is never joined to the one above.
        """
        joined = (draft.lines[edit.line] for edit in self.edits[1:])
        if not self.certain or any(map(could_be_key, joined)):
            return self.finding
        return self.finding._replace(fix=draft.splices(self.edits))
