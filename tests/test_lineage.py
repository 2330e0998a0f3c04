"""From a value back to its cell: raw text and address stand so in the workbook, and the value follows from them."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from flows.grammar.numbers import read_count, read_money, read_number, read_percent_column, read_year
from flows.grammar.text import fold
from flows.steps.values.readers import read_column
from flows.take_in import load_paths
from schemas.reports import spec
from tests.deliveries import ask
from tests.second_look import Cells, cells_of
from warehouse.scrubbing import HIDDEN

ROOT = Path(__file__).parent.parent
CASES = ROOT.parent / "shared" / "cases"
FOLDERS = [ROOT / "samples" / "inbox", CASES]
A_THOUSAND = 1000
ASKED = (
    "SELECT k.sha256, k.jenis, a.lembar, a.laporan, a.kolom, a.sel, a.mentah, a.nilai, a.langkah, a.skala, a.temuan "
    "FROM asal a JOIN kiriman k ON k.kiriman_id = a.kiriman_id WHERE a.sel IS NOT NULL ORDER BY ALL"
)


class Cell(NamedTuple):
    """One line of ``asal`` with the file it is of."""

    sha256: str
    jenis: str
    lembar: str | None
    laporan: str
    kolom: str
    sel: str
    mentah: str | None
    nilai: str | None
    langkah: str | None
    skala: int
    temuan: str | None


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def loaded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, Path]]:
    """A folder of workbooks and the home that they are loaded into."""
    if not request.param.is_dir():
        pytest.skip("the workbooks of the field are not at hand")
    home = tmp_path_factory.mktemp("home")
    load_paths([request.param], home)
    yield request.param, home


def published(home: Path) -> Path:
    return home / "warehouse" / "terbatas" / "ikm.duckdb"


def drawn(folder: Path, home: Path) -> list[tuple[Cell, Any]]:
    """A thousand cells drawn at random, each with what another reader finds at its address."""
    files = {
        hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder.rglob("*") if path.is_file()
    }
    cells = [Cell(*row) for row in ask(published(home), ASKED)]
    some = random.Random(20260211).sample(cells, min(A_THOUSAND, len(cells)))
    looked: dict[str, Cells] = {}
    for cell in some:
        if cell.sha256 not in looked:
            looked[cell.sha256] = cells_of(files[cell.sha256], cell.jenis)
    return [(cell, looked[cell.sha256].get((cell.lembar, cell.sel))) for cell in some]


def test_raw_text_and_address_are_those_of_the_workbook(loaded: tuple[Path, Path]) -> None:
    pairs = drawn(*loaded)
    assert len(pairs) == A_THOUSAND
    assert [(cell, value) for cell, value in pairs if not same(cell.mentah, value)] == []
    assert [cell for cell, _ in pairs if not follows(cell)] == []
    assert sum(cell.mentah is not None for cell, _ in pairs) > 0.8 * A_THOUSAND


def test_the_masked_file_leads_to_the_same_cells(loaded: tuple[Path, Path]) -> None:
    """Every address; raw texts of numbers as they are, or with what belongs to a person hidden; no others."""
    asked = "SELECT kiriman_id, baris, kolom, sel, mentah, nilai, langkah FROM asal ORDER BY 1, 2, 3, 4"
    open_file, closed_file = loaded[1] / "warehouse" / "ikm.duckdb", published(loaded[1])
    masked, whole = ask(open_file, asked), ask(closed_file, asked)
    assert [row[:4] for row in masked] == [row[:4] for row in whole]
    shown = [(one, other) for one, other in zip(masked, whole, strict=True) if HIDDEN not in str(one[4:6])]
    assert [
        (one, other) for one, other in shown if one[4] not in {None, other[4]} or one[5] != other[5]
    ] == []
    amounts = [
        (one, other) for one, other in shown if one[2] in {"tenaga_kerja", "nilai_investasi", "anggaran"}
    ]
    assert len(amounts) > 300
    assert [(one, other) for one, other in amounts if one[4:] != other[4:] and other[5] is not None] == []


def same(text: str | None, value: Any) -> bool:
    """Whether the raw text is what another reader finds in the cell."""
    if text is None or value is None:
        return (text or "").strip() == str(value or "").strip()
    if isinstance(value, bool):
        return text == ("TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        return as_number(text) == float(value)
    if isinstance(value, date | datetime):
        return text.startswith(f"{value:%d/%m/%Y}")
    iso = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(value))
    if iso and text == f"{iso[3]}/{iso[2]}/{iso[1]}":
        return True
    return fold(text) == fold(str(value))


def as_number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def follows(cell: Cell) -> bool:
    """Whether the value can be had from the raw text: plain figures by arithmetic, others by reading the cell anew.

    Of two tick columns one is blank.
    """
    if cell.nilai is None or cell.kolom == "kode_wilayah" or cell.langkah == "tanda centang":
        return True
    if cell.mentah is None:
        return False
    column = spec(cell.laporan).column(cell.kolom)
    if re.search("jumlah L|satuan di|awal judul", cell.langkah or ""):
        return True
    if column.is_number:
        return as_number(cell.nilai) in figures(column.kind, cell.mentah, cell.skala)
    if column.kind == "date":
        readings = [one.nilai for one in read_column(column, [cell.mentah]) if one.nilai]
        return any(date.fromisoformat(cell.nilai) in days for days in readings) or bool(cell.temuan)
    if column.kind in {"category", "gender"}:
        section = re.sub(r"^\W*[IVXA-Z\d]{1,4}[.)]\s*", "", cell.mentah)
        read = [one.nilai for text in (cell.mentah, section) for one in read_column(column, [text])]
        return cell.nilai in read
    return letters(cell.nilai)[-6:] in letters(cell.mentah)


def figures(kind: str, text: str, scale: int) -> list[float]:
    plain = as_number(text)
    found = [] if plain is None else [plain * scale]
    if kind == "percent":
        found += [] if plain is None else [plain * 100]
        readings = read_percent_column([text])
    elif kind == "year":
        readings = [read_year(text)]
    elif kind == "money":
        readings = [read_money(text, scale=scale)]
    else:
        readings = [read_count(text), read_number(text), read_number(text, dots="decimal")]
    return found + [float(one.nilai) for one in readings if one.nilai is not None]


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
