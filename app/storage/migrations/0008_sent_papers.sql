-- Papers as they left: the very bytes, packed, the same ones once, and which lines of the ledger they belong to.
-- The log holds a hash over salt and bytes; both go when the paper is erased, so that nothing can be guessed.

CREATE TABLE sent_paper (
  sha256 TEXT PRIMARY KEY, salt BLOB NOT NULL, size INTEGER NOT NULL, packed BLOB NOT NULL
) STRICT;

-- Whose words are in a paper made of several sheets: it goes when one of them is erased.
CREATE TABLE sent_inside (
  paper TEXT NOT NULL, record_id TEXT NOT NULL, PRIMARY KEY (record_id, paper)
) STRICT, WITHOUT ROWID;

ALTER TABLE disclosure ADD COLUMN paper TEXT NOT NULL DEFAULT '';
CREATE INDEX disclosure_paper ON disclosure (paper) WHERE paper <> '';
