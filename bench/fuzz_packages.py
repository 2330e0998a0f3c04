"""Target ``paket``: changed packages through the marker of the workbooks that go back.

It declines, or gives a package that is as sound as the one it was given, whose other parts are the same bytes, and
in which our reader finds what it found before. A workbook rebuilt where it declines holds the same cells.
"""

from __future__ import annotations

import contextlib
import io
import random
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from bench.fuzz_guide import Target
from bench.fuzz_zip import changed_archive, packed, unpacked

PLACES = ("A1", "B3", "C4", "H9", "A2", "XFD1", "ZZ77", "A1048576")
#: What a reply may name that no sheet has; the marker leaves it to the list.
NOWHERE = (("Tidak ada", "A1"), (None, None), (None, "B2"))
MAY_CHANGE = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|.*\.rels|_xmlsignatures/.*|.*(?:workbook|styles|person\w*)\.xml",
    re.IGNORECASE,
)


def seeds() -> Iterator[bytes]:
    from tests import marking_books as books
    from tests import marking_handmade as handmade

    made = (
        books.plain, books.chart, books.rules, books.merged, books.commented, books.styled, books.several,
        books.listed,
        books.taken_name, books.inline, books.drawn, books.noted, books.bars, books.streamed, books.formulas,
        books.grouped,
        handmade.small, handmade.without_styles, handmade.strict, handmade.prefixed, handmade.unplaced,
        handmade.with_mark,
        handmade.threaded, handmade.signed,
    )  # fmt: skip
    # openpyxl writes the time of day into each package; without it the same seed gives the same hunt.
    times = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    for one in made:
        parts = unpacked(one().data)
        yield packed({name: times.sub(b"2021-01-01T00:00:00Z", body) for name, body in parts.items()})


def changed(chance: random.Random, case: bytes, other: bytes) -> bytes:
    return changed_archive(chance, case, other)


def smaller(case: bytes) -> Iterator[bytes]:
    try:
        parts = unpacked(case)
    except Exception:
        return
    for name in parts:
        yield packed({one: body for one, body in parts.items() if one != name})
    for name, body in parts.items():
        for found in list(re.finditer(rb"<([\w:]+)(?:\s[^<>]*)?(?:/>|>[^<>]*</\1>)", body))[:60]:
            yield packed({**parts, name: body[: found.start()] + body[found.end() :]})


def check(case: bytes) -> None:
    from flows.outputs.marking import NotPatchable, marked_workbook, rebuilt_workbook
    from flows.shapes import Submission
    from flows.steps.read import read
    from flows.steps.receive.files import kind_of

    kind = kind_of(case, "data.xlsx")
    # Only what receiving lets through is ever answered with a workbook.
    if kind.jenis not in {"xlsx", "xlsm"}:
        return
    before, _ = read(Submission("data.xlsx", "data.xlsx", case, "", kind.jenis))
    reply = _reply([sheet.lembar for sheet in before])
    try:
        made = marked_workbook(case, reply)
    except NotPatchable:
        theirs = [sheet for sheet in before if not _is_ours(sheet)]
        again, _ = read(Submission("a", "a", rebuilt_workbook(theirs, reply), "", "xlsx"))
        # A sheet of charts or one without a cell has nothing to be rebuilt.
        assert len([sheet for sheet in again if not _is_ours(sheet)]) >= len(
            [one for one in theirs if one.values]
        )
        return
    if _is_torn(case):
        # A part that nobody reads and we leave alone stays as torn as it came.
        return
    _check_marked(case, made, before, kind.jenis)
    # What is no sheet was left alone the first time, for nothing was found on it.
    with contextlib.suppress(NotPatchable) if not before else contextlib.nullcontext():
        assert marked_workbook(made, reply), "cannot be marked again"


def _reply(names: list[str | None]) -> Any:
    from tests.marking_checks import point, reply

    marks = [(name, place) for name in names for place in PLACES]
    return reply([point(name, place, "galat" if i % 2 else "peringatan") for i, (name, place) in enumerate(marks)]
                 + [point(*one) for one in NOWHERE])  # fmt: skip


def _check_marked(case: bytes, made: bytes, before: list[Any], jenis: str) -> None:
    from flows.shapes import Submission
    from flows.steps.read import read
    from tests.marking_checks import parts

    old, new = parts(case), parts(made)
    gone = [name for name in old if name not in new and not name.lower().startswith("_xmlsignatures")]
    assert gone == [], "a part is gone"
    pages = re.compile(r".*(?:sheet|comments?|vmldrawing|threadedcomment)[^/]*\.(?:xml|vml)", re.IGNORECASE)
    other = [name for name in old if not MAY_CHANGE.fullmatch(name) and not pages.fullmatch(name)]
    assert [name for name in other if old[name] != new.get(name)] == [], "a part was changed that need not be"
    after, _ = read(Submission("data.xlsx", "data.xlsx", made, "", jenis))
    kept = {sheet.lembar: sheet for sheet in after}
    for sheet in before:
        if not _is_ours(sheet):
            again = kept[sheet.lembar]
            assert (again.values, again.merged, again.hidden, again.errors) == (
                sheet.values, sheet.merged, sheet.hidden, sheet.errors,
            ), "read otherwise than before"  # fmt: skip
    if _is_sound(case):
        from tests.marking_checks import assert_valid

        assert_valid(made)


def _is_torn(data: bytes) -> bool:
    """Whether a part of the package does not unpack to what it says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.testzip() is not None
    # What is torn makes the decompressors raise nearly anything.
    except Exception:
        return True


def _is_sound(data: bytes) -> bool:
    from tests.marking_checks import assert_valid

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert_valid(data)
    # What is unsound makes the checks raise nearly anything.
    except Exception:
        return False
    return True


def _is_ours(sheet: Any) -> bool:
    from flows.grammar.returned import is_our_sheet

    return bool(sheet.values and sheet.values[0] and is_our_sheet(sheet.values[0][0]))


def saved(case: bytes) -> tuple[str, bytes]:
    return "xlsx", case


TARGET = Target("paket", seeds, changed, check, smaller, saved)
