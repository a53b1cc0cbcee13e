"""The drawing room: paper, ink, letterheads, forms, receipts and the damage that offices do.

Needs the development dependencies (reportlab); the program itself never imports it.
Nothing here knows a client or a story: text comes in, pages come out.
"""
