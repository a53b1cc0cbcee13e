"""The electronic claim 837P, for a studio that chose to send claims electronically."""

from templates.x12.professional import Parties, Party, claim_file

__all__ = ["Parties", "Party", "claim_file"]
