"""Invoices, superbills and summaries of practices and coaches; all names are invented."""

from __future__ import annotations

from tests.extractors.look import Look

ACCOUNTING_INVOICE = Look(
    paper="""
    Anchor Point Physical Therapy & Wellness                        INVOICE
    75 Wharf Rd
    Portsmouth, NH 03801 US
    +16035550112
    billing@anchorpoint.example
    
    BILL TO                                              INVOICE     1187
    Marcus T. Bell                                       DATE        05/06/2026
    19 Gates St                                          TERMS       Net 15
    Portsmouth, NH 03801                                 DUE DATE    05/21/2026

    DATE          ACTIVITY                 DESCRIPTION                        QTY    RATE     AMOUNT
    04/08/2026    Therapeutic exercise     Low-back program, 45 min             1    95.00     95.00
    04/15/2026    Therapeutic exercise     Low-back program, 45 min             1    95.00     95.00
    04/22/2026    Therapeutic exercise     Low-back program, 45 min             1    95.00     95.00

                                                         SUBTOTAL                             285.00
                                                         TAX                                    0.00
                                                         TOTAL                                285.00
                                                         PAYMENT                              100.00
                                                         BALANCE DUE                         $185.00
    """,
    holds={
        "vendor_name": "Anchor Point Physical Therapy & Wellness",
        "receipt_number": "1187",
        "document_date": "2026-05-06",
        "patient_name": "Marcus T. Bell",
        "service_dates": ("2026-04-08", "2026-04-15", "2026-04-22"),
        "subtotal": "285.00",
        "tax": "0.00",
        "total": "285.00",
        "amount_paid": "100.00",
        "balance_due": "185.00",
        "line_items": ("95.00", "95.00", "95.00"),
        "vendor_phone": "+16035550112",
    },
    lacks=("payment_date",),
)

SUPERBILL = Look(
    paper="""
    CASCADE ORTHOPEDIC PHYSICAL THERAPY, INC.
    1450 NW Irving St Suite 300, Portland, OR 97209
    Phone 503-555-0186   Fax 503-555-0187
    Tax ID 93-7712345     Group NPI 1902837465

    STATEMENT FOR INSURANCE REIMBURSEMENT

    PATIENT INFORMATION                      PROVIDER INFORMATION
    Name: Fitzgerald, Nora Anne              Name: Kent Olsson, PT, DPT
    DOB: 07/22/1984                          NPI: 1093817465
    Member ID: W2207 44188                   License: OR 5521
    
    Dx: M54.51, M25.551
    
    DOS           CPT       Mod    Dx Ptr    Units     Charges
    06/02/2026    97110     GP     A         2          $130.00
    06/02/2026    97140     GP     A         1           $70.00
    06/09/2026    97110     GP     A,B       3          $195.00

    TOTAL CHARGES                                       $395.00
    PATIENT PAID (06/09/2026, CHECK #2217)              $395.00
    AMOUNT DUE                                            $0.00
    """,
    holds={
        "vendor_name": "CASCADE ORTHOPEDIC PHYSICAL THERAPY, INC.",
        "patient_name": "Nora Anne Fitzgerald",
        "patient_dob": "1984-07-22",
        "service_dates": ("2026-06-02", "2026-06-09"),
        "total": "395.00",
        "amount_paid": "395.00",
        "balance_due": "0.00",
        "payment_date": "2026-06-09",
        "payment_method": "CHECK",
        "vendor_tax_id": "93-7712345",
        "member_id": "W2207 44188",
    },
)

LEADER_DOTS = Look(
    paper="""
                       TRAIL RIDGE
                    MEDICAL EXERCISE
                 for every body, since 2009
    3920 Ridge Trail Rd . Boulder CO 80302 . 720.555.0134

    Paid receipt 0419
    Issued to  Gwendolyn Ashby-Moore
    On         July 7, 2026

    Exercise physiology consult, 90 min on July 1, 2026 . . . . . . $165.00
    Follow-up session, 55 min on July 6, 2026 . . . . . . . . . . .  $95.00
    Total . . . . . . . . . . . . . . . . . . . . . . . . . . . . . $260.00
    Paid by HSA Visa card on July 7, 2026
    """,
    holds={
        "patient_name": "Gwendolyn Ashby-Moore",
        "service_dates": ("2026-07-01", "2026-07-06"),
        "total": "260.00",
        "payment_date": "2026-07-07",
        "line_items": ("165.00", "95.00"),
        "vendor_phone": "+17205550134",
    },
    lacks=("tax",),
)

