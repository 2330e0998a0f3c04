"""How many bytes a row the way back to the cells takes in a published file."""

from __future__ import annotations

import tempfile
from pathlib import Path

TABLES = ("mentah", "kolom_asal", "sel_lain")


def lineage_bytes(published: Path) -> int:
    """Bytes of a database file that holds the tables of lineage alone, less those of an empty one."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="ikm-bench-") as folder:
        sizes = []
        for tables in ((), TABLES):
            target = Path(folder) / f"{len(tables)}.duckdb"
            con = duckdb.connect(":memory:")
            con.execute("SET enable_progress_bar = false")
            con.execute(f"ATTACH '{published}' AS terbit (READ_ONLY)")
            con.execute(f"ATTACH '{target}' AS sendiri")
            for table in tables:
                con.execute(f"CREATE TABLE sendiri.{table} AS SELECT * FROM terbit.{table}")
            con.execute("DETACH sendiri")
            con.close()
            sizes.append(target.stat().st_size)
    return sizes[1] - sizes[0]
