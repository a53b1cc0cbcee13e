"""Insurers' explanations of benefits of other looks; all names are invented."""

# ruff: noqa: E501 - papers are typed as wide as they are printed

from __future__ import annotations

from tests.extractors.look import Look

WIDE_EOB = Look(
    kind="eob",
    paper="""
    lumina
    Explanation of Benefits (EOB) - This is not a bill
    
    Statement date: March 19, 2026
    Member: DANA WHITFIELD
    Member ID: W2219 88410
    Group name: Harbor Freight Lines
    Group #: 0881722-10-001

    Track your health care costs
    Patient: Dana Whitfield (self)
    Claim ID: EX7K2M1PF00     Received on 03/06/26
    Provider: Restore Motion PT, LLC

    Service dates         Amount      Member    Pending or    Applied to     Your       Your     Plan      You
    and description       billed      rate      not payable   deductible     copay      coins.   paid      owe
    02/24/26              $180.00     $112.00                 $112.00                            $0.00     $112.00
    Therapeutic exercise
    02/26/26              $180.00     $112.00                 $0.00          $25.00              $87.00    $25.00
    Therapeutic exercise
    Totals                $360.00     $224.00   $0.00         $112.00        $25.00              $87.00    $137.00
    """,
    holds={
        "payer_name": "lumina",
        "document_date": "2026-03-19",
        "patient_name": "Dana Whitfield",
        "claim_number": "EX7K2M1PF00",
        "member_id": "W2219 88410",
        "service_dates": ("2026-02-24", "2026-02-26"),
        "billed": "360.00",
        "plan_paid": "87.00",
        "patient_responsibility": "137.00",
    },
)

EOB_IN_A_COLUMN = Look(
    kind="eob",
    paper="""
    Summit United Health
    PO Box 740800, Atlanta GA 30374
    
    May 4, 2026
    Health Statement / EOB
    
    ELENA MARQUEZ
    88 Shoreline Dr
    Erie, PA 16501

    Claim summary for: ELENA MARQUEZ
    Claim number: 5519220381-01
    Member/Patient ID: 884412907
    Date(s) of service: 04/02/26 - 04/02/26
    Provider: Erie Movement Clinic

    Amount billed                             $240.00
    Plan discounts                            -$60.00
    Your plan paid                           -$144.00
    Amount you may owe                         $36.00

    Allowed amount                            $180.00
    Your coinsurance                           $36.00
    Notes: *D1 - PR-2 Coinsurance amount
    """,
    holds={
        "payer_name": "Summit United Health",
        "document_date": "2026-05-04",
        "patient_name": "Elena Marquez",
        "claim_number": "5519220381-01",
        "service_dates": ("2026-04-02",),
        "billed": "240.00",
        "allowed": "180.00",
        "plan_paid": "144.00",
        "patient_responsibility": "36.00",
        "reason_codes": ("PR-2",),
    },
)

EOB_WITH_STACKED_HEADING = Look(
    kind="eob",
    paper="""
    Blue Prairie Health Shield            An Independent Licensee
    EXPLANATION OF HEALTH CARE BENEFITS
    Subscriber: Carl J. Ostrowski          Identification number: XOF 810 22 7741
    Patient: Mia Ostrowski                 Date processed: 02/20/2026
    Claim no: 0260440B7712X                Provider: Prairie Kinesiology

    Service          Provider      Covered     Deductible    Copay/      Paid by     Patient's        Msg
    date             charge        charges                   coins.      plan        responsibility   code
    01/15/2026       $150.00       $0.00       $0.00         $0.00       $0.00       $150.00          CO-96
    Claim total      $150.00       $0.00       $0.00         $0.00       $0.00       $150.00
    Message code description
    CO-96  Non-covered charge(s).
    """,
    holds={
        "payer_name": "Blue Prairie Health Shield",
        "patient_name": "Mia Ostrowski",
        "claim_number": "0260440B7712X",
        "service_dates": ("2026-01-15",),
        "billed": "150.00",
        "allowed": "0.00",
        "plan_paid": "0.00",
        "patient_responsibility": "150.00",
        "reason_codes": ("CO-96",),
    },
)

LOOKS = {
    "wide_eob": WIDE_EOB,
    "eob_in_a_column": EOB_IN_A_COLUMN,
    "eob_with_stacked_heading": EOB_WITH_STACKED_HEADING,
}
