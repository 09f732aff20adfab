"""Each code has an example, which prints what it is expected to; the gallery in the manual is made of them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck.diagnostics import CODES

HERE = Path(__file__).parent


def _gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_error_gallery", HERE.parent.parent / "docs" / "make_error_gallery.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gallery = _gallery()


def test_every_code_has_an_example_and_every_example_a_code() -> None:
    assert sorted(folder.name for folder in HERE.iterdir() if folder.name.startswith("CC")) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_an_example_prints_what_it_is_expected_to(code: str) -> None:
    expected = (HERE / code / "expected.txt").read_text(encoding="utf-8")
    assert gallery.printed(HERE / code) == expected
    assert f" [{code}]\n" in expected


def test_the_gallery_in_the_manual_is_made_of_the_examples() -> None:
    assert gallery.PAGE.read_text(encoding="utf-8") == gallery.page()
