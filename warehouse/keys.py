"""The key of the pseudonyms, and the pseudonyms of many people or businesses at once."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

import polars as pl

from .faults import HomeFault

KEY_BYTES = 32
PSEUDONYM_LENGTH = 16


def masking_key(home: Path) -> bytes:
    """The key of this home's pseudonyms; made on first use, for its owner's eyes alone.

    Whoever loses it gets other pseudonyms than those already handed out; whoever knows it can test names.
    Raises :class:`~warehouse.faults.HomeFault` where it is damaged, or gone although something was published.
    """
    found = read_key(home)
    if found is not None:
        return found
    path = _key_file(home)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Written beside and moved, so that no one ever reads half a key.
    fresh = path.with_suffix(".baru")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as target:
        target.write(secrets.token_bytes(KEY_BYTES))
        target.flush()
        os.fsync(target.fileno())
    os.replace(fresh, path)
    return path.read_bytes()


def read_key(home: Path) -> bytes | None:
    """The key of this home; None where none is needed yet. Raises as :func:`masking_key` does."""
    path = _key_file(home)
    if not path.exists():
        if (home / "warehouse" / "ikm.duckdb").exists():
            raise HomeFault("key_lost", berkas=path)
        return None
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise HomeFault("key_damaged", berkas=path)
    return key


def content_salt(key: bytes) -> str:
    """What hashes of content are mixed with where analysts see them.

    The hash of a list with one unknown cell tells that cell to whoever tries them all: a NIK of a known day of birth
    has ten thousand.
    """
    return hmac.new(key, b"isi_sha256", hashlib.sha256).hexdigest()


def _key_file(home: Path) -> Path:
    return home / "kunci" / "masker.key"


def pseudonyms(texts: pl.Series, key: bytes) -> pl.DataFrame:
    """``teks_samaran`` → ``samaran`` for every distinct text: 16 hexadecimal digits of HMAC-SHA256 under ``key``."""
    unique = texts.drop_nulls().unique()
    # The key is taken in once and the state copied: half the time of starting anew for every text.
    keyed = hmac.new(key, digestmod=hashlib.sha256)
    hashed = [_digest(keyed, text)[:PSEUDONYM_LENGTH] for text in unique]
    schema = {"teks_samaran": pl.String, "samaran": pl.String}
    return pl.DataFrame({"teks_samaran": unique, "samaran": hashed}, schema=schema)


def _digest(keyed: hmac.HMAC, text: str) -> str:
    made = keyed.copy()
    made.update(text.encode("utf-8"))
    return made.hexdigest()
