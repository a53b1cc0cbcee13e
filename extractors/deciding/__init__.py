"""From proposals to values: which one stands, how probably it is right, may it be used.

`decide` weighs the candidates of every field; the probability comes from a
logistic model whose weights stand in weights.json, fitted by the bench on
drawn documents that are kept for fitting. Acceptance needs both a high
probability and, for the fields with which one patient could be taken for
another, two independent reasons.
"""

from extractors.deciding.decide import decide

__all__ = ["decide"]
