"""What stands around a made-up table: letterhead, title, labels, notes, signature, cover sheet."""

from __future__ import annotations

from random import Random

from tests.workbook_layout import Page, Plan
from tests.workbook_places import MONTHS, Place, period_text, place_text
from tests.workbook_titles import NOTES, OFFICES, PEOPLE, TITLES
from tests.workbook_values import TITLE_SCALES

PLACE_LABELS = ("Daerah", "Kab/Kota", "Kabupaten/Kota", "Asal Daerah")
PERIOD_LABELS = ("Keadaan", "Periode", "Masa Laporan", "Periode Laporan")


def official(place: Place) -> str:
    """The district as a letterhead prints it."""
    return f"{'KOTA' if place.is_city else 'KABUPATEN'} {place.name.upper()}"


def put_lines(page: Page, row: int, left: int, width: int, lines: list[str], merge: bool) -> int:
    for text in lines:
        page.put(row, left, text)
        if merge and text and width > 1:
            page.merge(row, left, row, left + width - 1)
        row += 1
    return row


def letterhead(place: Place, rng: Random) -> list[str]:
    return [
        f"PEMERINTAH {official(place)}",
        rng.choice(OFFICES),
        f"Jl. Jenderal Sudirman No. {rng.randint(1, 90)} Telp. (0411) {rng.randint(200000, 899999)} Kode Pos 90111",
        "",
    ]


def put_label(page: Page, row: int, left: int, label: str, value: str, rng: Random) -> int:
    """ "Daerah : Kab. Barru" in one, two or three cells."""
    how = rng.choice(("one", "two", "colon", "three"))
    if how == "one":
        page.put(row, left, f"{label} : {value}")
    else:
        page.put(row, left, label)
        if how == "three":
            page.put(row, left + 1, ":")
        page.put(row, left + (2 if how == "three" else 1), f": {value}" if how == "colon" else value)
    return row + 1


def put_title(page: Page, row: int, left: int, plan: Plan, rng: Random, place: bool, period: bool) -> int:
    """The block above a table; ``place`` and ``period`` say whether it names them. Returns the header's row."""
    title = rng.choice(TITLES[plan.report])
    where = place_text(plan.place, rng)
    when = period_text(plan.period, rng)
    width = max(len(plan.heads), 2)
    how = rng.choice(("kop", "lines", "labels", "one line"))
    merge = not plan.csv and rng.random() < 0.5
    plan.tags.add(f"title-{how.replace(' ', '-')}")
    if how == "kop" and place:
        row = put_lines(page, row, left, width, letterhead(plan.place, rng), merge)
        row = put_lines(page, row, left, width, [title], merge)
        if period:
            row = put_lines(page, row, left, width, [rng.choice(("KEADAAN : {}", "{}")).format(when)], merge)
    elif how == "labels":
        row = put_lines(page, row, left, width, [title, ""], merge)
        if place:
            row = put_label(page, row, left, rng.choice(PLACE_LABELS), where, rng)
        if period:
            row = put_label(page, row, left, rng.choice(PERIOD_LABELS), when, rng)
    elif how == "one line":
        text = " ".join([title, *([where.upper()] if place else []), *([when.upper()] if period else [])])
        row = put_lines(page, row, left, width, [text], merge)
    else:
        lines = [title, *([where.upper()] if place else []), *([when] if period else [])]
        row = put_lines(page, row, left, width, lines, merge)
    if plan.style.scale_in_title and plan.style.scale > 1:
        plan.tags.add("scale-title")
        page.put(row, left + rng.choice((0, max(0, len(plan.heads) - 2))), TITLE_SCALES[plan.style.scale])
        row += 1
    return row + rng.randint(0 if plan.csv else 1, 2)


def put_end(
    page: Page, row: int, left: int, plan: Plan, rng: Random, place_in_signature: bool, signed: bool
) -> int:
    """Notes and signature below a table; returns the row below them."""
    row += 1
    if rng.random() < 0.4:
        row = put_lines(page, row, left, 1, rng.sample(NOTES, rng.randint(1, 2)), False)
    if not signed:
        return row
    column = left + max(0, len(plan.heads) - 3)
    signing = plan.period.last
    month = MONTHS[signing.month % 12]
    year = signing.year + signing.month // 12
    office = "KEPALA DINAS PERINDUSTRIAN"
    who = f"{office} {official(plan.place)}" if place_in_signature else office
    town = plan.place.name if place_in_signature or rng.random() < 0.5 else "........"
    born = f"19{rng.randint(60, 89)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
    nip = f"NIP. {born} 199{rng.randint(0, 9)}03 1 00{rng.randint(1, 9)}"
    lines = [
        f"{town}, {rng.randint(2, 12)} {month} {year}",
        who,
        "",
        "",
        rng.choice(PEOPLE),
        "Pangkat : Pembina Tk. I",
        nip,
    ]
    if rng.random() < 0.4:
        page.put(row + 1, left, "Mengetahui,")
    return put_lines(page, row, column, 1, lines, False)


def cover(place: Place, title: str, year: int) -> Page:
    page = Page("Sampul")
    lines = ["LAPORAN BIDANG INDUSTRI", title, official(place), "", f"TAHUN {year}"]
    put_lines(page, 3, 1, 1, lines, False)
    return page
