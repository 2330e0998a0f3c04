"""The page of all finding codes for officers: ``python -m schemas.finding_page`` prints docs/temuan.md."""

from __future__ import annotations

from schemas.findings import CODES, FindingCode, message

_SEVERITIES = {
    "galat": "galat: baris atau berkas ditahan",
    "peringatan": "peringatan: baris dimuat, isinya diragukan atau dikosongkan",
    "info": "info: untuk diketahui",
}
_ACTORS = {"kabupaten": "kabupaten/kota", "petugas": "petugas data provinsi", "tidak ada": "tidak ada"}
_OPENING = """# Temuan: arti dan perbaikannya

Halaman ini dibuat oleh `make docs` dari `schemas/finding_texts/`; jangan diubah dengan tangan.
*This page is made by `make docs` from `schemas/finding_texts/`; do not edit it by hand.*

- **galat**: baris atau berkas ditahan, tidak ikut dihitung sampai diperbaiki.
- **peringatan**: baris dimuat, tetapi isi sel yang tidak dapat dipakai dikosongkan, atau nilainya diragukan.
- **info**: hanya untuk diketahui.

Temuan sel yang biasanya *peringatan* menjadi *galat* bila karena sel itu seluruh baris harus ditahan,
misalnya kolom wajib yang isinya tidak dapat dibaca.
"""


def page() -> str:
    """Markdown: a table of all codes, then one section a code with its message in both languages."""
    contents = "\n".join(
        f"| [`{kode}`](#{kode.lower()}) | {code.id.title} | {code.tingkat} | {_ACTORS[code.tindakan]} |"
        for kode, code in CODES.items()
    )
    sections = "\n".join(_section(code) for code in CODES.values())
    return (
        f"{_OPENING}\n| Kode | Arti | Tingkat | Siapa bertindak |\n|---|---|---|---|\n{contents}\n{sections}"
    )


def _section(code: FindingCode) -> str:
    return f"""
## {code.kode}

**{code.id.title}** · *{code.en.title}*
({_SEVERITIES[code.tingkat]}; yang bertindak: {_ACTORS[code.tindakan]})

{message(code.kode, "id", nilai="…")}

*{message(code.kode, "en", nilai="…")}*
"""


if __name__ == "__main__":
    print(page(), end="")
