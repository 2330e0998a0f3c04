"""Names of months and weekdays, Indonesian and English, short, old-fashioned and misspelt."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz, process

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_MONTH_WORDS = (
    "januari january jan jn",
    "februari pebruari february febuari feb peb pebr febr",
    "maret march mar mrt mart",
    "april apr avril",
    "mei may",
    "juni june jun junni juny",
    "juli july jul julli jully",
    "agustus august agt ags agst agust agus aug agts",
    "september sept sep spt",
    "oktober october okt oct",
    "november nopember nov nop nopemb",
    "desember december des dec dese",
)
_MONTHS = {word: i for i, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
_DAY_WORDS = (
    "senin sen senen monday mon",
    "selasa sel slasa tuesday tue",
    "rabu rab rebo wednesday wed",
    "kamis kam thursday thu",
    "jumat jum jumaat jum'at friday fri",
    "sabtu sab saturday sat",
    "minggu ahad min mgg sunday sun",
)
_WEEKDAYS = {word: i for i, words in enumerate(_DAY_WORDS) for word in words.split()}
_MEANT = {word: ("month", i) for word, i in _MONTHS.items()} | {
    word: ("weekday", i) for word, i in _WEEKDAYS.items()
}
_LONG = tuple(word for word in _MEANT if len(word) >= 5)

_FILLERS = frozenset({"tanggal", "tgl", "hari", "pada", "tahun", "thn", "bulan"})
_STARTERS = frozenset({"mulai", "dari", "sejak"})


@lru_cache(maxsize=20_000)
def calendar_word(word: str) -> tuple[str, int]:
    """What a word is (month, weekday, filler, starter, strange) and its number; typing errors forgiven."""
    if word in _MONTHS:
        return "month", _MONTHS[word]
    if word in _WEEKDAYS:
        return "weekday", _WEEKDAYS[word]
    if word in _FILLERS or word in _STARTERS:
        return "filler" if word in _FILLERS else "starter", 0
    close = (
        process.extract(word, _LONG, scorer=fuzz.ratio, score_cutoff=80, limit=4) if len(word) >= 5 else []
    )
    if not close:
        return "strange", 0
    best = _MEANT[close[0][0]]
    rival = next((score for other, score, _ in close if _MEANT[other] != best), 0.0)
    return best if close[0][1] - rival >= 8 else ("strange", 0)
