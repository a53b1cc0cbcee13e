"""Receipts as payment processors and booking programs print them; all names are invented."""

from __future__ import annotations

from tests.extractors.look import Look

CARD_PROCESSOR = Look(
    paper="""
    Receipt                                              Northlight Movement, LLC
    Invoice number    A1F3C2B7-0004
    Receipt number    2331-8842
    Date paid         April 3, 2026
    Payment method    Visa - 4242

    Northlight Movement, LLC              Bill to
    412 Canal St                          Priya Raman
    New Orleans, Louisiana 70130          priya@example.com
    United States
    hello@northlight.example

    $340.00 paid on April 3, 2026

    Description                                  Qty      Unit price      Amount
    Corrective exercise session (60 min)         4        $85.00          $340.00
    Mar 3 - Mar 31, 2026

                                                 Subtotal                 $340.00
                                                 Total                    $340.00
                                                 Amount paid              $340.00

    Payment history
    Payment method        Date             Amount paid      Receipt number
    Visa - 4242           April 3, 2026    $340.00          2331-8842
    """,
    holds={
        "vendor_name": "Northlight Movement, LLC",
        "receipt_number": "2331-8842",
        "payment_date": "2026-04-03",
        "patient_name": "Priya Raman",
        "total": "340.00",
        "subtotal": "340.00",
        "amount_paid": "340.00",
        "payment_method": "Visa",
        "description": "Corrective exercise session (60 min)",
        "line_items": ("340.00",),
    },
    lacks=("tax", "balance_due"),
)

PHONE_PAYMENT = Look(
    paper="""
    venmo

    Transaction details
    You paid Rosa Delgado Training
    - $85.00
    PT session 3/2 knee rehab
    Status             Complete
    Payment method     Chase Checking x1187
    Transaction ID     3948817723340918822
    Date               March 2, 2026 - 6:14 PM
    Paid to            @RosaDelgado-Training
    Sent by            Omar Haddad
    """,
    holds={
        "total": "85.00",
        "payment_date": "2026-03-02",
    },
    lacks=("vendor_address", "patient_dob"),
)

BANK_TRANSFER = Look(
    paper="""
    Zelle payment confirmation
    Amount sent:  $150.00
    To:  Iron Root Strength LLC
    From:  Free Checking ...4471
    Date sent:  01/09/2026
    Confirmation number:  Q8HX22PL0
    Memo:  two sessions Dec
    """,
    holds={
        "total": "150.00",
        "payment_date": "2026-01-09",
        "payment_method": "Zelle",
    },
    lacks=("service_dates",),
)

ONLINE_WALLET = Look(
    paper="""
    PayPal
    Receipt for Your Payment to Lakeshore Adaptive Fitness
    Transaction ID: 7XK22981HL330014T
    Jan 22, 2026 14:02:11 PST

    You sent a payment of $210.00 USD to Lakeshore Adaptive Fitness

    Merchant                          Instructions to merchant
    Lakeshore Adaptive Fitness        You haven't entered any instructions.
    office@lakeshore.example
    
    Description               Unit price      Qty     Amount
    Adaptive training         $70.00 USD      3       $210.00 USD
    
                              Subtotal        $210.00 USD
                              Total           $210.00 USD
                              Payment         $210.00 USD
    Paid with PayPal balance
    """,
    holds={
        "vendor_name": "Lakeshore Adaptive Fitness",
        "total": "210.00",
        "subtotal": "210.00",
        "line_items": ("210.00",),
        "payment_method": "PayPal",
        "payment_date": "2026-01-22",
    },
    lacks=("service_dates",),
)

POINT_OF_SALE_INVOICE = Look(
    paper="""
    Motion Lab PDX                                       Invoice #000219
                                                         Issue date
                                                         Feb 2, 2026
    Training for shoulder rehab
    Thank you for your trust.

    Customer                    Invoice Details           Payment
    Sofia Bergstrom             PDF created Feb 9, 2026   Paid Feb 9, 2026
    sofia@example.com           $180.00                   $180.00
                                Service date Jan 30, 2026

    Items                              Quantity     Price       Amount
    1:1 Session                        2            $90.00      $180.00

    Subtotal                                                    $180.00
    Total Paid                                                  $180.00
    """,
    holds={
        "receipt_number": "000219",
        "document_date": "2026-02-02",
        "patient_name": "Sofia Bergstrom",
        "payment_date": "2026-02-09",
        "service_dates": ("2026-01-30",),
        "total": "180.00",
        "line_items": ("180.00",),
        "subtotal": "180.00",
    },
)

LOOKS = {
    "card_processor": CARD_PROCESSOR,
    "phone_payment": PHONE_PAYMENT,
    "bank_transfer": BANK_TRANSFER,
    "online_wallet": ONLINE_WALLET,
    "point_of_sale_invoice": POINT_OF_SALE_INVOICE,
}
