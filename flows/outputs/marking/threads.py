"""Comments that people answer: Excel shows the conversation and not its copy among the plain comments, so what we say
about such a cell is also an answer in its conversation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from flows.outputs.marking.comments import AUTHOR, Told
from flows.outputs.marking.parts import Edit, append_to, attribute_text, changed, escaped, parse
from flows.outputs.marking.places import Place, place_of

_PERSON = str(uuid5(NAMESPACE_URL, AUTHOR)).upper()
PERSON = f"{{{_PERSON}}}"


def write_person(data: bytes) -> bytes:
    """The list of people with us in it."""
    root = parse(data)
    if any(one.attributes.get("id") == PERSON for one in root.children):
        return data
    new = b'<%sperson displayName="%s" id="%s" userId="%s" providerId="None"/>' % (
        root.prefix, AUTHOR.encode(), PERSON.encode(), AUTHOR.encode(),
    )  # fmt: skip
    return changed(data, [append_to(data, root, new)])


def write_threads(data: bytes, told: Mapping[Place, Told], moment: datetime) -> bytes:
    """The conversations with ``told`` said at the end of those of its cells; our earlier answers go."""
    root = parse(data)
    edits, new = [], []
    for node in root.all("threadedComment"):
        about = node.attributes
        place = place_of(about.get("ref"))
        if about.get("personId") == PERSON:
            edits.append(Edit(node.start, node.end, b""))
        elif place is not None and place in told and "parentId" not in about:
            text = "\n\n".join(f"{heading}\n{said}" for heading, said in told[place])
            ident = str(uuid5(NAMESPACE_URL, about.get("id", "") + moment.isoformat() + text)).upper()
            new.append(
                b'<%sthreadedComment ref="%s" dT="%s" personId="%s" id="{%s}" parentId="%s"><%stext>%s</%stext>'
                b"</%sthreadedComment>"
                % (
                    root.prefix, attribute_text(about["ref"]), moment.strftime("%Y-%m-%dT%H:%M:%S.00").encode(),
                    PERSON.encode(), ident.encode(), attribute_text(about.get("id", "")), root.prefix, escaped(text),
                    root.prefix, root.prefix,
                )
            )  # fmt: skip
    if new:
        edits.append(append_to(data, root, b"".join(new)))
    return changed(data, edits)
