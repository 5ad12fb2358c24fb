-- The person around the case: school years in full, who lives with the student, what to mind, who else works
-- with them, brothers and sisters, and what an adult student agreed to.

ALTER TABLE enrolment ADD COLUMN other_school TEXT NOT NULL DEFAULT '';
ALTER TABLE enrolment ADD COLUMN level TEXT NOT NULL DEFAULT '';
ALTER TABLE enrolment ADD COLUMN devices TEXT NOT NULL DEFAULT '[]';
ALTER TABLE enrolment ADD COLUMN since TEXT;

CREATE TABLE agreement (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  student_id TEXT NOT NULL REFERENCES student (id), given_on TEXT NOT NULL, until TEXT, note TEXT NOT NULL
) STRICT;
CREATE INDEX agreement_of ON agreement (student_id, given_on);

CREATE TABLE caution (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  student_id TEXT NOT NULL REFERENCES student (id), text TEXT NOT NULL, since TEXT, until TEXT
) STRICT;
CREATE INDEX caution_of ON caution (student_id);

CREATE TABLE resident (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  student_id TEXT NOT NULL REFERENCES student (id), given_name TEXT NOT NULL, family_name TEXT NOT NULL,
  relation TEXT NOT NULL, birth_date TEXT, birth_year INTEGER, home INTEGER NOT NULL,
  person_id TEXT REFERENCES student (id), position INTEGER NOT NULL
) STRICT;
CREATE INDEX resident_of ON resident (student_id, home, position);
CREATE INDEX resident_person ON resident (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE professional (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  student_id TEXT NOT NULL REFERENCES student (id), partner_id TEXT REFERENCES partner (id),
  name TEXT NOT NULL, role TEXT NOT NULL, secrecy TEXT NOT NULL, phone TEXT NOT NULL, since TEXT, until TEXT
) STRICT;
CREATE INDEX professional_of ON professional (student_id);
CREATE INDEX professional_partner ON professional (partner_id) WHERE partner_id IS NOT NULL;

CREATE TABLE sibling (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, removed_at TEXT, revision TEXT NOT NULL,
  student_id TEXT NOT NULL REFERENCES student (id), sibling_id TEXT NOT NULL REFERENCES student (id)
) STRICT;
CREATE INDEX sibling_of ON sibling (student_id);
CREATE INDEX sibling_back ON sibling (sibling_id);
