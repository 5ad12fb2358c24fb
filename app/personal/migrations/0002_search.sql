-- After some long notes were written again, taking one out with this switch on leaves an index its own check
-- calls broken. Erasing builds it anew and writes the whole file anew instead.
INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 0);
INSERT INTO note_search (note_search) VALUES ('rebuild');
