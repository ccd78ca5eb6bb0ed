-- Finds articles by their keys; a whole one may be too long for an index.
CREATE INDEX article_key ON article (substr(article_key, 1, 200));
