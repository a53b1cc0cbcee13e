"""What may be claimed and why: codes, cover, substantiation, claims, linting, profiles.

Pure functions over records; what differs by payer is data (rules/profiles).
Every rule that is applied has an id, a plain sentence and a citation in
rules/catalog.yaml, and a verdict shows all three.
"""
