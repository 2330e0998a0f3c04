"""The steps from a cell's raw text to the value loaded, told in SQL from comparing the two.

The expressions read the columns of the cells in ``warehouse/lineage.py``: ``s.mentah``, ``s.nilai``, ``s.jenis``
(kind of the column), ``s.skala`` (of its heading), ``s.cara_sel`` and ``s.cara_kolom``.
"""

from __future__ import annotations

_NUMBER = "try_cast(s.nilai AS DOUBLE)"
_AS_TYPED = "try_cast(trim(s.mentah) AS DOUBLE)"
_FIRST = r"regexp_extract(s.mentah, '\d[\d.,]*')"
#: The figure in the text as an Indonesian office writes it, and as a program prints it.
_LOCAL = f"try_cast(rtrim(replace(replace({_FIRST}, '.', ''), ',', '.'), '.') AS DOUBLE)"
_PLAIN = f"try_cast(rtrim(replace({_FIRST}, ',', ''), '.') AS DOUBLE)"


def _is(figure: str, factor: str) -> str:
    return f"abs(abs({figure}) * {factor} - abs({_NUMBER})) < 0.6"


def _money() -> str:
    """Whole rupiah may be rounded; a scale written in the cell goes before that of the heading."""
    heading = "'skala judul x' || s.skala::VARCHAR"
    cell = "CASE " + " ".join(
        f"WHEN {_is(figure, factor)} THEN 'skala sel x{factor}'"
        for factor in ("1000", "1000000", "1000000000", "1000000000000")
        for figure in (_LOCAL, _PLAIN)
    )
    return (
        f"CASE WHEN {_is(_AS_TYPED, 's.skala')} THEN CASE WHEN s.skala > 1 THEN {heading} END "
        f"WHEN {_is(_LOCAL, 's.skala')} OR {_is(_PLAIN, 's.skala')} "
        f"THEN concat_ws('; ', 'angka dari teks', CASE WHEN s.skala > 1 THEN {heading} END) "
        f"ELSE concat_ws('; ', 'angka dari teks', {cell} END) END"
    )


_READING = f"""CASE
WHEN s.nilai IS NULL OR s.mentah IS NULL OR s.dari IS NOT NULL OR s.mentah = s.nilai OR s.cara_kolom = 'tanda centang'
    THEN NULL
WHEN s.jenis = 'money' THEN {_money()}
WHEN s.jenis = 'percent' AND abs({_AS_TYPED} * 100 - {_NUMBER}) < 1e-6 AND {_AS_TYPED} <> {_NUMBER} THEN 'persen x100'
WHEN s.jenis IN ('count', 'decimal', 'percent', 'year') THEN
    CASE WHEN abs({_AS_TYPED} - {_NUMBER}) < 1e-6 THEN NULL ELSE 'angka dari teks' END
WHEN s.jenis = 'date' THEN
    CASE WHEN strftime(try_cast(s.nilai AS DATE), '%d/%m/%Y') = s.mentah THEN NULL ELSE 'tanggal dari teks' END
WHEN s.jenis IN ('category', 'gender') THEN 'kata baku'
WHEN s.jenis = 'district' THEN 'kode wilayah dari nama'
WHEN s.jenis IN ('desa', 'kecamatan') AND regexp_replace(lower(s.mentah), '[^\\pL\\pN]', '', 'g')
     <> regexp_replace(lower(s.nilai), '[^\\pL\\pN]', '', 'g') THEN 'tanpa awalan'
ELSE 'dirapikan' END"""

_EMPTIED = """CASE WHEN s.nilai IS NULL AND s.mentah IS NOT NULL
THEN CASE WHEN t.temuan IS NULL THEN 'dianggap kosong' ELSE 'tidak dipakai' END END"""

STEPS = f"nullif(concat_ws('; ', s.cara_sel, s.cara_kolom, {_READING}, {_EMPTIED}), '')"
