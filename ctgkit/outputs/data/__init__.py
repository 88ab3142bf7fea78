"""Views as others read them: as JSON, with its schema, and with the French of every name in them."""
