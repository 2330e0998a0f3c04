"""``ikm init``: prepare a working home; what is there already stays as it is."""

from __future__ import annotations

import argparse
from pathlib import Path

from flows.messages import Language, say
from flows.settings import FILE, Settings, read_settings
from flows.settings_write import missing_keys, settings_text


def init_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Write the settings file and make the inbox. 0: done, 2: the home cannot be written, or the settings
    that are there have mistakes."""
    path = options.home / FILE
    options.home.mkdir(parents=True, exist_ok=True)
    if _write_new(path, settings_text(Settings())):
        print(say("init.made", bahasa, path=path))
    else:
        read_settings(options.home)
        print(say("init.kept", bahasa, path=path))
        _print_missing(path, bahasa)
    for folder in read_settings(options.home).kotak_masuk.folder:
        place = options.home / folder
        if not Path(folder).is_absolute():
            place.mkdir(parents=True, exist_ok=True)
        print(say("init.inbox", bahasa, folder=place))
    print(say("init.next", bahasa))
    return 0


def _write_new(path: Path, text: str) -> bool:
    """Write the file unless there is one; False where there is."""
    try:
        with path.open("x", encoding="utf-8") as target:
            target.write(text)
    except FileExistsError:
        return False
    return True


def _print_missing(path: Path, bahasa: Language) -> None:
    missing = missing_keys(Settings(), path.read_text(encoding="utf-8-sig"))
    if missing:
        print(say("init.missing", bahasa))
        for name in missing:
            print(f"  - {name}")
