"""HTML read back by a parser that knows nothing of the templates."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"meta", "br", "col"}
_REFERS = {"id", "href", "aria-labelledby"}
_CSS_STRING = re.compile(r'"((?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*)"')
_CSS_ESCAPE = re.compile(r"\\([0-9a-f]{1,6}) ")


def spaced(text: str) -> str:
    """`text` as a keyboard types it: plain spaces and apostrophes."""
    return text.replace("\u00a0", " ").replace("\u2019", "'")


def bare(text: str) -> str:
    """`text` without what typography changes, which is the business of other tests."""
    return spaced(text).replace(" ", "")


class Node(NamedTuple):
    """A tag, or a run of text; line breaks (`<br>`) are part of the text around them."""

    kind: str  #: `open`, `close` or `text`
    name: str  #: the tag, or the text
    attributes: tuple[tuple[str, str], ...] = ()
    inside: tuple[str, ...] = ()  #: the elements around, outermost first: `main`, `p.path`


class Page(HTMLParser):
    """The nodes of a page, in order, and what HTML holds besides: comments, declarations.

    Args:
        html: the page.
        line_break: what stands for `<br>` in texts.
    """

    def __init__(self, html: str, line_break: str = "\n") -> None:
        super().__init__(convert_charrefs=True)
        self.line_break = line_break
        self.nodes: list[Node] = []
        self.others: list[str] = []
        self.stack: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            assert not attrs
            self._text(self.line_break)
            return
        self.nodes.append(Node("open", tag, tuple((k, v or "") for k, v in attrs), tuple(self.stack)))
        if tag not in VOID:
            self.stack.append(".".join([tag, *(dict(attrs).get("class") or "").split()]))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().partition(".")[0] == tag, f"</{tag}> closes nothing that is open"
        self.nodes.append(Node("close", tag, (), tuple(self.stack)))

    def handle_data(self, data: str) -> None:
        self._text(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)

    def _text(self, text: str) -> None:
        if self.nodes and self.nodes[-1].kind == "text":
            text = self.nodes.pop().name + text
        self.nodes.append(Node("text", text, (), tuple(self.stack)))

    def text(self, tag: str) -> str:
        """All the text in the elements `tag`."""
        return "".join(node.name for node in self.nodes if node.kind == "text" and tag in node.inside)

    def values(self, attribute: str) -> list[str]:
        """The values of an attribute, in order."""
        return [value for node in self.nodes for key, value in node.attributes if key == attribute]


def shape(page: Page) -> list[Node]:
    """The nodes with anchors by rank, so that pages with other addresses compare."""
    ranks = {value: f"<{rank}>" for rank, value in enumerate(page.values("id"))}
    return [
        node._replace(
            attributes=tuple(
                (key, re.sub(r"[^#\s]+", lambda word: ranks[word[0]], value) if key in _REFERS else value)
                for key, value in node.attributes
            )
        )
        for node in page.nodes
    ]


def css_strings(style: str) -> tuple[str, list[str]]:
    """A style sheet without its strings, and the strings as CSS reads them."""
    strings = [_CSS_ESCAPE.sub(lambda code: chr(int(code[1], 16)), one) for one in _CSS_STRING.findall(style)]
    return _CSS_STRING.sub('""', style), strings
