"""Every sentence there is, in English: names, dates, positions, verdicts, proofs.

Belongs here: plain functions from what was found to words. Does not belong here: what is told and in which order,
layout, escaping.
"""
