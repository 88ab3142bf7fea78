"""The sections of the report to the steering committee, one a module: its facts → its blocks."""
