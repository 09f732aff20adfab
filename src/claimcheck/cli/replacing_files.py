"""Writing a file: beside, then in its place, so that nobody ever finds half of one.

Belongs here: that one way to write, which every command uses. Does not belong here: what is written, and whether
it may be (see `output`).
"""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from claimcheck.cli.exits import refuse


def write_file(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all; what was there stays as it was until all of the new one is on the disk.

    The new file has the rights of the old one. Of a link the file that it leads to is replaced. Into what is no
    file (a device, a pipe) it is written as it comes. Refuses, with exit code 2, what cannot be written.
    """
    try:
        try:
            old = os.stat(path)
        except FileNotFoundError:
            old = None
        if old is not None and not stat.S_ISREG(old.st_mode):
            with open(path, "wb") as device:
                device.write(data)
            return
        target = os.path.realpath(path)
        if old is not None and not os.access(target, os.W_OK):
            refuse(f"cannot write {path}: permission denied")
        _replace(target, data, old)
    except OSError as fault:
        refuse(f"cannot write {path}: {(fault.strerror or 'refused').lower()}")


def _replace(target: str, data: bytes, old: os.stat_result | None) -> None:
    """Puts the data on the disk beside the target, then in its place; takes away what it left if that fails."""
    descriptor, beside = tempfile.mkstemp(prefix=".claimcheck-", suffix=".part", dir=os.path.dirname(target))
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            _take_rights(beside, old)
            os.fsync(file.fileno())
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _take_rights(beside: str, old: os.stat_result | None) -> None:
    if old is None:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(beside, 0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with suppress(OSError):  # only the owner of both may; the rights below are what matters
            os.chown(beside, old.st_uid, old.st_gid)
    os.chmod(beside, stat.S_IMODE(old.st_mode))
