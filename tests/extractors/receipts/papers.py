"""Receipts of many looks, typed: the names, numbers and places are invented."""

from __future__ import annotations

SUPERBILL = """
                         PEAK MOTION CLINIC, PLLC
                 220 Harbor View Dr, Ste 4, Portland, OR 97201
              Phone: (503) 555-0142      Fax: (503) 555-0143
                 NPI 1234567893        Tax ID: 93-1234567

    SUPERBILL                                   Superbill No: SB-2207

    Patient: Alvarez, Maria T.                  DOB: 04/12/1961
    Member ID: XQR449201                        Date of visit: 03/14/2026
    Referring provider: Alan Chu, MD

    Date        POS   CPT     Description                    Dx       Units    Charge
    03/14/2026  11    97110   Therapeutic exercise           M17.11   2        $120.00
    03/14/2026  11    97530   Therapeutic activities         M17.11   1        $65.00

                                                   Total charges      $185.00
                                                   Amount paid        $185.00
                                                   Balance due        $0.00
    Payment method: HSA card
    Provider signature: ____________
"""

STATEMENT = """
    RiverBend Strength Studio                          ACCOUNT STATEMENT
    14 Mill St                                         Statement date: May 31, 2026
    Dover, NH 03820                                    Account no: 40221
    603-555-0177

    Bill to:
    Harold P. Jensen
    9 Oak Ave
    Dover, NH 03820

    Date          Description                         Charges     Payments    Balance
    04/30/2026    Previous balance                                            $80.00
    05/04/2026    Personal training, 60 min           $80.00                  $160.00
    05/11/2026    Personal training, 60 min           $80.00                  $240.00
    05/12/2026    Payment - thank you (Visa)                      $160.00     $80.00
    05/18/2026    Personal training, 60 min           $80.00                  $160.00

    Total charges      $240.00
    Total payments     $160.00
    Balance due        $160.00
    Payment due by June 15, 2026
"""

CARD_SLIP = """
              IRON OAK FITNESS
              5 Elm Street
              Salem, MA 01970
              TERMINAL ID: 00231
     06/03/2026              14:22:10
     VISA            ************4417
     ENTRY METHOD: CHIP
     AUTH CODE: 03921Z
     SALE AMOUNT              $95.00
     APPROVED
     CUSTOMER COPY
"""

RECEIPT_BOOK = """
    RECEIPT                                        No. 2214
    Date: June 9, 2026
    Received from  Eleanor Vance
    The sum of     $75.00
    For            Aquatic therapy session on 06/08/2026
    Paid by: check #1182
"""

GYM = """
    COREFIT GYM
    Monthly Membership Invoice
    400 Industrial Pkwy, Reno, NV 89502  |  (775) 555-0131
    Invoice #: 99812        Invoice Date: 07/01/2026
    Member Name: DELACROIX, JEAN-LUC
    Billing period: 07/01/2026 - 07/31/2026
    Monthly membership dues              $59.00
    Towel service                         $5.00
    Subtotal                             $64.00
    Tax (8.265%)                          $5.29
    Total Due                            $69.29
    Auto-pay: Mastercard ending 8821
"""

LABELLED = """
    Northstar Exercise Physiology LLC
    1200 Summit Ave, Suite 310
    St. Paul, MN 55105
    Tel 651.555.0109   EIN 41-7654321

    ITEMIZED RECEIPT FOR MEDICAL EXPENSE
    Receipt number        R-2026-0088
    Date issued           04/02/2026
    Client                Oluwaseun Adeyemi
    Date of birth         11/30/1958
    Dates of service      03/03/2026, 03/10/2026, 03/17/2026
    Service               Supervised clinical exercise, 45 minutes
    Number of sessions    3
    Fee per session       $90.00
    Total charged         $270.00
    Amount paid           $270.00
    Date paid             03/31/2026
    Method of payment     FSA debit card
"""

