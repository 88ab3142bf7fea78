"""The closed lists: each member is an object that carries its words and its facts.

A member is a text too: the word of the plan file, or the code of a view's JSON. Elsewhere in ctgkit no text
of a member is written: code asks for the member, or better, for one of its facts (`statut.facts.closed`),
and whoever words something asks for its words. What a new member needs is said here, and nowhere else.
"""
