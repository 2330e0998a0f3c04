"""The period that the sources name; a contradiction or an ambiguity is a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flows.shapes import Finding, Sheet
from schemas.periods import PeriodMention, combine, find_periods


def settle_period(
    sources: Sequence[tuple[str, tuple[str, ...]]],
    sheet: Sheet,
    beside: Sequence[str],
    findings: list[Finding],
) -> tuple[str | None, str]:
    """The period's code and its source; (None, "") with a refusal added to ``findings``."""
    mentions = [(source, _mentions(texts)) for source, texts in sources]
    if any(mention.kode for mention in mentions[0][1]):
        mentions.pop(1)
    choice = combine([mention for _, found in mentions for mention in found])
    if choice.kode_temuan == "PERIODE_TAK_DIKENAL":
        mentions.append(("lembar lain", _mentions(beside)))
        choice = combine([mention for _, found in mentions for mention in found])
    if choice.kode is None:
        said = "; ".join(
            f"{source}: {', '.join(mention.kode for mention in found if mention.kode)}"
            for source, found in mentions
            if any(mention.kode for mention in found)
        )
        findings.append(
            Finding(choice.kode_temuan or "PERIODE_TAK_DIKENAL", sheet.lembar, rincian={"sumber": said})
        )
        return None, ""
    where = next(
        (source for source, found in mentions if any(m.kode == choice.kode for m in found)), mentions[0][0]
    )
    return choice.kode, where


def _mentions(texts: Iterable[str]) -> list[PeriodMention]:
    return [mention for text in texts for mention in find_periods(text) if mention.kind != "tanggal"]
