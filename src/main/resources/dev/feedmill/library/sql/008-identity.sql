-- Finds files by their bytes, and the file of an article.
CREATE INDEX file_digest ON file (digest);
CREATE INDEX file_article ON file (article);
-- A move is known by the bytes, no longer by size and time.
DROP INDEX file_stamp;
-- Finds articles without a file by where they last stood; a whole path may be too long for an index.
CREATE INDEX article_removed_path ON article (substr(path, 1, 200)) WHERE removed_at IS NOT NULL;
-- Finds articles that have a file by their titles; a whole title may be too long for an index.
CREATE INDEX article_title ON article (substr(title, 1, 100)) WHERE removed_at IS NULL
