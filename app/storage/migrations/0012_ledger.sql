-- What became of every package, what its receipt said, and to whom a case was given for good.

ALTER TABLE package ADD COLUMN previous TEXT;
ALTER TABLE package ADD COLUMN handed_over_at TEXT;
ALTER TABLE package ADD COLUMN reminded_at TEXT;
ALTER TABLE package ADD COLUMN dropped_at TEXT;
ALTER TABLE package ADD COLUMN applied INTEGER;
ALTER TABLE package ADD COLUMN conflicts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE package ADD COLUMN refused TEXT NOT NULL DEFAULT '{}';

-- Nobody was asked until now; a package from before is taken for handed over on the day it was written.
UPDATE package SET handed_over_at = at WHERE direction = 'out' AND kind = 'records';

CREATE TABLE handover (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL,
  correspondent_id TEXT NOT NULL REFERENCES correspondent (id), package_id TEXT NOT NULL,
  direction TEXT NOT NULL, turn INTEGER NOT NULL, held_back INTEGER NOT NULL, at TEXT NOT NULL,
  acknowledged_at TEXT, ended_at TEXT, ended_how TEXT NOT NULL, why TEXT NOT NULL
) STRICT;
CREATE INDEX handover_of ON handover (case_id, seq);
CREATE INDEX handover_given ON handover (case_id)
  WHERE direction = 'out' AND acknowledged_at IS NOT NULL AND ended_at IS NULL;

-- Which of the conditions that hold together were met, where the service asks them.
ALTER TABLE disclosure ADD COLUMN conditions TEXT NOT NULL DEFAULT '';
