"""Source criticism over entries and findings: silence, slips, figures, history."""
