"""Receipts as programs at the counter and card machines print them; all names are invented."""

from __future__ import annotations

from tests.extractors.look import Look

POINT_OF_SALE = Look(
    paper="""
                     Kettle & Core Training
                        $127.50
    
    How was your experience?

    Custom Amount                                   $120.00
      60 min 1:1 personal training
    Subtotal                                        $120.00
    Sales Tax                                         $7.50
    Total                                           $127.50

    Visa 4242 (Contactless)            Mar 14 2026 at 9:41 AM
    #aB3x                              Auth code: 019283

    Kettle & Core Training
    88 Pier Ave
    Santa Monica, CA 90405
    (310) 555-0144
    Square automatically sends receipts to the email address you used.
    """,
    holds={
        "vendor_name": "Kettle & Core Training",
        "total": "127.50",
        "subtotal": "120.00",
        "tax": "7.50",
        "payment_method": "Visa",
        "payment_date": "2026-03-14",
        "vendor_phone": "+13105550144",
        "vendor_address": "88 Pier Ave, Santa Monica, CA 90405",
    },
    lacks=("service_dates", "patient_name"),
)

STUDIO_SOFTWARE = Look(
    paper="""
    Pulse Pilates & PT Studio                         Sales Receipt
    2211 Larimer St, Ste 200
    Denver, CO 80205
    303-555-0190

    Sale Date: 2/11/2026 5:32 PM                      Receipt #: 100045511
    Client: Hannah Kowalczyk                          Client ID: 100002231
    Sold by: Jess M.

    Item                                Price     Qty   Discount   Tax     Total
    Private Pilates - 55 min            $110.00    1     $0.00     $0.00   $110.00
    Grip Socks                           $18.00    1     $0.00     $1.51    $19.51

                                               Subtotal    $128.00
                                                    Tax      $1.51
                                                  Total    $129.51
    Payments
    Credit Card (Visa) ending 8831                         $129.51
    Thank you for visiting!
    """,
    holds={
        "vendor_name": "Pulse Pilates & PT Studio",
        "receipt_number": "100045511",
        "patient_name": "Hannah Kowalczyk",
        "payment_date": "2026-02-11",
        "subtotal": "128.00",
        "tax": "1.51",
        "total": "129.51",
        "description": "Private Pilates - 55 min",
        "line_items": ("110.00", "19.51"),
        "payment_method": "Visa",
        "vendor_phone": "+13035550190",
    },
    lacks=("service_dates",),
)

BOOKING_SOFTWARE = Look(
    paper="""
    Steady State Fitness Coaching
    Transaction #: 88213
    Checkout Date: Tue, Mar 3, 2026 10:05 AM
    Customer: Ben Sato
    Service provider: Alicia Romero

    Qty  Item                                   Amount
    1    Strength Assessment (Mar 3, 2026)      $75.00
    1    Foam roller                            $24.00
         Subtotal:                              $99.00
         Tax:                                    $1.98
         Tip:                                   $15.00
         Total:                                $115.98
         Visa:                                 $115.98
         Amount Due:                             $0.00
    Steady State Fitness Coaching
    511 Oak St, Eugene, OR 97401
    (541) 555-0120
    """,
    holds={
        "vendor_name": "Steady State Fitness Coaching",
        "patient_name": "Ben Sato",
        "subtotal": "99.00",
        "tax": "1.98",
        "total": "115.98",
        "payment_date": "2026-03-03",
        "payment_method": "Visa",
        "line_items": ("75.00", "24.00"),
    },
)

CARD_SLIP = Look(
    paper="""
                 BAYSIDE PT GROUP
               220 BAY ST STE 9
              TAMPA, FL 33602
    
    Merchant ID:            7712
    Term ID:                0042
    
    Sale
    MASTERCARD
    XXXXXXXXXXXX9917          Entry Method: Chip
    Total:         $      140.00
    05/19/26                  13:08:51
    Inv #: 000017             Appr Code: 88213Z
    Apprvd: Online            Batch#: 000212
    AID: A0000000041010
    TVR: 0000008000
    CUSTOMER COPY
    """,
    holds={
        "vendor_name": "BAYSIDE PT GROUP",
        "total": "140.00",
        "payment_method": "MASTERCARD",
        "payment_date": "2026-05-19",
    },
    lacks=("service_dates", "patient_name"),
)

LOOKS = {
    "point_of_sale": POINT_OF_SALE,
    "studio_software": STUDIO_SOFTWARE,
    "booking_software": BOOKING_SOFTWARE,
    "card_slip": CARD_SLIP,
}
