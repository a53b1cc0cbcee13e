"""Which state a ZIP code belongs to: its first three digits.

Source: the postal service's list of three-digit prefixes (USPS Labeling List L002), by range.
A code that does not fit the state beside it was misread, or the state was.
"""

from __future__ import annotations

_RANGES = {
    "AK": "995-999",
    "AL": "350-369",
    "AR": "716-729 755-755",
    "AZ": "850-865",
    "CA": "900-961",
    "CO": "800-816",
    "CT": "060-069",
    "DC": "200-205 569-569",
    "DE": "197-199",
    "FL": "320-349",
    "GA": "300-319 398-399",
    "HI": "967-968",
    "IA": "500-528",
    "ID": "832-838",
    "IL": "600-629",
    "IN": "460-479",
    "KS": "660-679",
    "KY": "400-427",
    "LA": "700-714",
    "MA": "010-027 055-055",
    "MD": "206-219",
    "ME": "039-049",
    "MI": "480-499",
    "MN": "550-567",
    "MO": "630-658",
    "MS": "386-397",
    "MT": "590-599",
    "NC": "270-289",
    "ND": "580-588",
    "NE": "680-693",
    "NH": "030-038",
    "NJ": "070-089",
    "NM": "870-884",
    "NV": "889-898",
    "NY": "005-005 100-149",
    "OH": "430-459",
    "OK": "730-749",
    "OR": "970-979",
    "PA": "150-196",
    "PR": "006-009",
    "RI": "028-029",
    "SC": "290-299",
    "SD": "570-577",
    "TN": "370-385",
    "TX": "733-733 750-799 885-885",
    "UT": "840-847",
    "VA": "201-201 220-246",
    "VT": "050-059",
    "WA": "980-994",
    "WI": "530-549",
    "WV": "247-268",
    "WY": "820-831",
}

_NAMES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA",
    "Colorado": "CO", "Connecticut": "CT", "Delaware": "DE", "Florida": "FL", "Georgia": "GA",
    "Hawaii": "HI", "Idaho": "ID", "Illinois": "IL", "Indiana": "IN", "Iowa": "IA",
    "Kansas": "KS", "Kentucky": "KY", "Louisiana": "LA", "Maine": "ME", "Maryland": "MD",
    "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN", "Mississippi": "MS",
    "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV", "New Hampshire": "NH",
    "New Jersey": "NJ", "New Mexico": "NM", "New York": "NY", "North Carolina": "NC",
    "North Dakota": "ND", "Ohio": "OH", "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA",
    "Rhode Island": "RI", "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN",
    "Texas": "TX", "Utah": "UT", "Vermont": "VT", "Virginia": "VA", "Washington": "WA",
    "West Virginia": "WV", "Wisconsin": "WI", "Wyoming": "WY",
}  # fmt: skip

STATE_NAMES = "|".join([*_NAMES, *(name.upper() for name in _NAMES)])
"""An alternation for patterns: the states' names as they are written, and in capitals."""


def fits_state(zip_code: str, state: str) -> bool | None:
    """Whether a ZIP code ("83702", "83702-1120") lies in the state ("ID", "Idaho").

    None for letters that are no state.
    """
    ranges = _RANGES.get(_NAMES.get(state.title(), state.upper()))
    if ranges is None:
        return None
    prefix = zip_code[:3]
    return any(first <= prefix <= last for first, last in (r.split("-") for r in ranges.split()))
