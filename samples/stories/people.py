"""Who the stories are about: clients, practitioners, the studio. All invented.

Telephone numbers lie in 555-0100 … 555-0199; NPIs carry right check digits.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from casebook.records import Address, Client, Provider, Studio

STUDIO: Final = Studio(
    name="Alder & Stone Medical Fitness",
    address=Address(
        street="1420 Juniper Street",
        street2="Suite 3",
        city="Fern Hollow",
        state="OR",
        postal_code="97326",
    ),
    phone="+15415550138",
    fax="+15415550139",
    email="care@alderstone.example",
    website="alderstone.example",
    tax_id="93-1550138",
    professional="Jordan Avery",
    professional_credentials="MS, ACSM-CEP",
)

DANA: Final = Client(
    id="client-1001",
    name="Dana R. Whitfield",
    dob=date(1968, 3, 14),
    phone="+15415550112",
    email="dana.whitfield@mail.example",
    address=Address(street="88 Larch Lane", city="Fern Hollow", state="OR", postal_code="97326"),
    member_ids=("W48820571",),
    employer="Willamette Forest Survey",
    administrator="fsafeds",
    coverage_start=date(2026, 1, 1),
    coverage_end=date(2026, 12, 31),
    training_since=date(2026, 9, 8),
)
MARCUS: Final = Client(
    id="client-1002",
    name="Marcus Oyelaran-Smith",
    dob=date(1979, 11, 2),
    phone="+15415550147",
    member_ids=("CSH 3301 8842",),
    address=Address(street="2210 Quarry Road", city="Millrace", state="OR", postal_code="97355"),
    employer="Calder Freight Lines",
    administrator="generic_fsa",
    coverage_start=date(2026, 1, 1),
    coverage_end=date(2026, 12, 31),
    training_since=date(2026, 9, 22),
)
INES: Final = Client(
    id="client-1003",
    name="Inés Caballero Núñez",
    dob=date(1955, 7, 22),
    phone="+15415550163",
    email="ines.caballero@mail.example",
    address=Address(street="7 Orchard Court", city="Millrace", state="OR", postal_code="97355"),
    member_ids=("CSH 5517 2046",),
    administrator="generic_hsa",
    coverage_start=date(2026, 5, 1),
    training_since=date(2026, 6, 11),
)
ROBERT_SENIOR: Final = Client(
    id="client-1004",
    name="Robert Kim",
    dob=date(1957, 2, 11),
    phone="+15415550171",
    address=Address(street="31 Heron Way", city="Fern Hollow", state="OR", postal_code="97326"),
    administrator="generic_fsa",
)
ROBERT_JUNIOR: Final = Client(
    id="client-1005",
    name="Robert Kim",
    dob=date(1988, 9, 30),
    phone="+15415550172",
    address=Address(street="31 Heron Way", city="Fern Hollow", state="OR", postal_code="97326"),
    administrator="generic_fsa",
)
WALTER: Final = Client(
    id="client-1006",
    name="Walter G. Brandt-Ellis",
    dob=date(1949, 12, 5),
    phone="+15415550184",
    member_ids=("CSH 4410 7719",),
    administrator="generic_hsa",
    coverage_start=date(2025, 1, 1),
    training_since=date(2026, 2, 3),
)
PRISCILLA: Final = Client(
    id="client-1007",
    name="Priscilla Okonkwo-Hale",
    dob=date(1983, 6, 8),
    phone="+15415550190",
    administrator="healthequity",
    coverage_start=date(2026, 1, 1),
    coverage_end=date(2026, 12, 31),
)

CLIENTS: Final = (DANA, MARCUS, INES, ROBERT_SENIOR, ROBERT_JUNIOR, WALTER, PRISCILLA)

OSEI: Final = Provider(
    id="provider-2001",
    name="Harriet L. Osei",
    credentials="MD",
    npi="1730158429",
    practice="Three Rivers Orthopaedic Clinic",
    address=Address(
        street="600 Confluence Avenue", city="Fern Hollow", state="OR", postal_code="97326"
    ),
    phone="+15415550120",
    fax="+15415550121",
)
RAMAN: Final = Provider(
    id="provider-2002",
    name="Priya N. Raman",
    credentials="DO",
    npi="1841297355",
    practice="Lakeside Internal Medicine Associates",
    address=Address(
        street="45 Shoreline Drive",
        street2="2nd Floor",
        city="Millrace",
        state="OR",
        postal_code="97355",
    ),
    phone="+15415550130",
    fax="+15415550131",
)
VILLALOBOS: Final = Provider(
    id="provider-2003",
    name="Tomás E. Villalobos",
    credentials="MD",
    npi="1952386419",
    license="MD218804",
    practice="Bright Harbor Family Medicine",
    address=Address(street="19 Harbor Street", city="Millrace", state="OR", postal_code="97355"),
    phone="+15415550150",
    fax="+15415550151",
)
LINDQVIST: Final = Provider(
    id="provider-2004",
    name="Henrik O. Lindqvist",
    credentials="MD",
    npi="1215480975",
    practice="Cascadia Heart & Vascular Group",
    address=Address(street="9 Foundry Plaza", city="Millrace", state="OR", postal_code="97355"),
    phone="+15415550180",
    fax="+15415550181",
)
ACHTERBERG: Final = Provider(
    id="provider-2005",
    name="Noelle P. Achterberg",
    credentials="MD",
    npi="1357924608",
    practice="Juniper Women's Health",
    address=Address(
        street="301 Meadow Street",
        street2="Suite 120",
        city="Fern Hollow",
        state="OR",
        postal_code="97326",
    ),
    phone="+15415550166",
    fax="+15415550167",
)
SOROKIN: Final = Provider(
    id="provider-2006",
    name="Elena V. Sorokin",
    credentials="MD",
    npi="1468035716",
    practice="Fern Hollow Spine & Pain",
    address=Address(
        street="12 Mill Pond Road", city="Fern Hollow", state="OR", postal_code="97326"
    ),
    phone="+15415550158",
    fax="+15415550159",
)
PROVIDERS: Final = (OSEI, RAMAN, VILLALOBOS, LINDQVIST, ACHTERBERG, SOROKIN)
