import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import journey_viewer

PACKAGE = Path(journey_viewer.__file__).parent
TESTS = Path(__file__).parent
MODULES = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}
TREES = {name: ast.parse(text) for name, text in MODULES.items()}


def functions() -> Iterator[tuple[str, int]]:
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                yield f"{name}: {node.name}", node.end_lineno - node.lineno + 1


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, tree in TREES.items() if not ast.get_docstring(tree)] == []


def test_no_file_is_over_300_lines() -> None:
    assert {
        name: len(text.splitlines()) for name, text in MODULES.items() if len(text.splitlines()) > 300
    } == {}


def test_no_function_is_over_45_lines() -> None:
    assert {name: lines for name, lines in functions() if lines > 45} == {}


def test_only_the_command_line_prints() -> None:
    printing = {
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert {name for name in printing if not name.startswith("commands/")} == {"cli.py"}


@pytest.mark.parametrize(
    "module",
    [
        "journey_viewer.cli",
        "journey_viewer.session",
        "journey_viewer.timeline.page",
        "journey_viewer.work.minutes",
        "journey_viewer.work.find_attenders",
        "journey_viewer.work.share_pack",
        "journey_viewer.work.working_files",
    ],
)
def test_importing_costs_no_heavy_package(module: str) -> None:
    heavy = (
        "pandas openpyxl python_calamine PySide6 pptx docx lxml xlsxwriter pyqtgraph "
        "ibis duckdb pyarrow statsmodels"
    )
    code = f"import sys, {module}; print(sorted(set({heavy.split()!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_two_test_files_have_one_name() -> None:
    names = Counter(path.name for path in TESTS.rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []
