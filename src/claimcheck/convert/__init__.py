"""Other formats to and from a corpus."""
