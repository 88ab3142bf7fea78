"""Markdown read back by a parser that knows nothing of the templates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt, presets
from markdown_it.token import Token

#: CommonMark, where tables are lines of text, and the Markdown of GitHub and GitLab: tables, strikethrough,
#: and in the newer preset task lists and alerts.
READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "gfm": MarkdownIt("gfm-like2" if hasattr(presets, "gfm_like2") else "gfm-like", {"linkify": False}),
}
_ANCHOR = re.compile(r'<a id="([^"]*)">')


class Node(NamedTuple):
    """A piece of structure, or a run of text; line breaks (`<br>`) are part of the text around them."""

    kind: str
    tag: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""


#: What is emphasised by tags, where marks would not count, is so all the same.
_STRONG = {"<strong>": Node("strong_open", "strong**"), "</strong>": Node("strong_close", "strong**")}


@lru_cache(maxsize=8)
def nodes(markdown: str, reader: str) -> list[Node]:
    """What the parser called `reader` sees, with anchors by rank."""
    tokens = [
        one
        for token in READERS[reader].parse(markdown)
        for one in (token.children if token.children is not None else [token])
    ]
    anchors = [
        found[1]
        for token in tokens
        if token.type == "html_inline" and (found := _ANCHOR.fullmatch(token.content))
    ]
    assert len(anchors) == len(set(anchors))
    ranks = {f"#{anchor}": f"<{rank}>" for rank, anchor in enumerate(anchors)}
    flat: list[Node] = []
    for token in tokens:
        node = _node(token, ranks)
        if node.kind == "text" and flat and flat[-1].kind == "text":
            node = node._replace(text=flat.pop().text + node.text)
        if node.text or node.kind != "text":
            flat.append(node)
    return flat


def _node(token: Token, ranks: dict[str, str]) -> Node:
    if token.type == "text":
        return Node("text", text=token.content)
    if token.type == "html_inline" and token.content == "<br>":
        return Node("text", text="\n")
    if token.type == "html_inline" and _ANCHOR.fullmatch(token.content):
        return Node("anchor")
    if token.type == "html_inline" and (strong := _STRONG.get(token.content)):
        return strong
    attributes = tuple(
        (key, ranks[unquote(str(value))] if key == "href" else str(value))
        for key, value in sorted(token.attrs.items())
    )
    return Node(token.type, f"{token.tag}{token.markup}", attributes, token.content)
