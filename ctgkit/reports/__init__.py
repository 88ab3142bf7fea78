"""One folder a document: its facts, and its words."""
