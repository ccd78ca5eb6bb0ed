-- What of the folder and of this host articles show, play or link to, and places at which such was looked for in vain; the hash
-- stands for a path of any length. A file has a digest, and a place with nothing at it has no stamp.
ALTER TABLE article ADD COLUMN attachments ${text} NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN linked ${text} NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN missing ${text} NOT NULL DEFAULT '';
CREATE TABLE attachment (
  path_hash ${text} NOT NULL,
  article ${number} NOT NULL,
  path ${text} NOT NULL,
  digest ${text} NOT NULL,
  stamp ${text} NOT NULL,
  PRIMARY KEY (path_hash, article)
);
CREATE INDEX attachment_article ON attachment (article);
CREATE INDEX attachment_digest ON attachment (digest);
-- Where files were that a public article had, so that their addresses can lead to where they are now.
CREATE TABLE former_attachment (
  path_hash ${text} NOT NULL PRIMARY KEY,
  digest ${text} NOT NULL
)
