"""Denials and approvals of other looks; all names are invented."""

# ruff: noqa: E501 - papers are typed as wide as they are printed

from __future__ import annotations

from tests.extractors.look import Look

DOCUMENTATION_MISSING = Look(
    kind="denial",
    paper="""
    Everly Benefit Accounts
    Healthcare Flexible Spending Account
    
    09/03/2026
    
    Louis Grant
    4 Mill Ln
    Dayton, OH 45402

    RE: Claim ID 22817734 - additional documentation needed / claim not approved

    Dear Louis Grant,

    Thank you for using your account. We reviewed the claim below and could not approve it.

    Claim ID       Provider               Service date       Amount requested     Amount approved
    22817734       Iron Oak Fitness       08/12/2026         $260.00              $0.00

    Denial reason: Letter of Medical Necessity is missing or has expired. Dual-purpose items and
    services require a letter from your provider that covers the date of service.

    To resubmit, upload the letter before 03/31/2027, the end of your run-out period.
    You may appeal in writing within 180 days of this notice.
    """,
    holds={
        "patient_name": "Louis Grant",
        "claim_number": "22817734",
        "service_dates": ("2026-08-12",),
        "document_date": "2026-09-03",
        "reason": "Letter of Medical Necessity is missing or has expired. Dual-purpose items and services require a letter from your provider that covers the date of service.",
    },
    lacks=("appeal_deadline",),
)

DENIAL_IN_A_TABLE = Look(
    kind="denial",
    paper="""
    ORCA BENEFIT SOLUTIONS
    PO Box 53250  Bellevue WA 98015

    Notice Date: 10/22/2026
    Participant: Shauna Reyes-Kim
    Participant ID: 00291882
    Claim #: NB-4471902

    CLAIM DENIAL NOTIFICATION

    Date incurred      Type of expense           Claimed      Paid      Denied
    09/30/2026         Gym / personal training   $320.00      $0.00     $320.00

    Code 47: The expense appears to be for general health and is not eligible without a diagnosis.

    If you disagree, your written appeal must be received no later than 04/20/2027.
    """,
    holds={
        "payer_name": "ORCA BENEFIT SOLUTIONS",
        "patient_name": "Shauna Reyes-Kim",
        "member_id": "00291882",
        "claim_number": "NB-4471902",
        "document_date": "2026-10-22",
        "service_dates": ("2026-09-30",),
        "denied_amount": "320.00",
        "appeal_deadline": "2027-04-20",
    },
)

COVERAGE_DECISION = Look(
    kind="denial",
    paper="""
    Sigma Healthcare
    Coverage Decision
    
    Notice date            January 8, 2026
    Customer name          Peter van der Meer
    Customer ID            U7719 2204 01
    Date of birth          11/05/1979
    Reference number       IP0088123
    Requested service      Medically supervised exercise, 12 visits

    Dear Peter van der Meer:
    We are writing about a request for coverage. We did not approve this request.
    
    How we made our decision
    The information sent to us does not show that this service is medically necessary for your condition.

    You have the right to appeal within 180 calendar days.
    """,
    holds={
        "payer_name": "Sigma Healthcare",
        "patient_name": "Peter van der Meer",
        "patient_dob": "1979-11-05",
        "document_date": "2026-01-08",
        "claim_number": "IP0088123",
        "reason": "The information sent to us does not show that this service is medically necessary for your condition.",
    },
    lacks=("appeal_deadline",),
)

VISITS_APPROVED = Look(
    kind="authorization",
    paper="""
    Humanitas Health
    Utilization Management, 500 W Main St, Louisville KY 40202
    
    Date of letter: 06/11/2026
    Member: Gloria Steinmetz          ID: H44190021
    
    We approved the request from your doctor.
    Authorization #: 168822341
    Service: Outpatient physical therapy
    Number of visits approved: 18
    Dates approved: 06/15/2026 through 09/15/2026
    This approval is not a guarantee of payment.
    """,
    holds={
        "payer_name": "Humanitas Health",
        "patient_name": "Gloria Steinmetz",
        "member_id": "H44190021",
        "authorization_number": "168822341",
        "approved_units": "18",
        "start_date": "2026-06-15",
        "end_date": "2026-09-15",
        "document_date": "2026-06-11",
    },
)

UTILIZATION_REVIEW = Look(
    kind="authorization",
    paper="""
    State Fund Workers' Compensation
    NOTICE OF UTILIZATION REVIEW DETERMINATION - CERTIFIED
    Date: 4/2/2026
    Injured worker: Tomas Aguilar          Claim #: 05518827
    Review #: UR-2026-77120                Date of birth: 9/9/1970

    Treatment              CPT      Qty requested   Qty certified   From        To
    Work conditioning      97545    12              8               4/6/2026    5/29/2026
    """,
    holds={
        "payer_name": "State Fund Workers' Compensation",
        "patient_name": "Tomas Aguilar",
        "document_date": "2026-04-02",
        "start_date": "2026-04-06",
        "end_date": "2026-05-29",
        "approved_units": "8",
    },
)

APPROVAL_IN_PROSE = Look(
    kind="authorization",
    paper="""
    Farnorth Care Management
    RE: Precertification Approval
    August 3, 2026
    Dear Ms. Anita Bose,
    Your request for therapeutic exercise has been approved for 12 visits from August 10, 2026
    to November 10, 2026. Your certification number is CX-99182. Your member number is 5521908.
    Patient: Anita Bose     DOB: 05/14/1966
    """,
    holds={
        "payer_name": "Farnorth Care Management",
        "patient_name": "Anita Bose",
        "patient_dob": "1966-05-14",
        "authorization_number": "CX-99182",
        "member_id": "5521908",
        "approved_units": "12",
        "start_date": "2026-08-10",
        "end_date": "2026-11-10",
        "document_date": "2026-08-03",
    },
)

LOOKS = {
    "documentation_missing": DOCUMENTATION_MISSING,
    "denial_in_a_table": DENIAL_IN_A_TABLE,
    "coverage_decision": COVERAGE_DECISION,
    "visits_approved": VISITS_APPROVED,
    "utilization_review": UTILIZATION_REVIEW,
    "approval_in_prose": APPROVAL_IN_PROSE,
}
