"""Stated totals: compared with the sum of the rows they cover, never loaded as rows."""

from __future__ import annotations

from collections.abc import Sequence

from flows.grammar.numbers import read_money, read_number
from flows.shapes import Claim, Finding, Named
from flows.steps.values.work import Work


def read_claims(work: Work, named: Sequence[Named]) -> tuple[list[Claim], list[Finding]]:
    """Each stated total of a count, quantity or money column, with a finding where the sum differs."""
    claims: list[Claim] = []
    findings: list[Finding] = []
    for row, covered in work.table.claims:
        positions = [work.table.data.index(one) for one in covered]
        for one in named:
            kind = work.report.column(one.kolom).kind if work.report.has(one.kolom) else None
            if kind not in {"count", "money", "decimal"}:
                continue
            claim = _claim(work, one, row, positions)
            if claim is None:
                continue
            claims.append(claim)
            if abs(claim.nilai - claim.jumlah_baris) > max(0.5, 1e-9 * abs(claim.nilai)):
                findings.append(_difference(work, claim))
    return claims, findings


def _claim(work: Work, one: Named, row: int, positions: Sequence[int]) -> Claim | None:
    sheet = work.table.sheet
    value = sheet.values[row][one.column] if one.column < len(sheet.values[row]) else None
    if work.report.column(one.kolom).kind == "money":
        reading = read_money(value, scale=one.scale)
    else:
        reading = read_number(value)
    if reading.nilai is None:
        return None
    values = work.values[one.kolom]
    total = sum(values[position] for position in positions if values[position] is not None)
    sel = sheet.address(row, one.column) or ""
    return Claim(sheet.row_numbers[row], sel, one.kolom, float(reading.nilai), float(total))


def _difference(work: Work, claim: Claim) -> Finding:
    title = work.report.column(claim.kolom).title
    rincian = {
        "kolom": title,
        "jumlah": _plain(claim.jumlah_baris),
        "selisih": _plain(claim.nilai - claim.jumlah_baris),
    }
    return Finding(
        "JUMLAH_TIDAK_COCOK",
        work.table.sheet.lembar,
        claim.baris,
        claim.kolom,
        claim.sel,
        _plain(claim.nilai),
        rincian,
    )


def _plain(number: float) -> str:
    """A number as an Indonesian office writes it: 1.234.567,5"""
    text = f"{number:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", "_").replace(".", ",").replace("_", ".")
