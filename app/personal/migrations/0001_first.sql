CREATE TABLE note (
  seq INTEGER PRIMARY KEY, subject_id TEXT NOT NULL UNIQUE, student_id TEXT,
  text TEXT NOT NULL, written_at TEXT NOT NULL, review_on TEXT NOT NULL
) STRICT;
CREATE INDEX note_of ON note (student_id);
CREATE TABLE note_before (
  seq INTEGER PRIMARY KEY, subject_id TEXT NOT NULL, text TEXT NOT NULL, written_at TEXT NOT NULL
) STRICT;
CREATE INDEX note_before_of ON note_before (subject_id, seq);
CREATE TABLE note_draft (
  subject_id TEXT PRIMARY KEY, student_id TEXT, text TEXT NOT NULL, cursor INTEGER NOT NULL, kept_at TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE note_search USING fts5 (
  text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4 5'
);
INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 1);
