"""A page, a table or data → a format."""
