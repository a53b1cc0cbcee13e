"""Letters and forms of many looks, drawn in type, each with what a careful reader reads.

`absent` names fields that must not be filled. Pictures are not part of these
drawings, so ink is tested elsewhere. Long because it is data: the looks are compared side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

from casebook.records import FieldValue, Kind


@dataclass(frozen=True)
class Look:
    name: str
    kind: Kind
    drawing: str
    values: dict[str, FieldValue]
    absent: tuple[str, ...] = ()


LOOKS = (
    Look(
        "chart printout",
        "referral",
        """
        Riverbend Health System
        Ambulatory Referral Order                                   Printed: 11/20/2026 08:14 AM

        Patient: OYELARAN-SMITH, MARCUS T              MRN: 00482211
        DOB: 02/17/1961 (65 yrs)   Sex: M              Order Date: 11/18/2026
        Member ID: ZGP448812907                        Insurance: Blue Heron Mutual

        Order: Referral to Medical Fitness
        Dx: Essential hypertension (I10)
        Ordering Provider: IBARRA, CARMEN L., MD       NPI: 1417386657
        Authorizing Provider Phone: 651-555-0122       Fax: 651-555-0123
        Frequency: 2-3x/wk
        Duration: 12 weeks
        Target HR: 100-120 bpm
        Precautions: no Valsalva; keep BP below 160/90

        Last Office Visit: 11/02/2026      Next appointment: 02/12/2027

        Electronically signed by Carmen L. Ibarra, MD on 11/18/2026 4:12 PM
        """,
        {
            "patient_name": "Marcus T Oyelaran-Smith",
            "patient_dob": "1961-02-17",
            "member_id": "ZGP448812907",
            "document_date": "2026-11-18",
            "referrer_name": "Carmen L. Ibarra",
            "referrer_credentials": "MD",
            "referrer_npi": "1417386657",
            "practice_name": "Riverbend Health System",
            "frequency": "2-3x/wk",
            "duration": "12 weeks",
            "target_heart_rate": "100-120 bpm",
            "restrictions": ("no Valsalva", "keep BP below 160/90"),
            "signed": "present",
            "signature_date": "2026-11-18",
        },
        ("onset_date", "surgery_date", "clearance"),
    ),
    Look(
        "form in sections with tick boxes",
        "referral",
        """
        FROM: NORTH QUAY CLINIC   FAX: 207-555-0199   11/03/2026 09:41   P. 1/1

        PHYSICIAN REFERRAL FORM - MEDICAL EXERCISE
        Phone: 207-555-0133   Fax: 207-555-0134

        PATIENT INFORMATION
        Name: Halloran, Bridget A.        Date of Birth: 06/30/1957
        Phone: 207-555-0188               Insurance ID: MQX7730041
        Date of Referral: 11/02/2026

        CLINICAL INFORMATION
        Diagnosis: Right total knee arthroplasty, Z96.651
        Date of Onset: 03/15/2025         Date of Surgery: 08/20/2026
        Clearance:  [ ] Unrestricted   [X] Restricted   [ ] Not cleared
        Frequency:  [ ] 1x/week  [X] 2x/week  [ ] 3x/week
        Duration:   [ ] 4 weeks  [ ] 8 weeks  [X] 12 weeks
        Restrictions: [X] No kneeling  [ ] No overhead  [X] No impact
        Goals:
        - climb one flight of stairs without a rail
        - walk 20 minutes

        REFERRING PROVIDER
        Name: Adaeze Okafor, PA-C         NPI: 1245319599
        Phone: 207-555-0133               Fax: 207-555-0134
        Signature: ____________________   Date: 11/02/2026
        """,
        {
            "patient_name": "Bridget A. Halloran",
            "patient_dob": "1957-06-30",
            "member_id": "MQX7730041",
            "document_date": "2026-11-02",
            "referrer_name": "Adaeze Okafor",
            "referrer_credentials": "PA-C",
            "referrer_npi": "1245319599",
            "referrer_phone": "+12075550133",
            "referrer_fax": "+12075550134",
            "onset_date": "2025-03-15",
            "surgery_date": "2026-08-20",
            "clearance": "restricted",
            "frequency": "2x/week",
            "duration": "12 weeks",
            "restrictions": ("No kneeling", "No impact"),
            "goals": ("climb one flight of stairs without a rail", "walk 20 minutes"),
            "signature_date": "2026-11-02",
        },
    ),
    Look(
        "two columns, patient left and provider right",
        "lmn",
        """
        LETTER OF MEDICAL NECESSITY

        PATIENT                                    PROVIDER
        Name: Theo Brannigan                       Name: Lucille Brannigan, MD
        DOB: 4/9/1948                              NPI: 1093817465
        Member #: 99120-8841                       License: ME 88213

        Date: October 5, 2026

        Treatment: Supervised aquatic exercise
        Frequency: twice weekly     Duration: six (6) months
        Start date: 10/12/2026      End date: 04/11/2027

        Provider signature ______________________     Date signed: 10/06/2026
        """,
        {
            "patient_name": "Theo Brannigan",
            "patient_dob": "1948-04-09",
            "member_id": "99120-8841",
            "document_date": "2026-10-05",
            "provider_name": "Lucille Brannigan",
            "provider_credentials": "MD",
            "treatment": "Supervised aquatic exercise",
            "frequency": "twice weekly",
            "duration": "six (6) months",
            "start_date": "2026-10-12",
            "end_date": "2027-04-11",
            "signature_date": "2026-10-06",
        },
        ("administrator",),
    ),
    Look(
        "captions under the lines",
        "lmn",
        """
        Certification of Medical Necessity

        Whitfield, Dana R.                 03/04/1970
        ______________________________     ______________
        Patient name                       Date of birth

        personal training with a medical exercise specialist
        ____________________________________________________
        Recommended treatment

        3x/week              12 weeks
        _______________      _______________
        Frequency            Duration


        Rosa Delgado, NP                        09/15/2026
        ______________________________     ______________
        Provider name                      Date
        """,
        {
            "patient_name": "Dana R. Whitfield",
            "patient_dob": "1970-03-04",
            "treatment": "personal training with a medical exercise specialist",
            "frequency": "3x/week",
            "duration": "12 weeks",
            "provider_name": "Rosa Delgado",
            "provider_credentials": "NP",
        },
    ),
    Look(
        "letter without labels",
        "referral",
        """
        Summit Ridge Orthopaedics
        1200 Alpine Way, Boulder, CO 80302    Tel (303) 555-0140    Fax (303) 555-0141
        Aiko Tanabe, MD      Ravi Menon, MD      Joan Pruitt, PA-C

                                                          14 September 2026

        Dear Ms. Carver,

        I am referring Mr. Desmond Achterberg (DOB 12/1/1953) to you for supervised exercise after
        his left total hip replacement on July 7, 2026. He had been seen for hip pain since
        March 2, 2024 and walks 2 times per week on his own. I recommend 3 sessions per week for
        10 weeks. He should avoid hip flexion past 90 degrees. My hope is that he returns to golf.
        He is cleared for exercise with the precautions above. Dr. Menon assisted. I will see him
        again on December 1, 2026.

        Best regards,



        Joan Pruitt, PA-C
        September 15, 2026

        cc: Paul Nguyen, DO
        """,
        {
            "patient_name": "Desmond Achterberg",
            "patient_dob": "1953-12-01",
            "document_date": "2026-09-14",
            "referrer_name": "Joan Pruitt",
            "referrer_credentials": "PA-C",
            "practice_name": "Summit Ridge Orthopaedics",
            "referrer_phone": "+13035550140",
            "referrer_fax": "+13035550141",
            "surgery_date": "2026-07-07",
            "onset_date": "2024-03-02",
            "frequency": "3 sessions per week",
            "duration": "10 weeks",
            "clearance": "restricted",
            "signature_date": "2026-09-15",
        },
        ("referrer_npi", "member_id"),
    ),
    Look(
        "prescription slip",
        "referral",
        """
                     JOSEPH A. BLACK, M.D.
                  Internal Medicine of Harlow
             88 Depot St, Harlow, VT 05401  (802) 555-0166
                      NPI 1528060837

        For  Silvia Black                    Date  3/2/26
        Address 12 Elm St                    DOB 1/5/49

        Rx   Exercise training 2x/wk x 8 wks
             no overhead pressing

        Refills 0        ___________________ M.D.
        """,
        {
            "patient_name": "Silvia Black",
            "patient_dob": "1949-01-05",
            "document_date": "2026-03-02",
            "referrer_name": "Joseph A. Black",
            "referrer_credentials": "M.D.",
            "referrer_npi": "1528060837",
            "practice_name": "Internal Medicine of Harlow",
            "referrer_phone": "+18025550166",
            "frequency": "2x/wk",
            "duration": "8 wks",
            "restrictions": ("no overhead pressing",),
        },
        ("signature_date", "member_id"),
    ),
    Look(
        "numbered questions",
        "lmn",
        """
        Letter of Medical Necessity - Flexible Spending Account
        Plan administrator: Navia Benefit Solutions

        1. Patient name: Ms. Ottoline Vance          Employee ID: E-5530918
        2. Diagnosis (specific): lumbar radiculopathy M54.16
        3. Recommended treatment: structured strength training with a certified trainer
        4. The treatment is needed from 02/01/2026 through 01/31/2027.
        5. Frequency: 2 sessions per week

        I certify that this treatment is not for general health or cosmetic purposes.

        Physician signature: ____________________   Date: 01/22/2026
        Printed name: Dr. Emil Sorensen, DO           License #: OS-14412   NPI: 1982736450

        Patient signature: ______________________   Date: 01/25/2026
        """,
        {
            "patient_name": "Ottoline Vance",
            "treatment": "structured strength training with a certified trainer",
            "start_date": "2026-02-01",
            "end_date": "2027-01-31",
            "frequency": "2 sessions per week",
            "provider_name": "Emil Sorensen",
            "provider_credentials": "DO",
            "provider_license": "OS-14412",
            "signature_date": "2026-01-22",
            "administrator": "Navia Benefit Solutions",
        },
        ("duration",),
    ),
    Look(
        "names in parts, trainer as signer",
        "lmn",
        """
        STATEMENT OF MEDICAL NECESSITY                        Date of letter: 2026-05-04

        Last name: DE LA CRUZ      First name: JUAN      MI: P
        Birthdate: 07-19-1966

        To HealthEquity:

        I recommend one-on-one therapeutic exercise, 3 times a week, beginning May 11, 2026 and
        continuing for his lifetime, to treat type 2 diabetes.

        Sincerely,


        Kyle Brandt, CSCS, NASM-CPT
        Head Trainer, Forge Fitness
        Date: 05/05/2026
        """,
        {
            "patient_name": "Juan P de la Cruz",
            "patient_dob": "1966-07-19",
            "document_date": "2026-05-04",
            "provider_name": "Kyle Brandt",
            "provider_credentials": "CSCS, NASM-CPT",
            "treatment": "one-on-one therapeutic exercise",
            "frequency": "3 times a week",
            "start_date": "2026-05-11",
            "signature_date": "2026-05-05",
            "administrator": "HealthEquity",
        },
        ("end_date", "duration", "provider_npi", "provider_license"),
    ),
    Look(
        "labels above boxed values, many dates",
        "referral",
        """
        Bayview Cardiology Associates, PC
        Exercise Prescription & Referral

        Patient Name                 Date of Birth        Date
        Ingeborg Lund-Castle         11/28/1944           08/03/2026

        Date of last visit           Date of stress test  Date of event
        07/29/2026                   07/15/2026           05/02/2026

        Frequency of sessions        Length of program    Target heart rate
        three times per week         16 weeks             60-75% HRR

        Limitations
        no isometric holds; stop resistance work above RPE 14; avoid prone positions

        Referring physician (print)      Credentials      NPI
        Omar Haddad                      MD, FACC         1164431234

        Physician signature              Date signed
                                         08/04/2026
        """,
        {
            "patient_name": "Ingeborg Lund-Castle",
            "patient_dob": "1944-11-28",
            "document_date": "2026-08-03",
            "practice_name": "Bayview Cardiology Associates, PC",
            "frequency": "three times per week",
            "duration": "16 weeks",
            "target_heart_rate": "60-75% HRR",
            "restrictions": (
                "no isometric holds",
                "stop resistance work above RPE 14",
                "avoid prone positions",
            ),
            "referrer_name": "Omar Haddad",
            "referrer_credentials": "MD, FACC",
            "signature_date": "2026-08-04",
        },
        ("surgery_date",),
    ),
    Look(
        "an old complaint is no program",
        "referral",
        """
        Dr. Hana Lindqvist
        Family Practice, 3 Mill Lane, Orono, ME 04473

        April 2, 2026

        Patient: Gideon Marsh
        Date of birth: May 6, 1980

        He has had shoulder pain for 6 months and takes ibuprofen 3 times a day. He attended
        physical therapy twice a week until February. Return visit in 6 weeks. Please evaluate
        and start an exercise program. No restrictions.

        Thank you,


        Hana Lindqvist, MD
        """,
        {
            "patient_name": "Gideon Marsh",
            "patient_dob": "1980-05-06",
            "document_date": "2026-04-02",
            "referrer_name": "Hana Lindqvist",
            "referrer_credentials": "MD",
        },
        ("frequency", "duration", "restrictions", "signature_date", "onset_date", "surgery_date"),
    ),
)
