"""The sections of the report over territories: its facts → its blocks."""
