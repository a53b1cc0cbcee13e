"""The archive of originals: content-addressed, never changed.

An original lies under its own SHA-256 (``ab/cd/abcd…``), so it is stored once
however often it arrives, and whoever changes it is found out.

The order that makes a drop survive ``kill -9`` at any moment:

1. archive: `Archive.put` copies to a temporary name, fsyncs, checks, renames.
   Killed before the rename, nothing is there; after it, all of it is.
2. record: `casebook.store.scans.receive` in a transaction that is on disk
   when it ends. Killed between 1 and 2, the file still lies in the inbox and
   is put again, which changes nothing.
3. remove from the inbox. Killed between 2 and 3, the file is found in the
   inbox again; its `casebook.store.scans.delivery_key` is known, so the same
   scan comes back and the file is counted once. The same bytes dropped anew
   are another delivery, and become a duplicate.
4. read, then `casebook.store.scans.conclude`: documents and state in one
   transaction. Killed before it ends, the scan is still `pending` and is read
   again after the restart; concluded twice, the second time changes nothing.
"""

from casebook.archive.archive import Archive
from casebook.archive.errors import ArchiveUnavailable, Damaged, NotArchived

__all__ = ["Archive", "ArchiveUnavailable", "Damaged", "NotArchived"]
