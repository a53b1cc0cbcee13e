"""Small print, orders and clearances: what is nobody's, or still the patient's."""

from __future__ import annotations

import pytest

from extractors.diagnoses.assertions import judge


@pytest.mark.parametrize(
    ("text", "target", "label"),
    [
        ("Symptoms are unlikely to represent fibromyalgia.", "fibromyalgia", "negated"),
        ("This is unlikely to be rheumatoid arthritis.", "rheumatoid arthritis", "negated"),
        ("It treats a specific diagnosis such as arthritis or gout.", "gout", "hypothetical"),
        ("Eligible conditions include obesity and diabetes.", "diabetes", "hypothetical"),
        ("Examples of qualifying conditions: obesity, gout.", "gout", "hypothetical"),
        ("Stop exercise and call 911 for chest pain.", "chest pain", "hypothetical"),
        ("We are working her up for lupus.", "lupus", "possible"),
        ("Any client with osteoporosis should avoid flexion.", "osteoporosis", "other"),
        ("Dana Roe, followed for fibromyalgia (M79.7), is cleared to train.", "fibromyalgia", ""),
        ("He is under my care for gout, and is cleared with restrictions.", "gout", ""),
    ],
)
def test_what_a_paper_says(text: str, target: str, label: str) -> None:
    judged = judge(text, target)
    found = {judged.assertion, judged.temporality, judged.experiencer}
    assert found - {"affirmed", "current", "patient"} == ({label} if label else set())
