-- One line per address of a document, a hash of it: what tells its bytes, and when they became what they are.
CREATE TABLE document (
  address ${text} PRIMARY KEY,
  digest ${text} NOT NULL,
  modified BIGINT NOT NULL
);
