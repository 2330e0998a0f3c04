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
    edits, added, gone = [], dict(told), []
    for node in listed.all("comment"):
        place = place_of(node.attributes.get("ref"))
        if _is_ours(data, node):
            edits.append(Edit(node.start, node.end, b""))
            if place is not None:
                gone.append(place)
        else:
            edits += _below(data, node, added.pop(place, None) if place is not None else None)
    names = [data[one.inner : one.inner_end].strip() for one in authors.all("author")]
    number = names.index(AUTHOR.encode()) if AUTHOR.encode() in names else len(names)
    if added and number == len(names):
        p = authors.prefix
        edits.append(append_to(data, authors, b"<%sauthor>%s</%sauthor>" % (p, escaped(AUTHOR), p)))
    fresh = [_comment(root.prefix, place, number, told[place]) for place in sorted(added)]
    if fresh:
        edits.append(append_to(data, listed, b"".join(fresh)))
    new = [place for place in sorted(added) if place not in gone]
    return Written(changed(data, edits), new, [place for place in gone if place not in added])


def _is_ours(data: bytes, node: Node) -> bool:
    """Whether a comment is ours from its first word; programs that save it may lose its author."""
    text = node.child("text")
    return text is not None and _text(data, text).lstrip().startswith(HEADING)


def _comment(p: bytes, place: Place, author: int, told: Told) -> bytes:
    return b'<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>' % (
        p, address_of(place).encode(), author, p, _runs(p, told), p, p,
    )  # fmt: skip


def _runs(p: bytes, told: Told, before: str = "") -> bytes:
    made, left = [_run(p, f"{before}{HEADING}", bold=True)], _LONGEST
    for heading, text in told:
        if left <= 0:
            made.append(_run(p, "\n… lihat lembar Perbaikan", bold=False))
            break
        left -= len(heading) + len(text)
        made.append(_run(p, f"\n{heading}\n", bold=True))
        made.append(_run(p, f"{text}\n", bold=False))
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
    edits, runs, plain = _without_ours(data, text)
    if told is None:
        return edits
    p = node.prefix
    new = _runs(p, told, "\n\n")
    if plain is not None:
        # Plain text and runs are not mixed by any program: the plain text becomes the first run.
        edits.append(Edit(plain.start, plain.start, b"<%sr>" % p))
        edits.append(Edit(plain.end, plain.end, b"</%sr>" % p + (b"" if runs else new)))
    if runs:
        edits.append(Edit(runs[-1].end, runs[-1].end, new))
    elif plain is None:
        edits.append(append_to(data, text, new))
    return edits


def _without_ours(data: bytes, text: Node) -> tuple[list[Edit], list[Node], Node | None]:
    """The changes that take our words out of a comment, the runs that are left, and its plain text."""
    plain, runs = text.child("t"), text.all("r")
    for number, run in enumerate(runs):
        for piece in run.all("t"):
            at = data.find(HEADING.encode(), piece.inner, piece.inner_end)
            if at < 0:
                continue
            rest = [Edit(one.start, one.end, b"") for one in runs[number + 1 :]]
            if data[piece.inner : at].replace(b"&#10;", b"").strip():
                return [Edit(at, piece.inner_end, b""), *rest], runs[: number + 1], plain
            return [Edit(run.start, run.end, b""), *rest], runs[:number], plain
    return [], runs, plain


def _text(data: bytes, node: Node) -> str:
    """The words of a comment as they are written in the part."""
    if node.name == "t":
        return data[node.inner : node.inner_end].decode("utf-8", "replace")
    return "".join(_text(data, one) for one in node.children if one.name in ("t", "r"))
