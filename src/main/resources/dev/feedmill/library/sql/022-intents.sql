-- The topic's URL as the subscriber wrote it.
ALTER TABLE subscription ADD COLUMN asked ${text} NOT NULL DEFAULT '';
CREATE INDEX subscription_callback ON subscription (callback_hash);
CREATE INDEX subscription_host ON subscription (host);
CREATE INDEX subscription_expires ON subscription (expires);

-- One line per request to subscribe or unsubscribe that its callback has not confirmed; if attempts is negative, it never
-- will, and the line only keeps the callback's host from being asked again too soon. Numbers are never used again.
CREATE TABLE intent (
  number ${counted},
  mode ${text} NOT NULL,
  path_hash ${text} NOT NULL,
  topic_path ${text} NOT NULL,
  asked ${text} NOT NULL,
  callback_hash ${text} NOT NULL,
  callback ${text} NOT NULL,
  host ${text} NOT NULL,
  client ${text} NOT NULL,
  secret ${text} NOT NULL,
  lease BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  UNIQUE (path_hash, callback_hash)
);
CREATE INDEX intent_due ON intent (due_at)
