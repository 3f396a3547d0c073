"""Every notebook runs from top to bottom, tells what it finds in its own figures, and is stored without outputs."""

import ast
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
CHARTS = {"01_one_statement": 1, "02_compare_clubs": 5, "03_one_incident": 3, "04_where_the_model_errs": 7}


def read(path: Path) -> nbformat.NotebookNode:
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def test_no_notebook_is_left_out() -> None:
    assert [path.stem for path in NOTEBOOKS] == list(CHARTS)


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_notebook_runs(path: Path) -> None:
    notebook = read(path)
    NotebookClient(notebook, timeout=900, kernel_name="python3", resources={"metadata": {"path": str(ROOT / "notebooks")}}).execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs or cell.source.startswith(("from", "import")) for cell in cells)
    shown = [output for cell in cells for output in cell.outputs]
    assert sum("image/png" in output.get("data", {}) for output in shown) == CHARTS[path.stem]
    said = "".join(output.text for output in shown if output.output_type == "stream")
    assert "Warning" not in said, said  # such as a glyph the font has not
    conclusions = [output.data["text/markdown"] for output in shown if "text/markdown" in output.get("data", {})]
    assert all("nan" not in conclusion and "None" not in conclusion for conclusion in conclusions)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_notebook_is_stored_without_outputs_and_defines_nothing(path: Path) -> None:
    """What is worth a name belongs to the package."""
    for cell in read(path).cells:
        if cell.cell_type == "code":
            assert not cell.outputs and cell.execution_count is None
            parsed = ast.walk(ast.parse(cell.source))
            assert not any(isinstance(node, (ast.FunctionDef, ast.ClassDef)) for node in parsed)
