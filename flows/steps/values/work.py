"""What is being put together while a table's values are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flows.grammar.readings import Reading
from flows.shapes import Borrowed, Context, Derived, Finding, Table
from schemas.base import ReportSpec


@dataclass(slots=True)
class Work:
    """Columns read so far (``values[kolom][position]``) of the data rows of one table."""

    table: Table
    report: ReportSpec
    context: Context
    columns: dict[str, int] = field(default_factory=dict)  # kolom → physical column
    values: dict[str, list[Any]] = field(default_factory=dict)
    units: dict[str, tuple[str, list[str | None]]] = field(
        default_factory=dict
    )  # kolom → (found behind, units)
    open_dates: bool = False
    findings: list[Finding] = field(default_factory=list)
    elsewhere: list[Borrowed] = field(default_factory=list)
    derived: list[Derived] = field(default_factory=list)
    held: dict[int, list[str]] = field(default_factory=dict)
    faults: dict[tuple[int, str], str] = field(default_factory=dict)
    baris: list[int] = field(init=False)
    districts: list[str | None] = field(init=False)

    def __post_init__(self) -> None:
        self.baris = [self.table.sheet.row_numbers[row] for row in self.table.data]
        self.districts = [self.context.kode_wilayah] * len(self.baris)

    def note(self, position: int, kolom: str, column: int, reading: Reading, shown: str | None) -> None:
        """Record the finding of a reading at its own cell; a reading without a value empties the cell."""
        sheet = self.table.sheet
        sel = sheet.address(self.table.data[position], column)
        title = self.report.column(kolom).title if self.report.has(kolom) else kolom
        rincian = {"kolom": title, **reading.rincian}
        assert reading.kode is not None
        self.findings.append(
            Finding(reading.kode, sheet.lembar, self.baris[position], kolom, sel, shown, rincian)
        )
        if reading.nilai is None:
            self.faults[(self.baris[position], kolom)] = reading.kode
