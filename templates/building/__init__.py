"""Builds the Word templates in templates/docx: ``python -m templates.building``.

The .docx files are what a studio edits; this package is how they were first
made, so that their looks can be changed in one place. It is never imported
by the program itself.
"""
