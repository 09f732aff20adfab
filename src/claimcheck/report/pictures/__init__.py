"""Pictures as values, placed and measured before any format draws them."""
