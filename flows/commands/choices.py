"""What files replaced or added to, as the summary shows it: a choice that an officer may overrule."""

from __future__ import annotations

from collections.abc import Sequence

from flows.messages import Language, say
from flows.take_in import Taken
from warehouse.records import Outcome

MOST_LINES = 30


def print_choices(taken: Taken, bahasa: Language) -> None:
    """Name the files that took the place of others, and those whose rows are now counted twice."""
    replaced = [one for one in taken.outcomes if one.pilihan == "revisi"]
    twice = [one for one in taken.outcomes if one.pilihan == "tambahan" and one.baris_berulang]
    _print("choices.replaced", replaced, bahasa)
    _print("choices.twice", twice, bahasa)
    if replaced or twice:
        print(f"  {say('choices.next', bahasa)}")


def _print(key: str, outcomes: Sequence[Outcome], bahasa: Language) -> None:
    lines = list(dict.fromkeys(_line(key, one, bahasa) for one in outcomes))
    if not lines:
        return
    print(f"\n{say(key, bahasa)}:")
    for line in lines[:MOST_LINES]:
        print(f"  - {line}")
    if len(lines) > MOST_LINES:
        print(f"  {say('more', bahasa, jumlah=len(lines) - MOST_LINES)}")


def _line(key: str, one: Outcome, bahasa: Language) -> str:
    """The reason as it is stored, which is in Indonesian; in English what can be said without it."""
    if bahasa == "id":
        return f"{one.berkas}: {one.alasan}"
    count = one.baris_berulang if key == "choices.twice" else len(one.menggantikan)
    return say(f"{key}.en", bahasa, berkas=one.berkas, jumlah=count)
