-- The first notebook.

CREATE TABLE notebook (
  vault_id TEXT NOT NULL,
  role TEXT NOT NULL,
  framework TEXT NOT NULL,
  author_id TEXT NOT NULL,
  demonstration INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE practitioner (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  name TEXT NOT NULL, profession TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, hours TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  name TEXT NOT NULL, framework TEXT NOT NULL, street TEXT NOT NULL, postcode TEXT NOT NULL,
  city TEXT NOT NULL, phone TEXT NOT NULL, hours TEXT NOT NULL
) STRICT;

CREATE TABLE school (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  name TEXT NOT NULL, street TEXT NOT NULL, postcode TEXT NOT NULL, city TEXT NOT NULL, phone TEXT NOT NULL
) STRICT;

CREATE TABLE student (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  family_name TEXT NOT NULL, given_name TEXT NOT NULL, used_name TEXT NOT NULL, birth_date TEXT,
  gender TEXT NOT NULL, languages TEXT NOT NULL, arrival_date TEXT,
  phone TEXT NOT NULL, phone_no_message INTEGER NOT NULL, email TEXT NOT NULL,
  street TEXT NOT NULL, postcode TEXT NOT NULL, city TEXT NOT NULL,
  school_id TEXT REFERENCES school (id), class_name TEXT NOT NULL, roster_key TEXT NOT NULL,
  joined_into TEXT REFERENCES student (id),
  sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX student_by_name ON student (sort_key, id) WHERE removed_at IS NULL AND joined_into IS NULL;
CREATE INDEX student_joined ON student (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX student_in_bin ON student (id) WHERE removed_at IS NOT NULL;

CREATE TABLE enrolment (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  student_id TEXT NOT NULL REFERENCES student (id), school_year TEXT NOT NULL,
  school_id TEXT REFERENCES school (id), class_name TEXT NOT NULL
) STRICT;
CREATE INDEX enrolment_of ON enrolment (student_id, school_year);

CREATE TABLE guardian (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  student_id TEXT NOT NULL REFERENCES student (id), family_name TEXT NOT NULL, given_name TEXT NOT NULL,
  relation TEXT NOT NULL, authority TEXT NOT NULL, languages TEXT NOT NULL, phone TEXT NOT NULL,
  phone_no_message INTEGER NOT NULL, email TEXT NOT NULL, street TEXT NOT NULL, postcode TEXT NOT NULL,
  city TEXT NOT NULL, do_not_contact INTEGER NOT NULL, warning TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX guardian_of ON guardian (student_id, position);

CREATE TABLE "case" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  student_id TEXT NOT NULL REFERENCES student (id), reference TEXT NOT NULL UNIQUE, opened TEXT NOT NULL,
  state TEXT NOT NULL, closed TEXT, outcome TEXT, rhythm TEXT NOT NULL
) STRICT;
CREATE INDEX case_of ON "case" (student_id, opened);

CREATE TABLE interview (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  form TEXT NOT NULL, form_version INTEGER NOT NULL, author_id TEXT NOT NULL,
  student_id TEXT REFERENCES student (id), case_id TEXT REFERENCES "case" (id),
  date TEXT NOT NULL, created_at TEXT NOT NULL,
  start TEXT NOT NULL, duration INTEGER, place TEXT NOT NULL, mode TEXT NOT NULL, rank TEXT NOT NULL,
  origin TEXT NOT NULL, request_date TEXT, present TEXT NOT NULL, main_reason TEXT NOT NULL,
  other_reasons TEXT NOT NULL, category TEXT NOT NULL, axis TEXT NOT NULL, acts TEXT NOT NULL,
  next_date TEXT, next_time TEXT NOT NULL, parents_informed TEXT NOT NULL, unfiled_name TEXT NOT NULL
) STRICT;
CREATE INDEX interview_of ON interview (student_id, date, start);
CREATE INDEX interview_newest ON interview (date, start, id);
CREATE INDEX interview_unfiled ON interview (date) WHERE student_id IS NULL AND removed_at IS NULL;
CREATE INDEX interview_next ON interview (next_date) WHERE next_date IS NOT NULL AND removed_at IS NULL;

CREATE TABLE referral (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  form TEXT NOT NULL, form_version INTEGER NOT NULL, author_id TEXT NOT NULL,
  student_id TEXT REFERENCES student (id), case_id TEXT REFERENCES "case" (id),
  date TEXT NOT NULL, created_at TEXT NOT NULL,
  partner_id TEXT REFERENCES partner (id), urgency TEXT NOT NULL, requested_by TEXT NOT NULL,
  services TEXT NOT NULL, student_consent TEXT NOT NULL, parents_consent TEXT NOT NULL,
  contact_by TEXT NOT NULL, status TEXT NOT NULL, sent_date TEXT, appointment_date TEXT,
  answer_date TEXT, remind_date TEXT
) STRICT;
CREATE INDEX referral_of ON referral (student_id, date);
CREATE INDEX referral_by_status ON referral (status, date) WHERE removed_at IS NULL;

CREATE TABLE paper (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  form TEXT NOT NULL, form_version INTEGER NOT NULL, author_id TEXT NOT NULL,
  student_id TEXT REFERENCES student (id), case_id TEXT REFERENCES "case" (id),
  date TEXT NOT NULL, created_at TEXT NOT NULL, status TEXT NOT NULL
) STRICT;
CREATE INDEX paper_of ON paper (student_id, date);

CREATE TABLE answer (
  record_id TEXT NOT NULL, question TEXT NOT NULL, "row" INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (record_id, question, "row")
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  text TEXT NOT NULL, who TEXT NOT NULL, due TEXT, done_at TEXT,
  student_id TEXT REFERENCES student (id), case_id TEXT REFERENCES "case" (id),
  source_kind TEXT NOT NULL, source_id TEXT, position INTEGER NOT NULL
) STRICT;
CREATE INDEX task_of ON task (source_id, position);
CREATE INDEX task_open ON task (due) WHERE done_at IS NULL AND removed_at IS NULL;
CREATE INDEX task_by_student ON task (student_id);

CREATE TABLE partner (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  service TEXT NOT NULL, person TEXT NOT NULL, type TEXT NOT NULL, secrecy TEXT NOT NULL,
  street TEXT NOT NULL, postcode TEXT NOT NULL, city TEXT NOT NULL, phone TEXT NOT NULL,
  email TEXT NOT NULL, hours TEXT NOT NULL, sort_key TEXT NOT NULL
) STRICT;

-- Every finished change. Content and salt stand apart, so that erasing them leaves the chain verifiable.
CREATE TABLE revision (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, record_id TEXT NOT NULL,
  parents TEXT NOT NULL, author_id TEXT NOT NULL, at TEXT NOT NULL, form_version INTEGER NOT NULL,
  content_hash BLOB NOT NULL, chain_hash BLOB NOT NULL
) STRICT;
CREATE INDEX revision_of ON revision (record_id, seq);

CREATE TABLE revision_content (
  revision_id TEXT PRIMARY KEY REFERENCES revision (id), salt BLOB NOT NULL, content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  record_id TEXT PRIMARY KEY, kind TEXT NOT NULL, form TEXT NOT NULL, form_version INTEGER NOT NULL,
  student_id TEXT, case_id TEXT, base_revision TEXT NOT NULL, at TEXT NOT NULL, content BLOB NOT NULL
) STRICT;

CREATE TABLE disclosure (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, record_kind TEXT NOT NULL,
  record_id TEXT, case_id TEXT, student_id TEXT, what TEXT NOT NULL, means TEXT NOT NULL,
  recipient TEXT NOT NULL, ground TEXT NOT NULL, language TEXT NOT NULL, author_id TEXT NOT NULL
) STRICT;
CREATE INDEX disclosure_of ON disclosure (student_id, seq);

CREATE TABLE preference (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What search finds: people apart from writings, so that a name is never lost among a hundred thousand notes.
CREATE TABLE search_entry (
  rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL UNIQUE, student_id TEXT, day TEXT
) STRICT;
CREATE INDEX search_entry_of ON search_entry (student_id);
CREATE VIRTUAL TABLE people USING fts5 (
  name, place, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4 5'
);
CREATE VIRTUAL TABLE writings USING fts5 (
  title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4 5'
);
INSERT INTO people (people, rank) VALUES ('secure-delete', 1);
INSERT INTO writings (writings, rank) VALUES ('secure-delete', 1);
