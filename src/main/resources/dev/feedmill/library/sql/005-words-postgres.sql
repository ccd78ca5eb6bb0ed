-- The words of public articles, cut by the program; those of titles have the weight A, and stand there once
-- more behind a sign.
CREATE TABLE words (
  article BIGINT PRIMARY KEY,
  published BIGINT NOT NULL,
  tokens TSVECTOR NOT NULL
);
CREATE INDEX words_tokens ON words USING gin (tokens);
