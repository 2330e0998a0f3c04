"""Fill a Word template: ``{{placeholders}}`` and one table row that is repeated. All else stays byte for byte.

Word cuts a text into runs wherever it was edited, also inside a placeholder, so that the texts of a paragraph
are looked at together. The XML is changed in place: a parser that writes it anew would rename its prefixes.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple
from xml.parsers import expat

from flows.outputs.unseen import without_unseen

LARGEST = 20_000_000
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_TOKENS = re.compile(
    r"<w:p(?=[\s>])[^>]*(?<!/)>|</w:p>|<w:t(?:\s[^>]*)?(?<!/)>(?P<text>[^<]*)</w:t>", re.DOTALL
)
_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class TemplateFault(Exception):
    """The template cannot be used; ``key`` names the message."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Filled(NamedTuple):
    """The document, and the placeholders of the template that nobody knows."""

    data: bytes
    unknown: tuple[str, ...]


def fill(template: bytes, words: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> Filled:
    """The template with ``words`` in it; a table row that names a key of ``rows`` stands once for each of them.

    Raises :class:`TemplateFault` for what is no Word document or would be none when filled.
    """
    unknown: dict[str, None] = {}
    row_words = {name for row in rows for name in row} or {"no", "temuan", "jumlah", "sel", "cara"}
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as source, zipfile.ZipFile(target, "w") as made:
            if sum(one.file_size for one in source.infolist()) > LARGEST:
                raise TemplateFault("template.too_large")
            if "word/document.xml" not in source.namelist():
                raise TemplateFault("template.no_document")
            for part in source.infolist():
                data = source.read(part)
                if _PARTS.fullmatch(part.filename):
                    data = _filled(data, words, rows, row_words, unknown)
                made.writestr(part, data, zipfile.ZIP_DEFLATED)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as problem:
        raise TemplateFault("template.no_document") from problem
    return Filled(target.getvalue(), tuple(unknown))


def _filled(
    data: bytes,
    words: Mapping[str, str],
    rows: Sequence[Mapping[str, str]],
    row_words: set[str],
    unknown: dict[str, None],
) -> bytes:
    text = _whole_placeholders(data.decode("utf-8"))
    text = _repeated(text, rows, row_words)
    text = _replaced(text, words, unknown)
    made = text.encode("utf-8")
    _assert_sound(made)
    return made


def _whole_placeholders(text: str) -> str:
    """Every placeholder that runs over several texts of a paragraph is put into the first of them."""
    edits: list[tuple[int, int, str]] = []
    open_paragraphs: list[list[re.Match[str]]] = []
    for token in _TOKENS.finditer(text):
        if token["text"] is not None:
            if open_paragraphs:
                open_paragraphs[-1].append(token)
        elif token[0].startswith("</"):
            edits += _gathered(open_paragraphs.pop()) if open_paragraphs else []
        else:
            open_paragraphs.append([])
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _gathered(texts: Sequence[re.Match[str]]) -> list[tuple[int, int, str]]:
    pieces = [one["text"] for one in texts]
    joined = "".join(pieces)
    owner = [place for place, piece in enumerate(pieces) for _ in piece]
    for found in _PLACEHOLDER.finditer(joined):
        owner[found.start() : found.end()] = [owner[found.start()]] * len(found[0])
    return [
        # Without the attribute Word drops the blanks at both ends.
        (texts[place].start(), texts[place].end("text"), f'<w:t xml:space="preserve">{made}')
        for place, piece in enumerate(pieces)
        if (made := "".join(sign for sign, of in zip(joined, owner, strict=True) if of == place)) != piece
    ]


def _repeated(text: str, rows: Sequence[Mapping[str, str]], row_words: set[str]) -> str:
    names = "|".join(sorted(row_words))
    marked = re.compile(
        rf"<w:tr(?=[\s>])(?:(?!<w:tr[\s>]).)*?\{{\{{\s*(?:{names})\s*\}}\}}.*?</w:tr>", re.DOTALL
    )

    def copies(found: re.Match[str]) -> str:
        return "".join(_replaced(found[0], row, None) for row in rows)

    return marked.sub(copies, text)


def _replaced(text: str, words: Mapping[str, str], unknown: dict[str, None] | None) -> str:
    def word(found: re.Match[str]) -> str:
        if found[1] not in words:
            if unknown is not None:
                unknown[found[1]] = None
            return found[0]
        lines = [
            escape(without_unseen(line).replace("\r", ""), quote=False)
            for line in words[found[1]].split("\n")
        ]
        return '</w:t><w:br/><w:t xml:space="preserve">'.join(lines)

    return _PLACEHOLDER.sub(word, text)


def _assert_sound(data: bytes) -> None:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise TemplateFault("template.no_document")
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as problem:
        raise TemplateFault("template.broken") from problem
