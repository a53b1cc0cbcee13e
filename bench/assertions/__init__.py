"""Hand-labelled mentions of conditions in real clinical notes, and how well they are judged.

`labels.csv` holds numbers and labels only; the notes themselves are not part
of the repository. GUIDELINES.md says what was labelled and how.
"""
