"""The comments of a sheet: ours beside those of the office, whose words stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.outputs.marking.parts import (
    Edit,
    Node,
    NotPatchable,
    append_to,
    changed,
    escaped,
    parse,
    plain_text,
)
from flows.outputs.marking.places import Place, address_of, place_of

AUTHOR = "Rekap IKM"
HEADING = f"[{AUTHOR}]"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_LONGEST = 30_000
_FACE = b'<%ssz val="9"/><%scolor indexed="81"/><%srFont val="Tahoma"/><%sfamily val="2"/>'

#: What is said about one cell: bold heading and text, in turn.
Told = list[tuple[str, str]]


@dataclass(slots=True)
class Written:
    """The part after the change; which cells got a comment that had none, and which have none any more."""

    data: bytes
    added: list[Place] = field(default_factory=list)
    gone: list[Place] = field(default_factory=list)


def empty(space: str) -> bytes:
    return (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<comments xmlns="%s"><authors></authors><commentList></commentList></comments>' % space.encode()
    )


def write_comments(data: bytes, told: Mapping[Place, Told]) -> Written:
    """Say ``told`` in the comments part ``data``; what an earlier reply of ours said there is taken away.

    A comment of the office keeps its words, ours stand below them. Raises NotPatchable.
    """
    root = parse(data)
    authors, listed = root.child("authors"), root.child("commentList")
    if authors is None or listed is None:
        raise NotPatchable("comments without a list")
    names = ["".join(_text(data, one)) for one in authors.all("author")]
    ours = {str(number) for number, name in enumerate(names) if name.strip() == AUTHOR}
    edits, added, gone = [], dict(told), []
    for node in listed.all("comment"):
        place = place_of(node.attributes.get("ref"))
        if node.attributes.get("authorId") in ours:
            edits.append(Edit(node.start, node.end, b""))
            if place is not None:
                gone.append(place)
            continue
        edits += _below(data, node, added.pop(place, None) if place is not None else None)
    number = int(min(ours, key=int)) if ours else len(names)
    if added and not ours:
        p = authors.prefix
        edits.append(append_to(data, authors, b"<%sauthor>%s</%sauthor>" % (p, escaped(AUTHOR), p)))
    fresh = [_comment(root.prefix, place, number, told[place]) for place in sorted(added)]
    if fresh:
        edits.append(append_to(data, listed, b"".join(fresh)))
    still = set(added)
    new = [place for place in sorted(added) if place not in gone]
    return Written(changed(data, edits), new, [place for place in gone if place not in still])


def _comment(p: bytes, place: Place, author: int, told: Told) -> bytes:
    return b'<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>' % (
        p, address_of(place).encode(), author, p, _runs(p, told), p, p,
    )  # fmt: skip


def _runs(p: bytes, told: Told, lead: str = "") -> bytes:
    made, left = [], _LONGEST
    if lead:
        made.append(_run(p, lead, bold=True))
    for number, (heading, text) in enumerate(told):
        if left <= 0:
            made.append(_run(p, "\n\n… lihat lembar Perbaikan", bold=False))
            break
        left -= len(heading) + len(text)
        made.append(_run(p, ("\n\n" if number else "") + heading + "\n", bold=True))
        made.append(_run(p, text, bold=False))
    return b"".join(made)


def _run(p: bytes, text: str, bold: bool) -> bytes:
    face = (b"<%sb/>" % p if bold else b"") + _FACE % (p, p, p, p)
    words = escaped(plain_text(text, _LONGEST))
    return b'<%sr><%srPr>%s</%srPr><%st xml:space="preserve">%s</%st></%sr>' % (p, p, face, p, p, words, p, p)


def _below(data: bytes, node: Node, told: Told | None) -> list[Edit]:
    """Our words below those of the office; what we said there before goes."""
    text = node.child("text")
    if text is None:
        raise NotPatchable("a comment without text")
    runs = text.all("r")
    old = next((n for n, one in enumerate(runs) if "".join(_text(data, one)).strip() == HEADING), None)
    edits = [Edit(one.start, one.end, b"") for one in runs[old:]] if old is not None else []
    if told is None:
        return edits
    p = node.prefix
    new = _runs(p, told, lead=f"\n\n{HEADING}\n")
    plain = text.child("t")
    if plain is not None:
        # Plain text and runs are not mixed by any program: the plain text becomes the first run.
        edits.append(Edit(plain.start, plain.start, b"<%sr>" % p))
        edits.append(Edit(plain.end, plain.end, b"</%sr>" % p + (b"" if runs else new)))
    if runs:
        edits.append(Edit(runs[-1].end, runs[-1].end, new))
    elif plain is None:
        edits.append(append_to(data, text, new))
    return edits


def _text(data: bytes, node: Node) -> list[str]:
    """The texts of an element: its own where it is an author, else those of its ``t``."""
    if not node.children:
        return [data[node.inner : node.inner_end].decode("utf-8", "replace")]
    return [part for one in node.children if one.name in ("t", "r") for part in _text(data, one)]
