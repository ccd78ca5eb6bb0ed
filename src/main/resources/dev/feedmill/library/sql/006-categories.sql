-- What the settings say of a category: its name as articles write it where another is shown, a segment of its own.
ALTER TABLE term ADD COLUMN written ${text};
ALTER TABLE term ADD COLUMN slug ${text};
ALTER TABLE term ADD COLUMN hidden SMALLINT NOT NULL DEFAULT 0;

-- One line per segment that a category had before the settings gave it another.
CREATE TABLE former (
  kind ${text} NOT NULL,
  parent ${number} NOT NULL,
  segment_folded ${text} NOT NULL,
  term ${number} NOT NULL,
  PRIMARY KEY (kind, parent, segment_folded)
);
