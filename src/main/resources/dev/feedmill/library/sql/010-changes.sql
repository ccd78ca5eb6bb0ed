-- When something of the file was last changed, its name and owner too: another file of the same size and time has another.
ALTER TABLE file ADD COLUMN changed BIGINT NOT NULL DEFAULT 0;
-- What readers were told that an article was last changed at; its dates may be set back, this is not.
ALTER TABLE article ADD COLUMN updated_floor BIGINT;
