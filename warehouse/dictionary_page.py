"""The data dictionary as a page: ``python -m warehouse.dictionary_page`` prints docs/kamus-data.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from schemas.base import ReportSpec
from schemas.reports import specs as all_specs

from .dictionary import Entry, entries
from .tables import base_fields, fixed_tables
from .views import all_views, part_of

_OPENING = """# Kamus data

Halaman ini dibuat oleh `make docs` dari jenis laporan, tabel dan pandangan; jangan diubah dengan tangan. Isinya juga
ada di gudang: `SELECT * FROM v_kamus`. Cara membuka gudang dan dua puluh contoh pertanyaan: [analis.md](analis.md).
*This page is made by `make docs` from the report types, tables and views; do not edit it by hand. The warehouse holds
it too, as `v_kamus`. How to open the warehouse, and twenty examples: [analis.md](analis.md).*

- Uang dalam rupiah utuh, persen 0–100, waktu setempat. *Money is whole rupiah, percent 0–100, times are local.*
- Kosong (NULL) berarti tidak diketahui atau tidak dilaporkan, bukan nol. *NULL: not known or not reported, not zero.*
- **terbatas**: hanya ada di `terbatas/ikm.duckdb`. *Only in the restricted file.*
- **samaran**: nama samaran tetap dari NIK, nama atau usaha; tidak dapat dibaca balik. *A lasting pseudonym.*
"""


def page(specs: Sequence[ReportSpec]) -> str:
    """Markdown: questions and their views, report tables, other tables, views, history."""
    found = entries(specs)
    reports = {spec.name for spec in specs}
    views = {view.name for view in all_views()}
    base = {field.name for field in base_fields()}
    shared = [entry for entry in found if entry.relasi == specs[0].name and entry.kolom in base]
    own = [entry for entry in found if entry.relasi not in reports or entry.kolom not in base]
    parts = [
        _OPENING,
        _questions(),
        "\n## Tabel laporan — report tables\n\nSetiap tabel laporan dimulai dengan kolom ini. "
        "*Every report table begins with these columns.*\n",
        _columns(shared),
        _relations(own, [spec.name for spec in specs]),
        "\n## Tabel lain — other tables\n",
        _relations(own, list(fixed_tables())),
        "\n## Pandangan — views\n\nMenurut abjad; yang namanya tanpa `v_` adalah tabel dasar. "
        "*In alphabetical order; those without `v_` are base tables.*\n",
        _relations(own, sorted(views)),
        "\n## Asal dan riwayat — origin and history\n",
        _relations(own, _origin_and_history(own)),
    ]
    return "".join(parts)


def _origin_and_history(found: Iterable[Entry]) -> list[str]:
    there = [one.relasi for one in found if "." in one.relasi or one.relasi == "asal"]
    return list(dict.fromkeys([*there, *(one.relasi for one in found if one.jenis == "makro")]))


def _questions() -> str:
    lines = [
        "\n## Pertanyaan — questions\n\n| Pertanyaan | *Question* | Pandangan |\n|---|---|---|\n",
    ]
    for view in sorted(all_views()):
        question, english = part_of(view.comment, "pertanyaan | question")
        if view.kind == "VIEW" and not question.startswith("Dasar "):
            lines.append(f"| {question} | *{english}* | [`{view.name}`](#{view.name}) |\n")
    return "".join(lines)


def _relations(found: Iterable[Entry], names: Sequence[str]) -> str:
    by_name: dict[str, list[Entry]] = {}
    for entry in found:
        by_name.setdefault(entry.relasi, []).append(entry)
    return "".join(_relation(by_name[name]) for name in names)


def _relation(found: Sequence[Entry]) -> str:
    about = found[0]
    unit = f"Satuan: {about.satuan}. *Unit: {about.unit}.* " if about.satuan else ""
    source = f"Sumber: {_both(about.sumber)} " if about.sumber else ""
    restricted = "**terbatas.** " if about.berkas == "terbatas" else ""
    name = f"{about.relasi}(waktu)" if about.jenis == "makro" else about.relasi
    head = f"\n### {name}\n\n{restricted}{about.arti}\n*{about.meaning}*\n"
    tail = f"{unit}{source}".strip()
    return head + (f"\n{tail}\n" if tail else "") + (_columns(found[1:]) if found[1:] else "")


def _columns(found: Iterable[Entry]) -> str:
    lines = ["\n| Kolom | Arti | *Meaning* | Satuan | Data pribadi |\n|---|---|---|---|---|\n"]
    for entry in found:
        values = f" Isi: {entry.kategori}." if entry.kategori else ""
        unit = entry.satuan or ""
        if entry.unit and entry.unit != unit:
            unit = f"{unit} / *{entry.unit}*"
        personal = entry.kelas_pribadi or ""
        if personal and entry.berkas == "terbatas":
            personal = f"{personal}, **terbatas**"
        meaning, english = (text.replace("|", "\\|") for text in (entry.arti, entry.meaning))
        lines.append(f"| `{entry.kolom}` | {meaning}{values} | *{english}* | {unit} | {personal} |\n")
    return "".join(lines)


def _both(text: str | None) -> str:
    indonesian, _, english = (text or "").partition(" | ")
    return f"{indonesian} *{english}*" if english else indonesian


if __name__ == "__main__":
    print(page(all_specs()), end="")
