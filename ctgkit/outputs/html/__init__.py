"""A page → HTML: `templates/document.html`, `partie.html` and `blocs.html`, and what they ask of blocks."""
