"""Bytes → :class:`~ctgkit.model.Plan` with the place of every key and value, or findings."""

from ctgkit.source.limits import MAX_BYTES
from ctgkit.source.reading import Reading, read

__all__ = ["MAX_BYTES", "Reading", "read"]