PARENT_PAYS = """
    Bright Steps Pediatric Movement               INVOICE
    902 Orchard Rd                                Invoice #  2026-114
    Boise, ID 83702                               Date       05/30/2026
    (208) 555-0166                                Terms      Due on receipt

    BILL TO                                       SERVICES FOR
    Karen Whitlock                                Milo Whitlock
    17 Aspen Way                                  DOB 08/14/2015
    Boise, ID 83704

    Service date    Description                    Hours    Rate      Amount
    05/05/2026      Gait training                  1.00     95.00     95.00
    05/19/2026      Gait training                  1.50     95.00     142.50
                    with treadmill
    Subtotal                                                          237.50
    Discount (10%)                                                    -23.75
    Total                                                             213.75
    Insurance paid                                                    100.00
    Paid by client 05/30/2026 (Discover)                              113.75
    Balance                                                           0.00
"""

TILL = """
         FIT DEPOT #221
       8800 W MAIN ST
      TULSA OK 74101
       918-555-0123
    YOGA MAT 6MM     0883221      24.99 T
    RESIST BAND SET  0883210      19.99 T
       2 @ 4.50
    SPORT TOWEL                    9.00 T
    SUBTOTAL                      53.98
    TAX1  8.517 %                  4.60
    TOTAL                         58.58
    CASH TENDERED                 60.00
    CHANGE DUE                     1.42
    12/24/25   16:03:22
"""

PACKAGE = """
              SUMMIT TRAINING
              1864 Larkspur Blvd, Suite 144
              Vista Larga, NM 87110
    PACKAGE RECEIPT  No. 04588
    Payment date: November 29, 2025
    Member: Kwame S. Castellanos
    10-session personal training package           $750
    10 sessions at $75 each, 60 minutes
    Sessions to be scheduled. Package expires May 31, 2026.
    Total                                          $750
    Paid (Visa)                                    $750
    Balance due                                    $0
    Regular price $900: you saved $150! Unused sessions are not refundable.
"""

COLUMN_TOTALS = """
    Maple Grove Medical Exercise
    77 Maple Grove Pkwy, Suite 12
    Maple Grove, MN 55369
    Patient Name: ROSSI, GIOVANNI             Account #: 10033
    Statement Date: 03/31/2026                Due Date: 04/30/2026

    DOS          Service                     Units   Charge    Ins. Paid   You Paid   Balance
    03/02/2026   Therapeutic exercise group    1     $45.00     $0.00      $45.00     $0.00
    03/09/2026   Therapeutic exercise group    1     $45.00     $0.00      $45.00     $0.00
    03/16/2026   Late cancellation             1     $25.00     $0.00       $0.00     $25.00

    Totals                                          $115.00     $0.00      $90.00     $25.00
    Amount due: $25.00
"""

LETTER = """
    Dr. Body Fitness, LLC
    500 Commerce Dr, Ste 9
    Akron, OH 44301

    June 30, 2026

    To whom it may concern:
    This is to confirm that Samuel Okafor received medical exercise training on
    June 3, 10 and 17, 2026 at our studio. The charge was $65.00 per session, for a
    total of $195.00, paid in full by check on
    June 17, 2026.
"""

ROUNDED = """
             SIN SENG TRADING SDN BHD
             (519537-X)
             NO 7, JALAN MAWAR 3, TAMAN INDAH,
             81100 JOHOR BAHRU, JOHOR
             TAX INVOICE
    Invoice No: CS0071           Date: 05/02/2018
    Lamp oil          2 X 4.245           8.49
    Total Sales Inclusive of GST @6%      8.49
    Rounding Adjustment                   0.01
    TOTAL                                 8.50
    CASH                                 50.00
    CHANGE                               41.50
    GST SUMMARY       AMOUNT (RM)     TAX (RM)
    SR @6%            8.01                0.48
    Total             8.01                0.48
"""
