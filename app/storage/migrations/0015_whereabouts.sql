-- Two computers of one practitioner tell each other how far what left has got: how often each of them changed its mind
-- says which of two states is the later one, because clocks never do.
ALTER TABLE handover ADD COLUMN steps INTEGER NOT NULL DEFAULT 0;
ALTER TABLE package ADD COLUMN steps INTEGER NOT NULL DEFAULT 0;
