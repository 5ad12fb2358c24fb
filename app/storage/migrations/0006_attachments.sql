-- Pictures and PDFs kept with a record. Their bytes stand apart, so that no list ever reads them.

CREATE TABLE attachment (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  record_kind TEXT NOT NULL, record_id TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, added_at TEXT NOT NULL, author_id TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_of ON attachment (record_id);

CREATE TABLE attachment_content (
  attachment_id TEXT NOT NULL, piece INTEGER NOT NULL, content BLOB NOT NULL,
  PRIMARY KEY (attachment_id, piece)
) STRICT;
