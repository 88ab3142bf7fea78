"""Findings: of one plan or many, in their format, mended, or against another version."""
