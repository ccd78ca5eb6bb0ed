-- The words of public articles, cut by the program; the index keeps no text. Its rows are found by their places.
CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', contentless_delete=1, tokenize='ascii');

-- One line per article in it; places are in the order of publication, so that the newest matches come first.
CREATE TABLE place (
  place INTEGER PRIMARY KEY,
  article INTEGER NOT NULL UNIQUE,
  published BIGINT NOT NULL
);
