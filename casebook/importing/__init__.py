"""Lists that people keep in a spreadsheet, as records: a list is taken whole or not at all.

Each reader gives records or problems that name row (as the spreadsheet counts
them) and column. Nothing is stored here, and nothing is guessed: a cell that
could mean two things is a problem. Importing a list again changes what was
changed in it and doubles nothing: a row is known by its `id`; without one, a
client by name and birth date, a provider by NPI or name, a session by client,
date and place among that day's sessions, and so on.

Commas, semicolons, tabs or bars; UTF-8, UTF-16 or Windows-1252 with or without
byte order mark; dates as 2026-10-03, 10/3/2026, Oct 3, 2026 or Excel's count of
days; amounts as 1240, 1,240.00 or $1,240.00. Headers in any case, with their
common other names. `client` is the
client's id or name; `client_dob` tells namesakes apart. All columns stand in
`casebook.importing.columns`.

clients::

    id,name,dob,phone,member_ids,administrator,coverage_start,coverage_end
    1001,Dana R. Whitfield,1968-03-14,541-555-0112,W48820571,fsafeds,2026-01-01,2026-12-31

providers::

    name,credentials,npi,practice,street,city,state,postal_code,phone
    Elena Marsh,MD,1234567893,Fern Hollow Family,12 Elm Street,Fern Hollow,OR,97326,541-555-0120

packages::

    id,client,purchased_on,sessions,price,description,receipt_number
    P-1,1001,2026-09-08,10,950.00,Ten sessions of one-on-one training,R-2041

sessions::

    client,date,minutes,status,description,package,charge,receipt_number,trainer
    1001,2026-09-10,60,attended,One-on-one training,P-1,,,Jordan Avery

measurements::

    client,date,measure,value,unit
    1001,2026-09-10,six_minute_walk,412,m

goals::

    client,goal,set_on,measure,target,due,status
    1001,Walk 450 m in six minutes,2026-09-10,six_minute_walk,450,2026-12-01,open
"""

from casebook.importing.attendance import read_packages, read_sessions
from casebook.importing.people import read_clients, read_providers
from casebook.importing.progress import KnownMeasure, read_goals, read_measurements
from casebook.importing.sheet import Imported, ImportProblem

__all__ = [
    "ImportProblem",
    "Imported",
    "KnownMeasure",
    "read_clients",
    "read_goals",
    "read_measurements",
    "read_packages",
    "read_providers",
    "read_sessions",
]
