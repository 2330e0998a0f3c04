"""Comments in both languages on everything that analysts see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from schemas.base import ReportSpec

from .ddl import named, quoted
from .lineage import CELL_COLUMNS, CELL_FIELDS
from .masking import key_fields, shown_columns
from .tables import Field, fixed_tables, report_fields
from .views import View

FROM = Field("berlaku_dari", "TIMESTAMP", "Mulai berlaku.", "In force from.")
UNTIL = Field(
    "berlaku_sampai",
    "TIMESTAMP",
    "Akhir berlaku; kosong bila masih berlaku.",
    "In force until; NULL while in force.",
)


def table_comments(specs: Sequence[ReportSpec], masked: bool) -> list[str]:
    """Statements that comment every table of the catalog in use, its history and its columns."""
    statements: list[str] = []
    for spec in specs:
        statements += _report(spec, masked)
    for table in fixed_tables().values():
        if table.place != "terbatas" or not masked:
            statements += _relation("TABLE", table.name, both(table.meaning, table.meaning_en), table.fields)
    return statements + _relation(
        "VIEW",
        "asal",
        "Satu baris = satu sel di balik nilai yang dimuat. | One row = one cell behind a value.",
        cell_fields(),
    )


def view_comments(views: Sequence[View]) -> list[str]:
    """Statements that comment the views that answer questions, and their columns."""
    statements: list[str] = []
    for view in views:
        statements.append(f"COMMENT ON {view.kind} {view.name} IS {quoted(view.comment)}")
        statements += [_on_column(view.name, name, text) for name, text in view.columns.items()]
    return statements


def both(meaning: str, english: str) -> str:
    """Indonesian and English in one comment."""
    return f"{meaning} | {english}"


def _report(spec: ReportSpec, masked: bool) -> list[str]:
    shown = {name for name, _ in shown_columns(spec, masked)}
    own = {column.name for column in spec.columns}
    fields = [field for field in report_fields(spec) if field.name not in own or field.name in shown]
    fields += key_fields(spec)
    comment = both(f"{spec.title}. {spec.meaning}", f"{spec.title_en}. {spec.meaning_en}")
    old = f"Versi yang sudah digantikan dari {spec.name}. | Superseded versions of {spec.name}."
    every = (
        f"Semua versi {spec.name}, sekali untuk setiap masa berlakunya. | "
        f"Every version of {spec.name}, once for each time it was in force."
    )
    history = [f._replace(name=f"isi_{f.name}") if f.name in {FROM.name, UNTIL.name} else f for f in fields]
    return [
        *_relation("TABLE", named(spec.name), comment, fields),
        *_relation("TABLE", f"riwayat.lama_{spec.name}", old, fields),
        *_relation("VIEW", f"riwayat.{named(spec.name)}", every, [FROM, UNTIL, *history]),
    ]


def _relation(kind: str, name: str, comment: str, fields: Iterable[Field]) -> list[str]:
    return [
        f"COMMENT ON {kind} {name} IS {quoted(comment)}",
        *(_on_column(name, field.name, both(field.meaning, field.meaning_en)) for field in fields),
    ]


def _on_column(relation: str, column: str, comment: str) -> str:
    return f"COMMENT ON COLUMN {relation}.{named(column)} IS {quoted(comment)}"


def cell_fields() -> list[Field]:
    """The columns of the view ``asal``."""
    tables = fixed_tables()
    known = {field.name: field for name in ("kolom_asal", "kiriman") for field in tables[name].fields}
    known |= {field.name: field for field in (*tables["temuan"].fields[:4], *CELL_FIELDS)}
    return [known[name] for name in CELL_COLUMNS]
