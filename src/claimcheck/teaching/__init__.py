"""Exercises made from findings."""
