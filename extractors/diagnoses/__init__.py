"""Diagnoses: which conditions a document names, whose they are, and with which printed code."""
