"""Bytes → :class:`~ctgkit.plan.Plan` with the place of every key and value, or findings."""

from ctgkit.plan.reading.limits import MAX_BYTES
from ctgkit.plan.reading.reading import Reading, read

__all__ = ["MAX_BYTES", "Reading", "read"]
