"""Addresses of cells: A1 and back."""

from __future__ import annotations

import re

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")

Place = tuple[int, int]  # row and column, 1-based
Area = tuple[int, int, int, int]  # first row, first column, last row, last column


def column_number(letters: str) -> int:
    """A → 1, XFD → 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place_of(address: str | None) -> Place | None:
    """Row and column of an A1 address (of its first cell where it names an area); None where it is none."""
    found = _ADDRESS.fullmatch((address or "").partition(":")[0])
    if found is None:
        return None
    row, column = int(found[2]), column_number(found[1])
    return (row, column) if row <= MOST_ROWS and column <= MOST_COLUMNS else None


def address_of(place: Place) -> str:
    return f"{column_letters(place[1])}{place[0]}"


def area_of(reference: str) -> Area | None:
    first, _, last = reference.partition(":")
    start, end = place_of(first), place_of(last or first)
    return (*start, *end) if start and end else None
