"""A query that adds up or counts rows of one report table, taken apart by DuckDB's own parser.

Nothing is cut out of the text: the parser gives a tree, parts of it make new trees, and DuckDB writes those as
SQL again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

import duckdb

Tree = dict[str, Any]
AGGREGATES = {
    "sum": "sum",
    "count": "count",
    "count_star": "count",
    "avg": "avg",
    "mean": "avg",
    "min": "min",
    "max": "max",
}
SOURCES = {"SUBQUERY": "FROM (SELECT …)", "TABLE_FUNCTION": "FROM f(…)", "BASE_TABLE": "TABLESAMPLE"}
NAMED_PARTS = {"having": "HAVING", "qualify": "QUALIFY", "sample": "SAMPLE"}


class Untraceable(Exception):
    """A query that cannot be traced; ``key`` and ``details`` make the sentence that says why."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key, self.details = f"trace.{key}", details


class Number(NamedTuple):
    """One aggregate of the query: its function, the column of the report table (None: rows are counted), DISTINCT."""

    function: str
    kolom: str | None
    distinct: bool
    tree: Tree


class Plan(NamedTuple):
    """What is traced: the report table, the aggregates, and what the query groups by."""

    laporan: str
    numbers: list[Number]
    groups: list[Tree]
    node: Tree
    alias: str


def plan_of(
    con: duckdb.DuckDBPyConnection,
    query: str,
    reports: Mapping[str, Collection[str]],
    views: Mapping[str, Sequence[str]],
) -> Plan:
    """Take ``query`` apart. ``reports``: report table → its columns; ``views``: view → the tables it reads.

    Raises :class:`Untraceable` for anything but sum, count, avg, min and max over one report table.
    """
    node = _node(con, query)
    laporan, alias = _report_table(node, reports, views)
    groups = _groups(node)
    numbers = []
    for item in node["select_list"]:
        found = _aggregate(item)
        if found is None:
            if not groups:
                raise Untraceable("no_aggregate")
            continue
        numbers.append(_number(found, laporan, alias, reports[laporan]))
    if not numbers:
        raise Untraceable("no_aggregate")
    return Plan(laporan, numbers, groups, node, alias)


def rows_query(con: duckdb.DuckDBPyConnection, plan: Plan, number: Number) -> str:
    """SQL for the rows behind a number: kiriman_id, baris, nilai, kelompok_1 …, under the same conditions."""
    node = _bare(plan.node)
    value = deepcopy(number.tree["children"][0]) if number.kolom else _constant_one()
    items = [_column(plan.alias, "kiriman_id"), _column(plan.alias, "baris"), value, *deepcopy(plan.groups)]
    names = ["kiriman_id", "baris", "nilai", *group_names(plan)]
    node["select_list"] = [{**item, "alias": name} for item, name in zip(items, names, strict=True)]
    only = number.tree.get("filter")
    if only is not None:
        where = node["where_clause"]
        node["where_clause"] = deepcopy(only) if where is None else _both(where, deepcopy(only))
    return _written(con, node)


def number_query(con: duckdb.DuckDBPyConnection, plan: Plan, number: Number) -> str:
    """SQL for the number itself, one row a group: hasil, kelompok_1 …"""
    node = _bare(plan.node)
    groups = deepcopy(plan.groups)
    named = [{**item, "alias": name} for item, name in zip(groups, group_names(plan), strict=True)]
    node["select_list"] = [{**deepcopy(number.tree), "alias": "hasil"}, *named]
    node["group_expressions"] = [{**item, "alias": ""} for item in groups]
    node["group_sets"] = [list(range(len(groups)))] if groups else []
    return _written(con, node)


def group_names(plan: Plan) -> list[str]:
    return [f"kelompok_{place}" for place in range(1, len(plan.groups) + 1)]


def _node(con: duckdb.DuckDBPyConnection, query: str) -> Tree:
    ((text,),) = con.execute("SELECT json_serialize_sql(?)", [query]).fetchall()
    tree = json.loads(text)
    if tree.get("error"):
        if tree.get("error_type") == "parser":
            raise Untraceable("syntax", alasan=str(tree.get("error_message", "")).split("\n")[0])
        raise Untraceable("not_select")
    if len(tree["statements"]) != 1:
        raise Untraceable("not_select")
    node: Tree = tree["statements"][0]["node"]
    if node["type"] != "SELECT_NODE":
        raise Untraceable("shape", bagian="UNION" if node["type"] == "SET_OPERATION_NODE" else "WITH")
    _assert_plain(node)
    return node


def _assert_plain(node: Tree) -> None:
    if node["cte_map"]["map"]:
        raise Untraceable("shape", bagian="WITH")
    for part, name in NAMED_PARTS.items():
        if node[part] is not None:
            raise Untraceable("shape", bagian=name)
    if len(node["group_sets"]) > 1:
        raise Untraceable("shape", bagian="GROUPING SETS")
    for modifier in node["modifiers"]:
        if modifier["type"] != "ORDER_MODIFIER":
            raise Untraceable("shape", bagian=modifier["type"].removesuffix("_MODIFIER"))


