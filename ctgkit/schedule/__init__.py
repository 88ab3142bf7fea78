"""Calendar phrases."""

from ctgkit.schedule.period import Bound, Contract, Lecture, Outside, Period, Recurrence, Unread, Words
from ctgkit.schedule.reading import of, read

__all__ = ["Bound", "Contract", "Lecture", "Outside", "Period", "Recurrence", "Unread", "Words", "of", "read"]
