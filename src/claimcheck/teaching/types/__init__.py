"""Exercises for educators, a module for each family of types."""
