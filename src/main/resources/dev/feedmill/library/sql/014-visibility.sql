-- How far an article is held back, when it ceases to be public, and what in its file says so now.
ALTER TABLE article ADD COLUMN degree ${text} NOT NULL DEFAULT 'EVERYWHERE';
ALTER TABLE article ADD COLUMN expires BIGINT;
ALTER TABLE article ADD COLUMN held_by ${text};
ALTER TABLE article ADD COLUMN held_line BIGINT NOT NULL DEFAULT 0;
UPDATE article SET degree = 'NOWHERE' WHERE draft <> 0;
CREATE INDEX article_expires ON article (expires) WHERE expires IS NOT NULL AND visible = 1;
-- Finds the articles whose date nobody knows.
CREATE INDEX article_undated ON article (published) WHERE published_from = 'NONE';
-- How many articles are on the pages of a term and not in its feeds; they are in listings of numbers below zero.
ALTER TABLE term ADD COLUMN beside_feeds BIGINT NOT NULL DEFAULT 0;
DROP INDEX term_shown;
CREATE INDEX term_listed ON term (kind, parent, (shown + beside_feeds) DESC, number)
