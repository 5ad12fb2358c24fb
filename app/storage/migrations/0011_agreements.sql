-- Agreements of everybody who may give one: for what, by whom, how, and when it was taken back. Those of before
-- were an adult student's, that the guardians may be told.

ALTER TABLE agreement ADD COLUMN scope TEXT NOT NULL DEFAULT 'parents';
ALTER TABLE agreement ADD COLUMN giver TEXT NOT NULL DEFAULT 'adult';
ALTER TABLE agreement ADD COLUMN guardian_id TEXT;
ALTER TABLE agreement ADD COLUMN partner_id TEXT REFERENCES partner (id);
ALTER TABLE agreement ADD COLUMN how TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN withdrawn_on TEXT;
CREATE INDEX agreement_partner ON agreement (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX agreement_until ON agreement (until) WHERE until IS NOT NULL;
