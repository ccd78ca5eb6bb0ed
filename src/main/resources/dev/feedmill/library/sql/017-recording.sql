-- What of an article is played: its enclosures, and what it says of itself as an episode of a podcast.
ALTER TABLE article ADD COLUMN recording ${text} NOT NULL DEFAULT ''
