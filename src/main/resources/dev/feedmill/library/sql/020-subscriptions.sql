-- One line per feed that is subscribed to; the hash stands for a path of any length. No number is used again, here and below,
-- since a delivery that goes on may still mean the former owner.
CREATE TABLE topic (
  number ${counted},
  path_hash ${text} NOT NULL UNIQUE,
  path ${text} NOT NULL,
  version BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE subscription (
  number ${counted},
  topic ${number} NOT NULL,
  callback_hash ${text} NOT NULL,
  callback ${text} NOT NULL,
  host ${text} NOT NULL,
  secret ${text} NOT NULL,
  expires BIGINT NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE (topic, callback_hash)
)
