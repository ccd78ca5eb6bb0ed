-- Files of the folder that articles show, play or link to, and places at which such were looked for in vain; the hash stands
-- for a path of any length.
ALTER TABLE article ADD COLUMN attachments ${text} NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN missing ${text} NOT NULL DEFAULT '';
CREATE TABLE attachment (
  path_hash ${text} NOT NULL,
  article ${number} NOT NULL,
  path ${text} NOT NULL,
  found INTEGER NOT NULL,
  PRIMARY KEY (path_hash, article)
);
CREATE INDEX attachment_article ON attachment (article)
