"""A document as data: what a writer of any format lays out, and knows nothing else of.

A document's facts (a view) are worded once into a :class:`~ctgkit.page.blocks.Page`; HTML, Markdown and the
formats to come write that page.
"""
