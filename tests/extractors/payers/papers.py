"""Payers' papers of many looks, typed: the names, numbers and plans are invented."""

from __future__ import annotations

EOB_WIDE = """
    Pinnacle Mutual Insurance Company
    PO Box 4410, Hartford, CT 06101
    EXPLANATION OF BENEFITS                               THIS IS NOT A BILL
    Statement date: 08/02/2026          Date processed: 07/30/2026
    Member: JOHN Q SAMPLE               Member ID: PMX00918273
    Patient: SAMPLE, MARY A             Claim #: 2026-0711-88213
    Provider: Summit Rehab Fitness      Group number: 77120

    Service date(s)  Charges    Plan discount  Allowed    Plan paid  You may owe    Remark
    07/06/2026       $150.00    $30.00         $120.00    $96.00     $24.00         CO 45
    07/13/2026       $150.00    $150.00        $0.00      $0.00      $150.00        CO 50, N130
    Total            $300.00    $180.00        $120.00    $96.00     $174.00
    Year-to-date deductible met: $1,500.00 of $2,000.00.
"""

EOB_LABELS = """
    HARBOR HEALTH PLAN
    Explanation of Benefits
    Patient name               Wei-Ling Zhao
    Subscriber ID              HHP3349921
    Claim number               88-1203-77
    Date of service            02/11/2026
    Notice date                March 1, 2026
    Amount billed              $210.00
    Allowed amount             $140.00
    Paid by plan               $112.00
    What you owe               $28.00
    Reason codes: PR-2, CO-45
"""

EOB_STACKED = """
    Blue Heron Mutual
    Explanation of Benefits (EOB)
    JANE R COLLIER                                        Date: 4/18/26
    22 Ridge Rd                                           Member: Jane R Collier
    Athens, GA 30601                                      ID no: BHM-4451-02

    Claim 3785-4533-02 for JANE R COLLIER

    Dates of service        Amount      Member    Plan     Deductible/   Your
    From - To               charged     rate      paid     copay         share    Notes
    03/05/26 - 03/05/26     130.00      105.00    84.00    21.00         21.00    A1
    03/18/26 - 03/18/26     110.00      0.00      0.00     0.00          110.00   B2
    Claim total             240.00      105.00    84.00    21.00         131.00
    B2: CO-204 This service is not covered under the patient's current benefit plan.
"""

DENIAL_LABELLED = """
    Sierra Benefit Administrators
    NOTICE OF ADVERSE BENEFIT DETERMINATION
    Date of notice: 05/14/2026
    Member name: Thomas O'Brien
    Member ID: SB-220-1173        DOB: 02/09/1970
    Claim reference number: 7741-AA-09
    Service date(s): 04/02/2026, 04/30/2026
    Total charges: $640.00        Amount denied: $640.00

    Dear Mr. O'Brien:
    Thank you for your claim. After review, your request for reimbursement has been denied.
    Reason for denial: Personal training is excluded under your plan unless a letter of medical
    necessity is on file. We did not receive a letter from your physician.
    Denial code: CO-96
    Your appeal must be received no later than November 10, 2026. Send it to the address above.
"""

DENIAL_PROSE = """
    Clearbrook Benefit Accounts
    P.O. Box 200
    Omaha, NE 68101
                                             March 3, 2026
    PATRICIA K LINDQVIST
    410 Walnut Street Apt 2
    Lincoln, NE 68508

    RE: Claim 10023998, expense of $180.00 dated January 15, 2026

    We are unable to reimburse this expense because the receipt you sent shows only a payment
    and not the date on which the service was provided. You may appeal within 180 days.
    Requested: $180.00   Approved: $0.00   Denied: $180.00
"""

DENIAL_QUESTIONS = """
    TAMARACK HEALTH PLAN
    Claims Review
    Notice date 07/21/2026

    Participant: Halvorsen, Dana A            Plan: Health FSA
    Claim ID: 55-20331
    Date of service: 06/04/2026               Amount requested: $315.00
    Status: DENIED                            Amount denied: $315.00

    Why was my claim denied?
    The letter of medical necessity on file expired on 05/31/2026, before the service was provided.

    What can I do?
    Submit a new letter of medical necessity. Appeals must be received by 01/17/2027.
"""

AUTHORIZATION_LABELS = """
    Evergreen Community Health Plan
    PRIOR AUTHORIZATION APPROVAL
    Date: 01/20/2026
    Authorization number: PA-6620193
    Member: Gloria Mendes        Member ID: ECH771203      DOB: 09/18/1949
    Requesting provider: Dr. Samuel Ortiz
    Units approved: 24
    Effective from 01/22/2026 through 04/22/2026
"""

AUTHORIZATION_PROSE = """
    BlueRidge Mutual
    Utilization Management
    February 4, 2026

    Ahmed Farouk
    18 Birch Lane
    Boone, NC 28607

    Re: Authorization 55-09817
    Member ID BR00199233

    Dear Mr. Farouk:
    We have approved 12 visits of medical exercise training between 02/09/2026 and 05/09/2026.
    If you need more visits call us at 800-555-0111.
"""

AUTHORIZATION_TABLE = """
    Granite State Employees' Trust
    Notice of Authorization
    Date of notice: 2/3/2026
    Patient: Dana D Nguyen       DOB: 5/6/1962       ID no: GS-882711
    Auth #: A2026-00417
    Procedure     Description              Requested   Approved   From         To
    97110         Therapeutic exercise     36          24         02/05/2026   05/05/2026
"""
