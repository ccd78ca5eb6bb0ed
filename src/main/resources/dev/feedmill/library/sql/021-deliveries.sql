-- One line per version of a topic that a subscriber may have: the digest of the document, and what was in it.
CREATE TABLE topic_version (
  number ${counted},
  topic ${number} NOT NULL,
  digest ${text} NOT NULL,
  entries ${text} NOT NULL
);
CREATE INDEX topic_version_topic ON topic_version (topic, number);

-- The terms whose changes may change a topic.
CREATE TABLE topic_term (
  term ${number} NOT NULL,
  topic ${number} NOT NULL,
  PRIMARY KEY (term, topic)
) ${clustered};
CREATE INDEX topic_term_topic ON topic_term (topic);

-- Topics to be looked at again, with the number of the last change that concerns them; those that could not be rendered
-- wait for a time.
CREATE TABLE stale_topic (
  topic ${number} PRIMARY KEY,
  change ${number} NOT NULL,
  due_at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX stale_topic_due ON stale_topic (due_at, change, topic);

-- One line per chunk of subscribers of one topic who all have the same version, and lack the current one.
CREATE TABLE delivery (
  number ${counted},
  topic ${number} NOT NULL,
  base BIGINT NOT NULL,
  subscriptions ${text} NOT NULL,
  attempt INTEGER NOT NULL,
  due_at BIGINT NOT NULL
);
CREATE INDEX delivery_due ON delivery (due_at, number);
CREATE INDEX delivery_topic ON delivery (topic);

-- Subscriptions whose last delivery failed; a chunk with a later time has them.
CREATE TABLE undelivered (
  subscription ${number} PRIMARY KEY
);
CREATE INDEX subscription_version ON subscription (topic, version, host, number)
