"""The looks of the blank form: few colours, each with one meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

DARK, MIDDLE, LIGHT = "#1F4E79", "#2E75B6", "#DDEBF7"
INPUT, MISSING, LINE, GREY = "#FFF9E5", "#FFE699", "#BFBFBF", "#595959"
FONT = {"font_name": "Calibri", "font_size": 11}


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
        return self.make(bold=True, font_size=15, font_color=DARK)

    @property
    def quiet(self) -> Any:
        return self.make(font_size=10, font_color=GREY)

    @property
    def label(self) -> Any:
        return self.make(bold=True)

    @property
    def settled(self) -> Any:
        return self.make(bottom=1, bottom_color=LINE)

    @property
    def asked(self) -> Any:
        """A cell above the table that the district fills in."""
        return self.make(num_format="@", locked=False, bg_color=INPUT, border=1, border_color=LINE)

    @property
    def missing(self) -> Any:
        """Over a required cell that is still empty; fills only, as conditional formats may."""
        return self.book.add_format({"bg_color": MISSING})

    @property
    def above(self) -> Any:
        """The rows above the table, which stay as they are."""
        return self.make(locked=True)

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
            bold=True, text_wrap=True, align="center", valign="top", border=1, border_color=LINE,
            bg_color=fill, font_color=ink,
        )  # fmt: skip

    def entry(self, number_format: str, *, wrapped: bool) -> Any:
        """A cell of the table that the district fills in."""
        return self.make(num_format=number_format, locked=False, text_wrap=wrapped, valign="top")

    def sample(self, number_format: str | None) -> Any:
        """A cell of the example row."""
        return self.make(
            num_format=number_format or "0", italic=True, valign="top", text_wrap=True, border=1,
            border_color=LINE,
        )  # fmt: skip
