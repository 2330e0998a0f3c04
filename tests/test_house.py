"""The rules of the house: who may import whom, how long things may get, what the code may not say."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from schemas.findings import CODES

ROOT = Path(__file__).parent.parent
OURS = ("schemas", "flows", "warehouse")
MODULES = [path for top in OURS for path in sorted((ROOT / top).rglob("*.py"))]
LONGEST_MODULE = 280
LONGEST_FUNCTION = 50
# "path" or "path:function" that may be longer, each with its reason behind it.
LONGER = frozenset(
    {
        "schemas/ikm.py",  # declarations only: the core form with its 27 columns must stay one file
    }
)
# What a module, by the start of its dotted name (longest first), may import of ours.
MAY_IMPORT = {
    "schemas": ("schemas",),
    "warehouse": ("warehouse", "schemas"),
    "flows.grammar": ("flows.grammar", "schemas"),
    "flows.steps": ("flows.grammar", "flows.shapes", "schemas"),
    "flows.outputs": ("flows.outputs", "flows.grammar", "flows.shapes", "schemas"),
}
# Words in capitals that are no finding codes: what the environment and the libraries use.
OTHER_CAPITALS = re.compile(
    r"^(IKM|PREFECT|PYTHON|DO_NOT|RLIMIT|XDG|SIG|NO|DUCKDB|POLARS|SC|READ)_"
    # The parts of a query, as DuckDB's parser names them.
    r"|^(BASE_TABLE|TABLE_FUNCTION|COLUMN_REF|CONJUNCTION_AND|VALUE_CONSTANT|OPERATOR_(CAST|COALESCE))$"
    r"|^(SELECT_NODE|SET_OPERATION_NODE|ORDER_MODIFIER|FORCE_AGGREGATES|STANDARD_HANDLING)$|^_MODIFIER$"
)
LOOKS_LIKE_A_CODE = re.compile(r"^[A-Z]{2,}(?:_[A-Z]+)+$")
FORBIDDEN_CALLS = {
    "fetchone": "leaves a result open, and the next query fails with DuckDB 2",
    "executemany": "1,000 rows a second; INSERT ... SELECT FROM a frame instead",
}
GONE_AFTER_EXECUTE = {"pl", "arrow", "df", "fetch_arrow_table", "fetch_record_batch"}
HEAVY = ("polars", "duckdb", "pandera", "prefect", "openpyxl", "pyarrow", "lokal", "rapidfuzz")


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> set[str]:
    """Every dotted name the module imports, also inside functions; ``from a import b`` gives a and a.b."""
    found: set[str] = set()
    package = dotted(path).split(".") if path.name == "__init__.py" else dotted(path).split(".")[:-1]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            found |= {start} | {f"{start}.{alias.name}" for alias in node.names}
    return found


def step_of(name: str) -> str | None:
    """The step a dotted name belongs to: flows.steps.read, flows.steps.read_csv and flows.steps.read.csv
    are all of the step ``read``."""
    parts = name.split(".")
    return parts[2].split("_")[0] if parts[:2] == ["flows", "steps"] and len(parts) > 2 else None


def within(name: str, *starts: str) -> bool:
    return any(name == start or name.startswith(f"{start}.") for start in starts)


def not_allowed(path: Path) -> list[str]:
    """The imports of ours that the module's place in the house does not allow."""
    name = dotted(path)
    rule = next((rule for rule in sorted(MAY_IMPORT, key=len, reverse=True) if within(name, rule)), None)
    ours = {found for found in imports(path) if within(found, *OURS, "tests", "bench", "samples")}
    if rule is None:
        return [found for found in ours if not within(found, *OURS)]
    own_step = step_of(name)
    return [
        found
        for found in ours
        if not (
            within(found, *MAY_IMPORT[rule])
            or (own_step is not None and step_of(found) == own_step)
            # `from flows import shapes` also names the package it comes from.
            or (found in {"flows", "flows.steps"} and rule.startswith("flows"))
        )
    ]


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_imports_go_downward_only(path: Path) -> None:
    assert not_allowed(path) == []


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_only_the_flow_files_know_prefect(path: Path) -> None:
    if path.parent != ROOT / "flows":
        assert not {name for name in imports(path) if within(name, "prefect")}


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_nothing_gets_too_long(path: Path) -> None:
    tall = []
    if path.read_text(encoding="utf-8").count("\n") > LONGEST_MODULE:
        tall.append(short(path))
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                tall.append(f"{short(path)}:{node.name}")
    assert [name for name in tall if name not in LONGER] == []


def codes_named(path: Path) -> set[str]:
    """String constants of the module that are, or look like, finding codes."""
    called, exported = set(), set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Assign) and any(
            getattr(name, "id", "") == "__all__" for name in node.targets
        ):
            exported = set(ast.literal_eval(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            first = node.args[0]
            if node.func.id in {"Finding", "Rule"} and isinstance(first, ast.Constant):
                called.add(str(first.value))
    constants = {
        node.value
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return called | {
        text
        for text in constants - exported
        if LOOKS_LIKE_A_CODE.match(text) and not OTHER_CAPITALS.match(text)
    }


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_every_finding_code_in_the_code_is_in_the_list(path: Path) -> None:
    assert codes_named(path) - set(CODES) == set()


def test_every_finding_code_in_the_list_is_given_somewhere() -> None:
    texts = [path.read_text(encoding="utf-8") for path in MODULES if "finding_texts" not in path.parts]
    given = {kode for kode in CODES if any(f'"{kode}"' in text for text in texts)}
    assert set(CODES) - given == set()


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_the_database_is_asked_in_ways_that_last(path: Path) -> None:
    found = []
    for node in ast.walk(tree_of(path)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        name, asked = node.func.attr, node.func.value
        if name in FORBIDDEN_CALLS:
            found.append(f"line {node.lineno}: {name}: {FORBIDDEN_CALLS[name]}")
        executed = isinstance(asked, ast.Call) and isinstance(asked.func, ast.Attribute)
        if executed and asked.func.attr == "execute" and name in GONE_AFTER_EXECUTE:  # type: ignore[attr-defined]
            found.append(f"line {node.lineno}: execute().{name}() is gone in DuckDB 2; use sql().pl()")
    assert found == []


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    asked = f"import sys, flows.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    told = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert told.stdout.strip() == "[]"


PLACES_OF_ONE_MACHINE = re.compile(
    r"(?<![\w.~$}])/(?:work|root|tmp|home)/[a-z]|(?:[a-z0-9-]+\.)+python[h]osted"
)


def test_no_file_names_a_machine_s_paths_or_a_package_index() -> None:
    texts = [*MODULES, *ROOT.glob("*.lock"), *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    texts += [ROOT / "Makefile", ROOT / "pyproject.toml", *(ROOT / ".ci").iterdir()]
    named = [short(path) for path in texts if PLACES_OF_ONE_MACHINE.search(path.read_text(encoding="utf-8"))]
    assert named == []


def test_the_lock_has_a_hash_for_everything_and_holds_the_pins() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        entries = re.split(r"\n(?=[a-z])", text)
        assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
        assert "prefect==3.8.8" in text
        assert "duckdb==1.5.5" in text
        assert re.search(r"^fastapi==0\.(139|14\d|150)\.", text, re.MULTILINE)
        assert re.search(r"^sqlalchemy\[asyncio\]==2\.0\.", text, re.MULTILINE)
