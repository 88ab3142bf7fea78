"""The picture of the report in the documentation: it shows the report as it is now."""

import html
import re
import struct
import zlib

import pytest
from markdown_it import MarkdownIt

from tests.conftest import ROOT
from tests.outputs.templates.markup import Page
from tools.picture import DIGEST, PICTURE, digest, page
from tools.png import reduced, size, texts

#: The lines of a picture as they are, then as the filters of the PNG standard leave them, one each.
PIXELS = [
    [(10, 20, 30), (40, 50, 60)],
    [(11, 21, 31), (43, 53, 63)],  # Sub: minus the pixel on the left
    [(12, 25, 35), (40, 50, 60)],  # Up: minus the pixel above
    [(20, 30, 40), (50, 60, 70)],  # Average: minus half of both
    [(22, 32, 42), (51, 62, 72)],  # Paeth: minus the nearest of left, above and the one above left
]
FILTERED = [
    [0, 10, 20, 30, 40, 50, 60],
    [1, 11, 21, 31, 32, 32, 32],
    [2, 1, 4, 4, 253, 253, 253],
    [3, 14, 18, 23, 20, 20, 20],
    [4, 2, 2, 2, 1, 2, 2],
]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def chunks(png: bytes) -> dict[bytes, bytes]:
    """The chunks of a file, each by its name; what is wrong in one fails here."""
    found, rest = {}, png[8:]
    while rest:
        length, kind = struct.unpack(">I4s", rest[:8])
        found[kind] = rest[8 : 8 + length]
        assert rest[: 12 + length] == chunk(kind, found[kind])
        rest = rest[12 + length :]
    return found


def small(colours: int = 2) -> bytes:
    head = struct.pack(">IIBBBBB", 2, 5, 8, colours, 0, 0, 0)
    data = zlib.compress(bytes(value for line in FILTERED for value in line))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.tool
def test_the_picture_shows_the_report_as_it_is_now() -> None:
    kept = texts(PICTURE.read_bytes())[DIGEST]
    assert kept == digest(page()), "the report has changed: python -m tools.picture"


@pytest.mark.tool
def test_the_digest_is_that_of_the_page_whatever_the_version() -> None:
    one = page()
    assert digest(one) == digest(re.sub(r'content="ctgkit [^"]*', 'content="ctgkit 9.9', one, count=1))
    assert digest(one) != digest(one.replace("Pont-Inventé", "Pont-Trouvé", 1))


def test_the_picture_is_wide_enough_and_modest() -> None:
    data = PICTURE.read_bytes()
    width, height = size(data)
    assert width == 1200
    assert 600 < height < 2400
    assert len(data) < 200_000
    inside = chunks(data)
    assert len(zlib.decompress(inside[b"IDAT"])) == height * (width + 1)
    assert len(inside[b"PLTE"]) <= 256 * 3


@pytest.mark.tool
@pytest.mark.parametrize("name", ["README.md", "docs/guide.md"])
def test_the_picture_is_shown_and_told(name: str) -> None:
    tokens = MarkdownIt("commonmark").parse((ROOT / name).read_text(encoding="utf-8"))
    shown = Page("".join(token.content for token in tokens if token.type == "html_block"))
    (image,) = (dict(node.attributes) for node in shown.nodes if node.name == "img")
    assert (ROOT / name).parent / image["src"] == PICTURE
    # What the words for those who do not see it quote is in the report.
    quoted = re.findall("«\u00a0(.*?)\u00a0»", image["alt"])
    assert len(quoted) > 3
    text = html.unescape(page()).replace("\u00a0", " ")
    assert [words for words in quoted if words.replace("\u00a0", " ") not in text] == []


def test_a_picture_keeps_its_pixels_and_words() -> None:
    inside = chunks(reduced(small(), {"Titre": "Un rapport", "Autre": "é"}))
    assert inside[b"IHDR"] == struct.pack(">IIBBBBB", 2, 5, 8, 3, 0, 0, 0)
    palette = [tuple(inside[b"PLTE"][start : start + 3]) for start in range(0, len(inside[b"PLTE"]), 3)]
    data = zlib.decompress(inside[b"IDAT"])
    lines = [data[start : start + 3] for start in range(0, len(data), 3)]
    assert [[palette[place] for place in line[1:]] for line in lines] == PIXELS
    assert {line[0] for line in lines} == {0}
    assert texts(reduced(small(), {"Titre": "Un rapport", "Autre": "é"})) == {
        "Titre": "Un rapport",
        "Autre": "é",
    }


def test_a_picture_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="24 bits"):
        reduced(small(colours=6), {})
