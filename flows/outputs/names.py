"""Names of what goes back to an office, made from the names of its district and its file."""

from __future__ import annotations

import re
import unicodedata

MARKED = " - perbaikan"
LETTER = " - surat.docx"
CHAT = " - pesan.txt"
UNKNOWN = "belum-diketahui"
#: Room is left for what is put behind a name: file systems take 255 bytes.
LONGEST_BYTES = 150

_OURS = re.compile(r"(?:\s*-\s*perbaikan(?:\s*\(\d+\))?)+$", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]'
)
_KEPT_BY_WINDOWS = re.compile(
    r"(?:con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[\d¹²³])\s*(?:\.|$)", re.IGNORECASE
)
_LONG_NUMBER = re.compile(r"(?<!\d)\+?\d(?:[ .\-]?\d){8,}(?!\d)")


def stem_of(berkas: str) -> str:
    """A file's name without its ending, and without what we put behind the name when we returned it."""
    stem, dot, _ = berkas.rpartition(".")
    whole = stem if dot and stem else berkas
    return _OURS.sub("", whole) or whole


def is_returned(berkas: str) -> bool:
    """Whether a file still bears the name under which we returned it."""
    return stem_of(berkas) != (berkas.rpartition(".")[0] or berkas)


def safe_name(text: str) -> str:
    """``text`` as a file name that every system takes and that leads nowhere else."""
    plain = _NOT_IN_NAMES.sub("_", unicodedata.normalize("NFC", text).encode("utf-8", "replace").decode())
    cut = plain.encode()[:LONGEST_BYTES].decode("utf-8", "ignore").strip().strip(".").strip()
    return f"_{cut}" if not cut or _KEPT_BY_WINDOWS.match(cut) else cut


def folder_name(kode: str | None, nama: str | None) -> str:
    """``73.11-Barru``, ``73-provinsi``, or the folder of files whose office is not known."""
    return safe_name(f"{kode}-{nama}") if kode and nama else UNKNOWN


def without_numbers(text: str) -> str:
    """``text`` for a letter: what may be a person's number (nine digits and more) is left out."""
    return _LONG_NUMBER.sub("…", text)
