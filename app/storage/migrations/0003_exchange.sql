-- Letters between notebooks: whose keys we hold, what left, what came, what disagrees.

CREATE TABLE identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  sign_secret BLOB NOT NULL, seal_secret TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;

CREATE TABLE correspondent (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  card_id TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, role TEXT NOT NULL,
  sign_key TEXT NOT NULL UNIQUE, seal_key TEXT NOT NULL, state TEXT NOT NULL,
  compared_at TEXT, compared_how TEXT NOT NULL, compared_by TEXT NOT NULL
) STRICT;
CREATE INDEX correspondent_by_card ON correspondent (card_id);

CREATE TABLE stream (
  id TEXT PRIMARY KEY, correspondent_id TEXT NOT NULL REFERENCES correspondent (id),
  direction TEXT NOT NULL, last_sequence INTEGER NOT NULL, last_hash TEXT NOT NULL, started_at TEXT NOT NULL
) STRICT;
CREATE INDEX stream_of ON stream (correspondent_id, direction, started_at);

CREATE TABLE package (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  correspondent_id TEXT NOT NULL REFERENCES correspondent (id), direction TEXT NOT NULL, kind TEXT NOT NULL,
  stream_id TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL,
  counts TEXT NOT NULL, acknowledged_at TEXT, case_ids TEXT NOT NULL
) STRICT;
CREATE INDEX package_of ON package (correspondent_id, direction, seq);

-- Every revision of a record this recipient was sent, in order.
CREATE TABLE sent_revision (
  ordinal INTEGER PRIMARY KEY, correspondent_id TEXT NOT NULL, record_id TEXT NOT NULL,
  revision_id TEXT NOT NULL, projection_hash TEXT NOT NULL, package_id TEXT NOT NULL
) STRICT;
CREATE INDEX sent_revision_of ON sent_revision (correspondent_id, record_id, ordinal);

-- Every revision of a record this sender sent us, in the order it came.
CREATE TABLE received_revision (
  ordinal INTEGER PRIMARY KEY, correspondent_id TEXT NOT NULL, record_id TEXT NOT NULL,
  revision_id TEXT NOT NULL, projection_hash TEXT NOT NULL, local_revision TEXT NOT NULL,
  package_id TEXT NOT NULL, ancestors TEXT NOT NULL,
  UNIQUE (correspondent_id, record_id, revision_id)
) STRICT;

CREATE TABLE conflict (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, record_id TEXT NOT NULL,
  correspondent_id TEXT NOT NULL, package_id TEXT NOT NULL, ancestor TEXT, ours TEXT NOT NULL,
  theirs TEXT NOT NULL, their_revision TEXT NOT NULL, at TEXT NOT NULL, settled_at TEXT,
  UNIQUE (correspondent_id, record_id, their_revision)
) STRICT;
CREATE INDEX conflict_open ON conflict (seq) WHERE settled_at IS NULL;
