"""The looks of the blank form: few colours, each with one meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

DARK, MIDDLE, LIGHT = "#1F4E79", "#2E75B6", "#CFE2F3"
INPUT, MISSING, LINE, GREY, PAPER = "#FFF9E5", "#FFE699", "#BFBFBF", "#595959", "#FFFFFF"
FONT = {"font_name": "Arial", "font_size": 10}  # every office program has it, or one of the same widths

_CENTRED: dict[str, Any] = {"align": "center"}
_INDENTED: dict[str, Any] = {"align": "left", "indent": 1}


@dataclass(slots=True)
class Styles:
    """The formats of one workbook, each made once."""

    book: Any
    made: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def make(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({**FONT, **properties})
        return self.made[key]

    @property
    def title(self) -> Any:
        return self.make(bold=True, font_size=15, font_color=DARK, bg_color=PAPER)

    @property
    def quiet(self) -> Any:
        return self.make(font_size=9, font_color=GREY, valign="vcenter", bg_color=PAPER)

    @property
    def label(self) -> Any:
        return self.make(bold=True, valign="vcenter", bg_color=PAPER)

    @property
    def settled(self) -> Any:
        return self.make(bottom=1, bottom_color=LINE, valign="vcenter", bg_color=PAPER)

    @property
    def asked(self) -> Any:
        """A cell above the table that the district fills in."""
        return self.make(
            num_format="@", locked=False, bg_color=INPUT, border=1, border_color=LINE, valign="vcenter"
        )

    @property
    def missing(self) -> Any:
        """Over a required cell that is still empty. A conditional format may not have a font."""
        return self.book.add_format({"bg_color": MISSING})

    @property
    def used(self) -> Any:
        """Over the cells of a row in which something is written: empty rows must not be printed."""
        return self.book.add_format({"border": 1, "border_color": LINE})

    @property
    def above(self) -> Any:
        """The rows above the table, which stay as they are."""
        return self.make(locked=True, bg_color=PAPER)

    @property
    def guide(self) -> Any:
        return self.make(text_wrap=True, valign="top")

    @property
    def guide_number(self) -> Any:
        return self.make(align="center", valign="top")

    @property
    def guide_cell(self) -> Any:
        return self.make(text_wrap=True, valign="top", border=1, border_color=LINE)

    def heading(self, mark: str) -> Any:
        """``*`` required, ``**`` one of several, "" may stay empty."""
        fill, ink = {"*": (DARK, "white"), "**": (MIDDLE, "white")}.get(mark, (LIGHT, "#1F3864"))
        return self.make(
            bold=True, text_wrap=True, align="center", valign="vcenter", border=1, border_color=LINE,
            bg_color=fill, font_color=ink,
        )  # fmt: skip

    def entry(self, number_format: str, *, wrapped: bool) -> Any:
        """A cell of the table that the district fills in."""
        side = _INDENTED if number_format == "@" else {}
        return self.make(num_format=number_format, locked=False, text_wrap=wrapped, valign="top", **side)

    @property
    def counter(self) -> Any:
        return self.make(num_format="0", locked=False, align="center", valign="top", font_color=GREY)

    def sample(self, number_format: str | None) -> Any:
        """A cell of the example row."""
        sides: dict[str | None, dict[str, Any]] = {None: _CENTRED, "@": _INDENTED}
        side = sides.get(number_format, {})
        return self.make(
            num_format=number_format or "0", valign="top", text_wrap=True, border=1, border_color=LINE, **side
        )  # fmt: skip
