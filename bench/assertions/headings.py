"""The heading that each kind of section of the notes had on paper, as a document prints it."""

from __future__ import annotations

_HEADINGS = {
    "ALLERGY": "Allergies",
    "ASSESSMENT": "Assessment",
    "CC": "Chief complaint",
    "DIAGNOSIS": "Diagnosis",
    "DISPOSITION": "Disposition",
    "EDCOURSE": "Emergency department course",
    "EXAM": "Physical examination",
    "FAM/SOCHX": "Family and social history",
    "GENHX": "History of present illness",
    "GYNHX": "Gynecologic history",
    "IMAGING": "Imaging",
    "IMMUNIZATIONS": "Immunizations",
    "LABS": "Laboratory",
    "MEDICATIONS": "Medications",
    "OTHER_HISTORY": "Other history",
    "PASTMEDICALHX": "Past medical history",
    "PASTSURGICAL": "Past surgical history",
    "PLAN": "Plan",
    "PROCEDURES": "Procedures",
    "ROS": "Review of systems",
}


def heading_before(section: str) -> str:
    """What stands before the section's text: "Plan: ". Nothing for a section that is not known."""
    heading = _HEADINGS.get(section)
    return f"{heading}: " if heading else ""
