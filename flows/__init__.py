"""From the inbox to the outbox: what runs, in which order, and what happens when it breaks.

Prefect stays thin: flows and tasks call the pure functions of the other
rooms and pass opaque ids only, because Prefect stores parameters, run names,
states and logs on its server. Health data never enters them.
"""
