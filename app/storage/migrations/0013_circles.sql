-- For which circle something left, whether it was more or less than is proposed for it, and what was said aloud.

ALTER TABLE disclosure ADD COLUMN circle TEXT NOT NULL DEFAULT '';
ALTER TABLE disclosure ADD COLUMN scope TEXT NOT NULL DEFAULT '';
ALTER TABLE disclosure ADD COLUMN said TEXT NOT NULL DEFAULT '';

-- Sheets are found by the codes of what was chosen on them, so that other words for a code find them too. Those
-- indexed before carry the words of then until they are indexed anew.
ALTER TABLE search_entry ADD COLUMN coded INTEGER NOT NULL DEFAULT 0;
CREATE INDEX search_entry_uncoded ON search_entry (rowid) WHERE coded = 0 AND kind <> 'student';
