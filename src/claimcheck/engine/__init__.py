"""The meaning: claims to parts, parts to constraints, constraints to verdicts with derivations."""
