"""The workbook that goes back to its office: every doubtful cell coloured and commented, all findings on one sheet.

The sheet "Perbaikan" is the first one ("Perbaikan (2)" where the name is taken). Its cell A1 begins with "PERBAIKAN
DATA IKM"; its list has the headings of ``flows.grammar.returned.HEADINGS``, the last of them a hidden column with
each finding's ``point_id``. ``flows.grammar.returned`` knows the sheet again and reads the answers back. A workbook
that comes back marked is marked anew: our older marks, comments and list go, the office's words and colours stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.outputs.marking.parts import NotPatchable
from flows.outputs.marking.patch import patched
from flows.outputs.reply import Reply
from flows.shapes import Sheet

__all__ = ["NotPatchable", "marked_workbook", "rebuilt_workbook"]


def marked_workbook(data: bytes, reply: Reply) -> bytes:
    """The office's own .xlsx or .xlsm ``data``, marked by ``reply``; parts that need no change keep their bytes.

    Raises NotPatchable for anything else, for a damaged package, and for XML that no spreadsheet program writes;
    :func:`rebuilt_workbook` is for those.
    """
    return patched(data, reply)


def rebuilt_workbook(sheets: Sequence[Sheet], reply: Reply) -> bytes:
    """A new .xlsx with the values of ``sheets`` at their addresses, marked the same way.

    ``sheets`` as the reader gives them; none for a file that could not be read: then only the list is in it. The
    sheet of a CSV file is named after the file.
    """
    from flows.outputs.marking.plain import plain_workbook

    data, names = plain_workbook(sheets, reply.berkas)
    return patched(data, reply, names)
