-- One line per full page of a term's archive (RFC 5005): its last article in the order of publication.
CREATE TABLE archive (
  term ${number} NOT NULL,
  page ${number} NOT NULL,
  published BIGINT NOT NULL,
  article ${number} NOT NULL,
  touched BIGINT NOT NULL,
  PRIMARY KEY (term, page)
) ${clustered};
CREATE INDEX archive_place ON archive (term, published, article, page);

-- One line per article that came when the page of its date was full already, with the page that took it.
CREATE TABLE late (
  term ${number} NOT NULL,
  article ${number} NOT NULL,
  page ${number} NOT NULL,
  PRIMARY KEY (term, article)
) ${clustered};
CREATE INDEX late_page ON late (term, page);

-- One line per entity tag that a feed had, with what was in it then.
CREATE TABLE issued (
  tag ${text} PRIMARY KEY,
  feed ${text} NOT NULL,
  entries ${text} NOT NULL,
  replaced_at BIGINT
);
CREATE INDEX issued_current ON issued (feed) WHERE replaced_at IS NULL;
CREATE INDEX issued_replaced ON issued (replaced_at) WHERE replaced_at IS NOT NULL;

-- Where the articles of a term went that has none any more; -1 where they went several ways.
ALTER TABLE term ADD COLUMN successor BIGINT;
ALTER TABLE term ADD COLUMN succeeded_at BIGINT;
