"""The author's own notes: their own file, key, drafts, history and search. Only the window comes here."""
