"""A scan in, a reading out: pages, engines, kinds, fields with evidence and confidence.

Pure functions: no database, no clock, no environment, no Prefect. What the
day is and how dates are ordered is passed in (`extractors.options`).
"""
