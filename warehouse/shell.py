"""The published file before any row is in it: tables, history, views and what is said of them.

Some two thousand statements that are the same for every load of one version of the program. They are carried
out once; the file is kept beside the compiled modules and copied from then on.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from schemas.base import ReportSpec

from .comments import table_comments, view_comments
from .ddl import connect, named, quoted
from .history import history_view, superseded
from .lineage import cell_view
from .masking import key_fields, published_columns
from .tables import FixedTable, fixed_tables, report_fields
from .views import View, views_over

_KEPT_IN = Path(__file__).parent / "__pycache__"
_MOST_KEPT = 6


def statements(specs: Sequence[ReportSpec], masked: bool) -> list[str]:
    """All that makes an empty catalog, the one in use, a published file without rows."""
    made = ["CREATE SCHEMA riwayat"]
    for spec in specs:
        made += _report_tables(spec, masked)
    for table in published_tables(masked):
        columns = ", ".join(f"{named(field.name)} {field.type}" for field in table.fields)
        made.append(f"CREATE TABLE main.{table.name} ({columns})")
    made += [history_view(spec.name, published_columns(spec, masked)) for spec in specs]
    views = published_views(specs)
    return [
        *made,
        cell_view(specs, masked),
        *table_comments(specs, masked),
        *(view.creation for view in views),
        *view_comments(views),
    ]


def published_tables(masked: bool) -> list[FixedTable]:
    """The tables beside those of reports that a published file has."""
    return [table for table in fixed_tables().values() if table.place != "terbatas" or not masked]


def published_views(specs: Sequence[ReportSpec]) -> list[View]:
    """The views that these reports can answer, each after those it reads."""
    return views_over({spec.name for spec in specs} | set(fixed_tables()))


def _report_tables(spec: ReportSpec, masked: bool) -> list[str]:
    """The current rows go to ``main``, the superseded ones to ``riwayat.lama_…``: no row is stored twice."""
    types = {field.name: field.type for field in (*report_fields(spec), *key_fields(spec))}
    columns = ", ".join(f"{named(name)} {types[name]}" for name in published_columns(spec, masked))
    return [
        f"CREATE TABLE {target} ({columns})" for target in (f"main.{named(spec.name)}", superseded(spec.name))
    ]


def build(con: duckdb.DuckDBPyConnection, made: Sequence[str]) -> None:
    """Carry out ``made`` in the catalog in use, in one transaction."""
    # There is nothing to optimise in a comment or a view that is only bound, and looking takes half of the time.
    con.execute("BEGIN TRANSACTION; PRAGMA disable_optimizer")
    con.execute(";\n".join(made))
    con.execute("PRAGMA enable_optimizer; COMMIT")


def kept_shell(made: Sequence[str]) -> Path | None:
    """A file in which ``made`` has been carried out, to be copied; None where none can be kept."""
    said = "\n".join([duckdb.__version__, *made])
    path = _KEPT_IN / f"kerangka-{hashlib.sha256(said.encode()).hexdigest()[:20]}.duckdb"
    if path.exists():
        return path
    fresh = path.with_suffix(f".{os.getpid()}.baru")
    try:
        _KEPT_IN.mkdir(exist_ok=True)
        _make(fresh, made)
        os.replace(fresh, path)
        _forget_old_ones()
    except (OSError, duckdb.Error):
        # Installed where this user may not write: each load then makes its own.
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        return None
    return path


def _make(path: Path, made: Sequence[str]) -> None:
    path.unlink(missing_ok=True)
    con = connect(path.parent)
    try:
        con.execute(f"ATTACH {quoted(str(path))} AS kerangka (RECOVERY_MODE NO_WAL_WRITES)")
        con.execute("USE kerangka")
        build(con, made)
        con.execute("CHECKPOINT kerangka")
    finally:
        con.close()


def _forget_old_ones() -> None:
    kept = sorted(_KEPT_IN.glob("kerangka-*.duckdb"), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in kept[_MOST_KEPT:]:
        old.unlink(missing_ok=True)


def main() -> int:
    """``python -m warehouse.shell``: part of setting up, as compiling the modules is."""
    from schemas.reports import specs

    made = [kept_shell(statements(specs(), masked)) for masked in (True, False)]
    return 0 if all(made) else 1


if __name__ == "__main__":
    sys.exit(main())
