-- Who asked for help and what became of it, with a student or without; and counsel about nobody by name.

CREATE TABLE request (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  received TEXT NOT NULL, origin TEXT NOT NULL, asked_by TEXT NOT NULL, for_whom TEXT NOT NULL,
  student_id TEXT REFERENCES student (id), case_id TEXT REFERENCES "case" (id),
  school_id TEXT REFERENCES school (id), reason TEXT NOT NULL, text TEXT NOT NULL, outcome TEXT NOT NULL,
  outcome_note TEXT NOT NULL, first_contact TEXT, handler TEXT NOT NULL
) STRICT;
CREATE INDEX request_of ON request (student_id) WHERE student_id IS NOT NULL;
CREATE INDEX request_of_case ON request (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX request_waiting ON request (outcome) WHERE removed_at IS NULL;

CREATE TABLE advice (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  given_on TEXT NOT NULL, topic TEXT NOT NULL, origin TEXT NOT NULL, mode TEXT NOT NULL, minutes INTEGER,
  school_id TEXT REFERENCES school (id), note TEXT NOT NULL
) STRICT;
