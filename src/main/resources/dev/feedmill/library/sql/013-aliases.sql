-- Earlier addresses of articles, as their authors name them; the hash stands for a path of any length.
ALTER TABLE article ADD COLUMN aliases ${text} NOT NULL DEFAULT '';
CREATE TABLE alias (
  path_hash ${text} NOT NULL,
  article ${number} NOT NULL,
  path ${text} NOT NULL,
  PRIMARY KEY (path_hash, article)
);
CREATE INDEX alias_article ON alias (article)
