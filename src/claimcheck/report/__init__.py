"""What a reader sees: the only prose, and the renderers that decide nothing."""
