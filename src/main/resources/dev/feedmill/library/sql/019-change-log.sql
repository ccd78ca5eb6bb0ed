-- One line per commit that clients can see, by the number of its transaction: the numbers of the terms that it changed.
CREATE TABLE change_log (
  number ${number} PRIMARY KEY,
  changed_at BIGINT NOT NULL,
  terms ${text} NOT NULL
);
CREATE INDEX change_log_time ON change_log (changed_at);

-- One line per article that such a commit added to feeds, changed in them or took from them.
CREATE TABLE change_entry (
  change ${number} NOT NULL,
  article ${number} NOT NULL,
  kind ${text} NOT NULL,
  PRIMARY KEY (change, article)
) ${clustered};

-- How far a reader of the changes that outlives restarts has come.
CREATE TABLE change_position (
  consumer ${text} PRIMARY KEY,
  number BIGINT NOT NULL
);

-- One line per entry that was taken from the feeds of a term, until an entry of this id is back or the line is old; the
-- hash stands for an id of any length.
CREATE TABLE deletion (
  term ${number} NOT NULL,
  entry_hash ${text} NOT NULL,
  entry_id ${text} NOT NULL,
  deleted_at BIGINT NOT NULL,
  PRIMARY KEY (term, entry_hash)
) ${clustered};
CREATE INDEX deletion_time ON deletion (term, deleted_at, entry_hash);
CREATE INDEX deletion_entry ON deletion (entry_hash)