HOSPITAL_STATEMENT = Look(
    paper="""
    Mercy Valley Hospital                          Statement date       08/14/2026
    Outpatient Rehabilitation                      Account number       4410023877
    PO Box 4412                                    Patient name         Delia Okonkwo
    Fresno, CA 93744                               Amount due           $48.20
    
    Date of       Description of                  Charges     Insurance    Adjustments   Patient
    service       service                                     payments                   balance
    07/09/2026    PT therapeutic exercise 15 min  $182.00     -$96.30      -$61.60       $24.10
    07/16/2026    PT therapeutic exercise 15 min  $182.00     -$96.30      -$61.60       $24.10

    Totals                                        $364.00    -$192.60     -$123.20       $48.20
    Pay online at mercyvalley.example or call 559-555-0161
    Payment due by 09/04/2026
    """,
    holds={
        "patient_name": "Delia Okonkwo",
        "document_date": "2026-08-14",
        "service_dates": ("2026-07-09", "2026-07-16"),
        "balance_due": "48.20",
        "line_items": ("182.00", "182.00"),
    },
    lacks=("payment_date",),
)

COACHS_OWN = Look(
    paper="""
    INVOICE / RECEIPT
    From: Coach Tereza Novak, CES           To: Mr. Albert Lindqvist
          Novak Functional Training             2 Harbor Ct, Duluth, MN 55802
          17 Superior St, Duluth, MN 55802
          218 555 0171
    Inv # 2026/031        Date 31 March 2026

    Sessions held: March 4, 11, 18, 25
    4 x 60 min functional training @ $70          $280.00
    Less: loyalty discount                        -$20.00
    TOTAL                                         $260.00
    Paid cash 3/31/26. Thank you!
    """,
    holds={
        "patient_name": "Albert Lindqvist",
        "receipt_number": "2026/031",
        "document_date": "2026-03-31",
        "service_dates": ("2026-03-04", "2026-03-11", "2026-03-18", "2026-03-25"),
        "total": "260.00",
        "payment_method": "cash",
        "payment_date": "2026-03-31",
    },
    lacks=("tax",),
)

YEAR_END_SUMMARY = Look(
    paper="""
    Golden Hour Yoga Therapy                        2025 PAYMENT SUMMARY
    640 Canyon Rd, Santa Fe, NM 87501               Prepared 01/05/2026
    505-555-0103     EIN: 85-1122334
    Client: Ruth Abernathy      DOB 1/2/1951

    Date of service     Service provided                Amount charged    Amount paid
    10/06/2025          Yoga therapy, individual 75 min      $115.00         $115.00
    10/20/2025          Yoga therapy, individual 75 min      $115.00         $115.00
    11/03/2025          Yoga therapy, individual 75 min      $115.00         $115.00
    TOTAL                                                    $345.00         $345.00
    """,
    holds={
        "vendor_name": "Golden Hour Yoga Therapy",
        "patient_name": "Ruth Abernathy",
        "patient_dob": "1951-01-02",
        "service_dates": ("2025-10-06", "2025-10-20", "2025-11-03"),
        "total": "345.00",
        "amount_paid": "345.00",
        "line_items": ("115.00", "115.00", "115.00"),
        "description": "Yoga therapy, individual 75 min",
        "vendor_tax_id": "85-1122334",
    },
    lacks=("payment_date",),
)

LOOKS = {
    "accounting_invoice": ACCOUNTING_INVOICE,
    "superbill": SUPERBILL,
    "leader_dots": LEADER_DOTS,
    "hospital_statement": HOSPITAL_STATEMENT,
    "coachs_own": COACHS_OWN,
    "year_end_summary": YEAR_END_SUMMARY,
}
