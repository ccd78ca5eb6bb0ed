-- One line per feed of which hubs of others are told, a hash of its path: the digest of the document that they were told of
-- last, empty for none, and whether it may be another one now.
CREATE TABLE ping_topic (
  path_hash ${text} PRIMARY KEY,
  path ${text} NOT NULL,
  digest ${text} NOT NULL,
  stale SMALLINT NOT NULL
);
CREATE INDEX ping_topic_stale ON ping_topic (path_hash) WHERE stale = 1;

-- One line per hub and feed of which it is still to be told.
CREATE TABLE ping (
  hub ${text} NOT NULL,
  path_hash ${text} NOT NULL,
  digest ${text} NOT NULL,
  due_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  PRIMARY KEY (hub, path_hash)
) ${clustered};
CREATE INDEX ping_due ON ping (due_at)
