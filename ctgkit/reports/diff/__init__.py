"""What changed between two versions of a plan, in French sentences: one view for every writer."""

from ctgkit.reports.diff.building import Read, Scope, tell
from ctgkit.reports.diff.view import Group, Line, Locate, Part, Position, Told, Version, View

__all__ = ["Group", "Line", "Locate", "Part", "Position", "Read", "Scope", "Told", "Version", "View", "tell"]
