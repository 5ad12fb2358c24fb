-- Which service follows a case and asks a sheet; empty where the notebook's own does.

ALTER TABLE "case" ADD COLUMN framework TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN framework TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN framework TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN framework TEXT NOT NULL DEFAULT '';
ALTER TABLE paper ADD COLUMN framework TEXT NOT NULL DEFAULT '';
