"""The summary after a load: files, rows, what was refused or held back and why, what to do next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from flows.commands.choices import print_choices
from flows.messages import Language, number, say
from flows.take_in import Taken
from schemas.findings import message, title
from warehouse.records import Delivery, FindingRow, Outcome

MOST_LINES = 30
_RANK = ("dimuat_sebagian", "ditolak", "dimuat", "digantikan", "duplikat")


def print_summary(taken: Taken, seconds: float, bahasa: Language) -> int:
    """Print the summary and give the exit code: 1 where something is refused or held back, else 0."""
    by_file: dict[tuple[str, str], list[tuple[Delivery, Outcome]]] = defaultdict(list)
    for delivery, outcome in zip(taken.deliveries, taken.outcomes, strict=True):
        by_file[(delivery.sha256, delivery.jalur)].append((delivery, outcome))
    states = {key: _state([outcome for _, outcome in pairs]) for key, pairs in by_file.items()}
    _print_counts(taken, states, seconds, bahasa)
    refused = _print_refused(by_file, bahasa)
    held = _print_held(by_file, bahasa)
    print_choices(taken, bahasa)
    _print_next(taken, refused, held, bahasa)
    return 1 if refused or held or taken.waiting else 0


def _state(outcomes: Sequence[Outcome]) -> str:
    found = {outcome.status for outcome in outcomes}
    if "dimuat_sebagian" in found or ("ditolak" in found and found & {"dimuat"}):
        return "dimuat_sebagian"
    return next((state for state in _RANK if state in found), "ditolak")


def _print_counts(
    taken: Taken, states: Mapping[tuple[str, str], str], seconds: float, bahasa: Language
) -> None:
    count = Counter(states.values())
    rows = _rows(taken)
    lines: list[tuple[str, int]] = [
        ("files", taken.files),
        ("files.loaded", count["dimuat"] + count["digantikan"]),
        ("files.partial", count["dimuat_sebagian"]),
        ("files.refused", count["ditolak"]),
        ("files.duplicate", count["duplikat"]),
        ("files.known", taken.known),
        ("files.waiting", taken.waiting),
        ("files.withdrawn", taken.withdrawn),
        ("rows", rows["in"]),
        ("rows.loaded", rows["loaded"]),
        ("rows.held", rows["held"]),
        ("rows.not_data", rows["not_data"]),
        ("rows.repeated", rows["repeated"]),
        ("rows.refused", rows["refused"]),
        ("cells.doubted", _doubted(taken)),
    ]
    optional = {"files.duplicate", "files.known", "files.waiting", "files.withdrawn"}
    optional |= {"rows.repeated", "rows.refused"}
    print(f"{say('summary', bahasa)} — {say('seconds', bahasa, detik=number(seconds, bahasa))}")
    for key, value in lines:
        if value or key not in optional:
            print(f"  {say(key, bahasa):<54}{number(value, bahasa):>10}")


def _rows(taken: Taken) -> Counter[str]:
    """Rows in = loaded + held back + no data (+ those of repeated and refused tables), asserted."""
    rows: Counter[str] = Counter()
    for delivery, outcome in zip(taken.deliveries, taken.outcomes, strict=True):
        rows["in"] += delivery.rows_in
        if outcome.status == "duplikat":
            rows["repeated"] += delivery.rows_in
        elif outcome.status == "ditolak":
            rows["refused"] += delivery.rows_in
        else:
            rows["loaded"] += outcome.baris_dimuat
            rows["held"] += outcome.baris_karantina
            rows["not_data"] += delivery.not_data
    accounted = sum(rows[key] for key in ("repeated", "refused", "loaded", "held", "not_data"))
    if rows["in"] != accounted:
        raise AssertionError(f"rows in {rows['in']} ≠ rows accounted for {accounted}")
    return rows


def _doubted(taken: Taken) -> int:
    return sum(
        one.tingkat == "peringatan" and one.sel is not None and one.penjelasan is None
        for d in taken.deliveries
        for one in d.findings
    )


Pairs = Mapping[tuple[str, str], Sequence[tuple[Delivery, Outcome]]]


def _print_refused(by_file: Pairs, bahasa: Language) -> int:
    lines: list[str] = []
    for pairs in by_file.values():
        for delivery, outcome in pairs:
            if outcome.status != "ditolak":
                continue
            worst = _worst(outcome.findings or delivery.findings)
            where = f" [{delivery.lembar}]" if delivery.lembar and len(pairs) > 1 else ""
            lines.append(f"{delivery.jalur}{where}: {_sentence(worst, bahasa) if worst else '-'}")
    _print_block("refused", lines, bahasa, len(lines))
    return len(lines)


def _worst(findings: Iterable[FindingRow]) -> FindingRow | None:
    ordered = sorted(findings, key=lambda one: {"galat": 0, "peringatan": 1, "info": 2}[one.tingkat])
    return ordered[0] if ordered else None


def _sentence(finding: FindingRow, bahasa: Language) -> str:
    if bahasa == "id":
        return finding.pesan
    return message(finding.kode, "en", berkas=finding.berkas, nilai=finding.nilai, lembar=finding.lembar)


def _print_held(by_file: Pairs, bahasa: Language) -> int:
    lines = []
    total = 0
    for pairs in by_file.values():
        for delivery, outcome in pairs:
            if outcome.baris_karantina:
                total += outcome.baris_karantina
                causes = Counter(kode for row in delivery.held for kode in row.kode)
                why = "; ".join(f"{title(kode, bahasa)} ({count})" for kode, count in causes.most_common(4))
                where = f" [{delivery.lembar}]" if delivery.lembar and len(pairs) > 1 else ""
                said = say("held.line", bahasa, jumlah=outcome.baris_karantina, sebab=why)
                lines.append(f"{delivery.jalur}{where}: {said}")
    _print_block("held", lines, bahasa, MOST_LINES)
    return total


def _print_block(key: str, lines: Sequence[str], bahasa: Language, most: int) -> None:
    if not lines:
        return
    print(f"\n{say(key, bahasa)}:")
    for line in lines[:most]:
        print(f"  - {line}")
    if len(lines) > most:
        print(f"  {say('more', bahasa, jumlah=len(lines) - most)}")


def _print_next(taken: Taken, refused: int, held: int, bahasa: Language) -> None:
    print(f"\n{say('next', bahasa)}:")
    if taken.known == taken.files:
        print(f"  {say('next.known', bahasa)}")
    if taken.waiting:
        print(f"  {say('next.waiting', bahasa)}")
    if taken.withdrawn:
        print(f"  {say('next.withdrawn', bahasa)}")
    if refused:
        print(f"  {say('next.refused', bahasa)}")
    if held:
        print(f"  {say('next.held', bahasa)}")
    if not refused and not held and not taken.waiting and taken.known < taken.files:
        print(f"  {say('next.all_good', bahasa)}")
