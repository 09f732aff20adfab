"""Dates as historians phrase them, English and Russian: a word list per language, one grammar, named rules."""
