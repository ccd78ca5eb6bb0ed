-- When an article was last taken from the page of the archive that is being filled, or changed in it.
ALTER TABLE term ADD COLUMN open_touched BIGINT NOT NULL DEFAULT 0