def _report_table(
    node: Tree, reports: Mapping[str, Collection[str]], views: Mapping[str, Sequence[str]]
) -> tuple[str, str]:
    """The report table that the query reads, and the name it has there."""
    tables = list(_tables(node["from_table"]))
    for one in tables:
        needed = views.get(one["table_name"].lower())
        if needed is not None and one["schema_name"] in {"", "main"}:
            sources = [name for name in needed if name in reports] or needed
            raise Untraceable("view", view=one["table_name"], tabel=", ".join(sources))
        if one["schema_name"] not in {"", "main"}:
            raise Untraceable("shape", bagian=f"{one['schema_name']}.{one['table_name']}")
    found = [one for one in tables if one["table_name"].lower() in reports]
    if len(found) > 1:
        raise Untraceable("two_reports", tabel=", ".join(one["table_name"] for one in found))
    if not found:
        raise Untraceable("no_report", tabel=", ".join(reports))
    return found[0]["table_name"].lower(), found[0]["alias"] or found[0]["table_name"]


def _tables(source: Tree) -> Iterator[Tree]:
    if source["type"] == "BASE_TABLE" and source["sample"] is None:
        yield source
    elif source["type"] == "JOIN":
        yield from _tables(source["left"])
        yield from _tables(source["right"])
    elif source["type"] != "EMPTY":
        raise Untraceable("shape", bagian=SOURCES.get(source["type"], "FROM"))


def _groups(node: Tree) -> list[Tree]:
    """What the query groups by, ordinals and names of the select list looked up."""
    items = node["select_list"]
    if node["aggregate_handling"] == "FORCE_AGGREGATES":
        return [item for item in items if _aggregate(item) is None]
    named = {item["alias"]: item for item in items if item["alias"]}
    groups = []
    for one in node["group_expressions"]:
        if one["type"] == "VALUE_CONSTANT" and isinstance(one["value"]["value"], int):
            one = items[one["value"]["value"] - 1] if one["value"]["value"] <= len(items) else one
        elif one["type"] == "COLUMN_REF" and one["column_names"][-1] in named:
            one = named[one["column_names"][-1]]
        groups.append(one)
    return groups


def _aggregate(item: Tree) -> Tree | None:
    """The aggregate that an item of the select list is; a cast around it changes nothing that is traced."""
    while item["type"] == "OPERATOR_CAST":
        item = item["child"]
    if item["type"] == "FUNCTION" and item["function_name"] in AGGREGATES:
        return item
    return None


def _number(tree: Tree, laporan: str, alias: str, columns: Collection[str]) -> Number:
    function = AGGREGATES[tree["function_name"]]
    children = tree["children"]
    if function == "count" and (not children or children[0]["type"] == "VALUE_CONSTANT"):
        return Number("count", None, False, tree)
    inner: Tree = _unwrapped(children[0]) if len(children) == 1 else {"type": None}
    if inner["type"] != "COLUMN_REF" or (tree["distinct"] and function != "count"):
        raise Untraceable("argument", fungsi=tree["function_name"], tabel=laporan)
    path: list[str] = inner["column_names"]
    name = path[-1].lower()
    if name not in columns or (len(path) > 1 and path[-2].lower() != alias.lower()):
        raise Untraceable("no_column", kolom=".".join(path), tabel=laporan)
    return Number(function, name, bool(tree["distinct"]), tree)


def _unwrapped(tree: Tree) -> Tree:
    """The column within coalesce(column, 0), which adds nothing to a sum."""
    if tree["type"] != "OPERATOR_COALESCE" or len(tree["children"]) != 2:
        return tree
    column, other = tree["children"]
    return column if other["type"] == "VALUE_CONSTANT" and other["value"].get("value") == 0 else tree


def _bare(node: Tree) -> Tree:
    """The query without its select list, groups and order: FROM and WHERE are left."""
    return {
        **deepcopy(node),
        "modifiers": [],
        "group_expressions": [],
        "group_sets": [],
        "aggregate_handling": "STANDARD_HANDLING",
    }


def _column(table: str, name: str) -> Tree:
    return {"class": "COLUMN_REF", "type": "COLUMN_REF", "alias": "", "column_names": [table, name]}


def _constant_one() -> Tree:
    value = {"type": {"id": "INTEGER", "type_info": None}, "is_null": False, "value": 1}
    return {"class": "CONSTANT", "type": "VALUE_CONSTANT", "alias": "", "value": value}


def _both(one: Tree, other: Tree) -> Tree:
    return {"class": "CONJUNCTION", "type": "CONJUNCTION_AND", "alias": "", "children": [one, other]}


def _written(con: duckdb.DuckDBPyConnection, node: Tree) -> str:
    tree = {"error": False, "statements": [{"node": node, "named_param_map": []}]}
    ((text,),) = con.execute("SELECT json_deserialize_sql(?::JSON)", [json.dumps(tree)]).fetchall()
    return str(text)
