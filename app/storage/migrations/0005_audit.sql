-- Who opened, printed, handed over, deleted or changed keys, when: each line bound to the one before.
-- Identifiers only; nobody's words and nobody's name.

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, author_id TEXT NOT NULL, what TEXT NOT NULL,
  kind TEXT NOT NULL, record_id TEXT NOT NULL, detail TEXT NOT NULL, hash BLOB NOT NULL
) STRICT;

-- How many lines there are and the last one's hash, so that lines cut off at the end are missed.
CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL, hash BLOB NOT NULL
) STRICT;
INSERT INTO audit_head VALUES (1, 0, x'');

-- What was erased for ever: how many of each kind and in which cases; the papers that prove it are made of it.
-- Until `finished_at` is there the file may still hold traces between its pages.
CREATE TABLE erasure (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, author_id TEXT NOT NULL,
  kind TEXT NOT NULL, record_id TEXT NOT NULL, case_references TEXT NOT NULL, counts TEXT NOT NULL,
  finished_at TEXT
) STRICT;

-- Which revision here came because of which package.
CREATE INDEX received_revision_written ON received_revision (local_revision);

-- After some long texts were written again, taking one out with this switch on leaves an index its own check
-- calls broken. Earlier wordings stay in the revisions anyway; erasing for ever builds the index anew.
INSERT INTO people (people, rank) VALUES ('secure-delete', 0);
INSERT INTO writings (writings, rank) VALUES ('secure-delete', 0);
INSERT INTO people (people) VALUES ('rebuild');
INSERT INTO writings (writings) VALUES ('rebuild');
