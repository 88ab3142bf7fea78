"""A page → Markdown: `templates/document.md`, `partie.md` and `blocs.md`, and what they ask of blocks."""
