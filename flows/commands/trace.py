"""``ikm trace``: the workbook cells behind a number, and whether they make it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from flows.commands.answers import as_json, as_table, write_answer
from flows.commands.auditing import opening
from flows.commands.query import answered
from flows.commands.terminal import for_data
from flows.messages import Language, number, say

if TYPE_CHECKING:
    from warehouse.trace import Traced, TracedCell

SHOWN = 50
COLUMNS = ("berkas", "lembar", "sel", "mentah", "nilai", "langkah", "temuan")
ALL_COLUMNS = ("berkas", "lembar", "baris", "sel", "mentah", "nilai", "langkah", "temuan", "kali")


def trace_command(options: argparse.Namespace, bahasa: Language) -> int:
    """List the cells. 0: they make the number, 1: they do not (said loudly), 2: nothing could be traced."""
    return answered(options, bahasa, lambda: _trace(options, bahasa))


def _trace(options: argparse.Namespace, bahasa: Language) -> int:
    from schemas.reports import specs
    from warehouse.readers import interruptible, reading
    from warehouse.trace import trace
    from warehouse.trace_query import Untraceable

    try:
        with reading(options.home, options.terbatas, opening=opening(options)) as con:
            found = interruptible(con, lambda: trace(con, specs(), options.query))
    except Untraceable as problem:
        print(say(problem.key, bahasa, **problem.details), file=sys.stderr)
        return 2
    if options.format == "table" and options.keluar is None:
        _print(found, bahasa)
    else:
        _write(found, options, bahasa)
    return 0 if all(one.cocok for one in found) else 1


def _print(found: Sequence[Traced], bahasa: Language) -> None:
    import shutil

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    if not found:
        print(say("trace.no_cells", bahasa))
    for place, one in enumerate(found):
        print("\n" * (place > 0) + "\n".join(_sentences(one, bahasa)))
        columns = (*COLUMNS, "kali") if any(cell.kali > 1 for cell in one.cells) else COLUMNS
        if one.cells:
            rows = [_row(cell, columns) for cell in one.cells[:SHOWN]]
            print("\n" + as_table(columns, rows, bahasa, width))
        if len(one.cells) > SHOWN:
            shown, every = number(SHOWN, bahasa), number(len(one.cells), bahasa)
            print(say("trace.first", bahasa, tampil=shown, jumlah=every))


def _row(cell: TracedCell, columns: Sequence[str]) -> list[Any]:
    return [getattr(cell, name) for name in columns]


def _sentences(one: Traced, bahasa: Language) -> list[str]:
    """The number, whether its cells make it, and what a reader must know of them."""
    count, hasil = number(len(one.cells), bahasa), _shown(one.hasil, bahasa)
    group = ", ".join(f"{name} {_shown(value, bahasa)}" for name, value in one.kelompok.items())
    lines = [say("trace.number", bahasa, angka=f"{one.angka} [{group}]" if group else one.angka, hasil=hasil)]
    if one.cocok and not one.cells:
        lines.append(say("trace.no_cells", bahasa))
    elif one.cocok:
        lines.append(say("trace.adds_up", bahasa, jumlah=count, hasil=hasil))
    elif one.berbeda:
        lines.append(say("trace.differs", bahasa, jumlah=number(one.berbeda, bahasa)))
    else:
        lines.append(say("trace.wrong", bahasa, jumlah=count, hitung=_shown(one.hitung, bahasa), hasil=hasil))
    notes = {
        "trace.extreme": one.dibandingkan if one.angka.startswith(("min", "max")) else 0,
        "trace.empty": one.kosong,
        "trace.twice": sum(cell.kali > 1 for cell in one.cells),
        "trace.unknown_cell": sum(cell.sel is None for cell in one.cells),
        "trace.doubted": sum(cell.temuan is not None for cell in one.cells),
    }
    return lines + [say(key, bahasa, jumlah=number(n, bahasa)) for key, n in notes.items() if n]


def _shown(value: Any, bahasa: Language) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool | str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if value == int(value):
        return number(int(value), bahasa)
    whole, _, rest = f"{float(value):,.6f}".rstrip("0").partition(".")
    return f"{number(int(whole.replace(',', '')), bahasa)}{',' if bahasa == 'id' else '.'}{rest}"


def _write(found: Sequence[Traced], options: argparse.Namespace, bahasa: Language) -> None:
    """All cells in the form asked for; the sentences go beside it, for a person."""
    for one in found:
        print("\n".join(_sentences(one, bahasa)), file=sys.stderr)
    if options.format == "json":
        _write_json(found, options.keluar)
        return
    groups = list(dict.fromkeys(name for one in found for name in one.kelompok))
    rows = [
        [one.angka, *(one.kelompok.get(name) for name in groups), *_row(cell, ALL_COLUMNS)]
        for one in found
        for cell in one.cells
    ]
    write_answer(["angka", *groups, *ALL_COLUMNS], rows, options.format, options.keluar, bahasa)


def _write_json(found: Sequence[Traced], target: str | None) -> None:
    text = as_json(
        [
            {
                "angka": one.angka,
                "kelompok": one.kelompok,
                "hasil": one.hasil,
                "hitung": one.hitung,
                "cocok": one.cocok,
                "baris_tanpa_nilai": one.kosong,
                "sel": [cell._asdict() for cell in one.cells],
            }
            for one in found
        ]
    )
    if target is None:
        print(text, file=for_data())
        return
    with open(target, "w", encoding="utf-8") as out:
        out.write(text + "\n")
