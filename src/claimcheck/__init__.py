"""claimcheck: a historiographical claim comparison engine."""

__version__ = "0.1.0"
