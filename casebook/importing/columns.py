"""What people call a column, by the name it goes by here.

Compared in small letters, without spaces, dashes, underscores and dots. A
name that could mean two columns of one list stands nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping

_PLACE = {
    "street": ("address", "address1", "addressline1", "streetaddress"),
    "street2": ("address2", "addressline2", "suite", "apt", "unit"),
    "city": ("town",),
    "state": ("province", "st"),
    "postal_code": ("zip", "zipcode", "postcode"),
}
_REACHED = {
    "phone": ("telephone", "phonenumber", "tel", "mobile", "cell"),
    "fax": ("faxnumber",),
    "email": ("emailaddress", "mail"),
}
_WHOSE = {
    "client": ("clientid", "clientname", "patient", "patientname", "member", "name"),
    "client_dob": ("dob", "dateofbirth", "birthdate", "birthday"),
}

CLIENTS: Mapping[str, tuple[str, ...]] = {
    "id": ("clientid", "clientnumber", "key"),
    "name": ("client", "clientname", "fullname", "patient", "patientname"),
    "dob": ("dateofbirth", "birthdate", "birthday", "born"),
    "phone": _REACHED["phone"],
    "email": _REACHED["email"],
    **_PLACE,
    "member_ids": ("memberid", "memberno", "membernumber", "participantid", "insuranceid"),
    "employer": ("company",),
    "administrator": ("plan", "planadministrator", "fsaadministrator", "hsaadministrator", "payer"),
    "coverage_start": ("planstart", "coveragefrom", "coveragebegins", "planyearstart"),
    "coverage_end": ("planend", "coverageto", "coverageends", "planyearend"),
    "training_since": ("since", "startedon", "trainingstart", "membersince", "joined"),
}
PROVIDERS: Mapping[str, tuple[str, ...]] = {
    "id": ("providerid", "key"),
    "name": ("provider", "providername", "physician", "doctor", "fullname"),
    "credentials": ("credential", "title", "degree", "suffix"),
    "npi": ("npinumber",),
    "license": ("licensenumber", "licence", "licencenumber", "licenseno"),
    "practice": ("clinic", "practicename", "organization", "company"),
    **_PLACE,
    "phone": _REACHED["phone"],
    "fax": _REACHED["fax"],
}
PACKAGES: Mapping[str, tuple[str, ...]] = {
    "id": ("packageid", "package", "key"),
    **_WHOSE,
    "purchased_on": ("purchased", "purchasedate", "datepurchased", "boughton", "date"),
    "sessions": ("sessioncount", "numberofsessions", "count", "quantity", "qty"),
    "price": ("amount", "total", "cost", "paid", "amountpaid"),
    "description": ("item", "service", "packagename", "what"),
    "receipt_number": ("receipt", "receiptno", "invoice", "invoicenumber", "invoiceno"),
}
SESSIONS: Mapping[str, tuple[str, ...]] = {
    "id": ("sessionid", "session", "key"),
    **_WHOSE,
    "date": ("sessiondate", "dateofservice", "servicedate", "day", "dos"),
    "minutes": ("duration", "length", "min", "mins", "durationminutes", "durationmin"),
    "status": ("attendance", "attended", "outcome"),
    "description": ("service", "sessiontype", "type", "activity", "what"),
    "package": ("packageid",),
    "charge": ("price", "amount", "fee", "cost"),
    "receipt_number": ("receipt", "receiptno", "invoice", "invoicenumber", "invoiceno"),
    "trainer": ("coach", "staff", "instructor", "professional"),
}
MEASUREMENTS: Mapping[str, tuple[str, ...]] = {
    "id": ("measurementid", "key"),
    **_WHOSE,
    "date": ("measuredon", "testdate", "day", "assessmentdate"),
    "measure": ("test", "measurement", "assessment", "outcome", "what"),
    "value": ("result", "score", "reading"),
    "unit": ("units", "uom"),
}
GOALS: Mapping[str, tuple[str, ...]] = {
    "id": ("goalid", "key"),
    **_WHOSE,
    "text": ("goal", "description", "goaltext"),
    "set_on": ("set", "seton", "dateset", "date", "agreedon"),
    "measure": ("test", "outcome"),
    "target": ("targetvalue",),
    "due": ("duedate", "targetdate", "by"),
    "status": ("state",),
}
CODES: Mapping[str, tuple[str, ...]] = {
    "session": ("sessionid",),
    "date": ("dateofservice", "servicedate", "day", "dos"),
    "code": ("procedure", "procedurecode", "cpt", "hcpcs"),
    "description": ("service", "what"),
    "modifiers": ("modifier", "mod", "mods"),
    "pointers": ("pointer", "diagnosispointer", "dxpointer"),
    "units": ("unit", "qty", "quantity"),
    "minutes": ("oneononeminutes", "min", "mins"),
    "charge": ("amount", "price", "fee"),
    "place_of_service": ("pos", "place"),
}
