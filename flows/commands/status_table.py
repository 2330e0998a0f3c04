"""The status on a terminal of 80 columns: the matrix, what its signs mean, the rates, what comes next."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from datetime import date

from flows.messages import Language, number, say
from flows.outputs.status_matrix import (
    OPEN,
    TONES,
    Rates,
    State,
    Unit,
    cell_of,
    heading,
    rates_of,
    short_period,
)
from flows.outputs.tally import in_words
from flows.status import Asked, Status
from schemas.reports import specs

NARROWEST = 78
ROOMY = 92
MOST_OPEN = 8
_SIGNS: tuple[tuple[State, str], ...] = (
    ("tepat_waktu", "✓"),
    ("terlambat", "✓+5"),
    ("belum_masuk", "✗12"),
    ("ditolak", "tlk"),
    ("diperpanjang", "→8"),
    ("belum_jatuh_tempo", "·"),
    ("tanpa_kewajiban", "+"),
)


def print_matrix(status: Status, asked: Asked, today: date, bahasa: Language) -> None:
    """Print what was asked for as it stands on ``today``."""
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, width=max(_width(), NARROWEST), emoji=False)
    show(console, status, asked, today, bahasa)


def show(console: object, status: Status, asked: Asked, today: date, bahasa: Language) -> None:
    """:func:`print_matrix` on any console of rich."""
    from rich.console import Console

    assert isinstance(console, Console)
    day = in_words(today) if bahasa == "id" else today.isoformat()
    what = asked.periode or say("status.latest", bahasa)
    console.print(f"[bold]{say('status.title', bahasa, periode=what, hari=day)}[/]")
    console.print(_table(status.units, 5 if console.width >= ROOMY else 4, bahasa))
    console.print(_legend(status.units, console.width, bahasa))
    rates = rates_of(status.units)
    if rates.wajib:
        console.print(f"[bold]{_rates_line(rates, bahasa)}[/]")
    for line in (*_open_lines(status.units, bahasa), *_next_lines(status, today, bahasa)):
        console.print(line, markup=False)


def _width() -> int:
    return shutil.get_terminal_size((100, 40)).columns


def _table(units: Sequence[Unit], wide: int, bahasa: Language) -> object:
    from rich.table import Table
    from rich.text import Text

    reports = [one.name for one in specs() if any(unit.laporan == one.name for unit in units)]
    districts = dict(sorted({(unit.kode_wilayah, unit.nama_wilayah) for unit in units}))
    places: dict[tuple[str, str], list[Unit]] = {}
    for unit in units:
        places.setdefault((unit.kode_wilayah, unit.laporan), []).append(unit)
    table = Table(box=None, padding=(0, 1, 0, 0), show_footer=True, pad_edge=False)
    footer = "\n".join(say(key, bahasa) for key in ("status.rate", "status.ontime"))
    table.add_column(footer=Text(footer, "bold"), no_wrap=True, max_width=19 if wide < 5 else 25)
    for report in reports:
        mine = [unit for unit in units if unit.laporan == report]
        head = f"{heading(report, wide)}\n{_periods(mine, wide)}"
        rates = rates_of(mine)
        shares = "\n".join(_percent(one) for one in (rates.pelaporan, rates.ketepatan))
        table.add_column(
            Text(head, "bold"), footer=Text(shares, "bold"), justify="center", no_wrap=True, min_width=wide
        )
    for kode, nama in districts.items():
        cells = [cell_of(places.get((kode, report), ())) for report in reports]
        table.add_row(f"{kode} {nama}", *(Text(cell.teks, cell.tone) for cell in cells))
    return table


def _periods(units: Sequence[Unit], wide: int) -> str:
    periods = list(dict.fromkeys(one.periode for one in units))
    return short_period(periods[0], wide) if len(periods) == 1 else f"({len(periods)})"


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.0f}%"


def _legend(units: Sequence[Unit], width: int, bahasa: Language) -> object:
    """The signs that occur, as many to a line as there is room for."""
    from rich.text import Text

    there = {one.status for one in units}
    signs = [
        (sign, TONES[state], say(f"status.sign.{state}", bahasa)) for state, sign in _SIGNS if state in there
    ]
    if any(one.baris_karantina for one in units):
        signs.append(("!", "bold", say("status.sign.held", bahasa)))
    if len({(one.laporan, one.kode_wilayah) for one in units}) < len(units):
        signs.append(("3/4", "bold", say("status.sign.several", bahasa)))
    lines = [Text()]
    for sign, tone, meaning in signs:
        item = Text().append(f" {sign} ", tone).append(f"{meaning}  ")
        if lines[-1] and lines[-1].cell_len + item.cell_len > width:
            lines.append(Text())
        lines[-1].append_text(item)
    return Text("\n").join(lines)


def _rates_line(rates: Rates, bahasa: Language) -> str:
    return say(
        "status.rates",
        bahasa,
        masuk=number(rates.masuk, bahasa),
        wajib=number(rates.wajib, bahasa),
        pelaporan=number(rates.pelaporan or 0.0, bahasa),
        tepat=number(rates.tepat, bahasa),
        ketepatan=number(rates.ketepatan or 0.0, bahasa),
    )


def _open_lines(units: Sequence[Unit], bahasa: Language) -> list[str]:
    """The districts that owe most, by how much."""
    owing: dict[str, int] = {}
    for one in units:
        if one.status in OPEN:
            owing[one.nama_wilayah] = owing.get(one.nama_wilayah, 0) + 1
    if not owing:
        return []
    most = sorted(owing.items(), key=lambda one: -one[1])
    said = ", ".join(f"{name} {count}" for name, count in most[:MOST_OPEN])
    more = f", {say('more', bahasa, jumlah=len(most) - MOST_OPEN)}" if len(most) > MOST_OPEN else ""
    return [say("status.owing", bahasa, jumlah=len(owing), daftar=said + more)]


def _next_lines(status: Status, today: date, bahasa: Language) -> list[str]:
    lines = []
    coming = [(one.jatuh_tempo, one) for one in status.semua if one.jatuh_tempo and not one.diterima_pada]
    later = [pair for pair in coming if pair[0] >= today]
    if later:
        first = min(day for day, _ in later)
        mine = sorted({f"{one.laporan} {one.periode}" for day, one in later if day == first})
        day = in_words(first) if bahasa == "id" else first.isoformat()
        lines.append(say("status.next", bahasa, hari=day, daftar=", ".join(mine)))
    if status.ada and not any(one.diterima_pada for one in status.units):
        lines.append(say("status.there", bahasa, daftar=", ".join(status.ada), satu=status.ada[-1]))
    if status.takjelas:
        lines.append(say("status.unclear", bahasa, jumlah=status.takjelas))
    return lines
