-- Plans in their versions. The version before may be absent here: it need not have come along.

CREATE TABLE plan (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  form TEXT NOT NULL, form_version INTEGER NOT NULL, author_id TEXT NOT NULL,
  student_id TEXT REFERENCES student (id), case_id TEXT REFERENCES "case" (id),
  date TEXT NOT NULL, created_at TEXT NOT NULL,
  version INTEGER NOT NULL, replaces_id TEXT, review_date TEXT, status TEXT NOT NULL
) STRICT;
CREATE INDEX plan_of ON plan (student_id, date);
CREATE INDEX plan_replaces ON plan (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX plan_review ON plan (review_date) WHERE review_date IS NOT NULL AND removed_at IS NULL;
