-- One revision may travel more than once: a form newly lets a question leave, and the sheet goes again as it is.
-- And a row of packages knows which copy of the notebook it began in.

ALTER TABLE stream ADD COLUMN place TEXT NOT NULL DEFAULT '';

CREATE TABLE received_projection (
  ordinal INTEGER PRIMARY KEY, correspondent_id TEXT NOT NULL, record_id TEXT NOT NULL,
  revision_id TEXT NOT NULL, projection INTEGER NOT NULL, projection_hash TEXT NOT NULL,
  local_revision TEXT NOT NULL, package_id TEXT NOT NULL, ancestors TEXT NOT NULL,
  UNIQUE (correspondent_id, record_id, revision_id, projection)
) STRICT;
INSERT INTO received_projection
  SELECT ordinal, correspondent_id, record_id, revision_id, 0, projection_hash, local_revision, package_id,
    ancestors
  FROM received_revision ORDER BY ordinal;
DROP TABLE received_revision;
ALTER TABLE received_projection RENAME TO received_revision;

CREATE TABLE two_versions (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, record_id TEXT NOT NULL,
  correspondent_id TEXT NOT NULL, package_id TEXT NOT NULL, ancestor TEXT, ours TEXT NOT NULL,
  theirs TEXT NOT NULL, their_revision TEXT NOT NULL, at TEXT NOT NULL, settled_at TEXT,
  UNIQUE (correspondent_id, record_id, their_revision, theirs)
) STRICT;
INSERT INTO two_versions
  SELECT seq, id, kind, record_id, correspondent_id, package_id, ancestor, ours, theirs, their_revision, at,
    settled_at
  FROM conflict ORDER BY seq;
DROP TABLE conflict;
ALTER TABLE two_versions RENAME TO conflict;
CREATE INDEX conflict_open ON conflict (seq) WHERE settled_at IS NULL;
