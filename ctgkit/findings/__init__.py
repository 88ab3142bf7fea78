"""Findings: what ctgkit has to say about a place in a file, and one writer per output format."""

from ctgkit.findings.finding import Code, Finding, Place, Related, Severity, Splice

__all__ = ["Code", "Finding", "Place", "Related", "Severity", "Splice"]
