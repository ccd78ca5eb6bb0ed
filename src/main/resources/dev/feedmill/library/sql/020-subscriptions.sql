-- One line per feed that is or was subscribed to; the hash stands for a path of any length.
CREATE TABLE topic (
  number ${number} PRIMARY KEY,
  path_hash ${text} NOT NULL UNIQUE,
  path ${text} NOT NULL,
  version BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE subscription (
  number ${number} PRIMARY KEY,
  topic ${number} NOT NULL,
  callback_hash ${text} NOT NULL,
  callback ${text} NOT NULL,
  host ${text} NOT NULL,
  secret ${text} NOT NULL,
  expires BIGINT NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE (topic, callback_hash)
)
