-- Whose file was at a former place: another of the same bytes may be another article's.
ALTER TABLE former_attachment ADD COLUMN article ${number} NOT NULL DEFAULT 0
