"""claimcheck: a historiographical claim comparison engine.

From Python: `import claimcheck as cc`, then `cc.open(path)` and `cc.read_date(text)` (see `claimcheck.notebook`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.notebook import Case, ClaimcheckError, DateRead, open, read_date

__version__ = "0.1.0"
__all__ = ["Case", "ClaimcheckError", "DateRead", "__version__", "open", "read_date"]


def __getattr__(name: str) -> Any:
    """What Python is offered is loaded when it is asked for: the command line starts without it."""
    if name in __all__:
        from claimcheck import notebook

        return getattr(notebook, name)
    raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
