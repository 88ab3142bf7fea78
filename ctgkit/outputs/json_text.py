"""JSON as text: the same bytes for the same data, that no terminal obeys and no parser refuses."""

from __future__ import annotations

import json
import re
from typing import Any

#: What JSON may hold unescaped although a terminal obeys, hides or reorders it.
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def dumped(data: Any) -> str:
    """`data` as indented JSON, keys in their order, that ends in a newline.

    Halves of characters, which YAML escapes and file names may hold, are no text in any encoding:
    they become U+FFFD.
    """
    text = _SURROGATE.sub("\ufffd", json.dumps(data, ensure_ascii=False, indent=2))
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
