"""Reading of a corpus: files in, entries with positions and diagnostics out."""
