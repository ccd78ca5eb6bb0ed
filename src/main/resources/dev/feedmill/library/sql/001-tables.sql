-- One line per setting that the library keeps about itself.
CREATE TABLE meta (
  name ${text} PRIMARY KEY,
  value ${text} NOT NULL
);

-- One line per file of the folder; id is a hash of the path, which may be too long for an index.
CREATE TABLE file (
  id ${text} PRIMARY KEY,
  path ${text} NOT NULL,
  size BIGINT NOT NULL,
  modified BIGINT NOT NULL,
  digest ${text} NOT NULL,
  outcome ${text} NOT NULL,
  article ${number},
  problems ${text} NOT NULL
);
CREATE INDEX file_outcome ON file (outcome);
CREATE INDEX file_stamp ON file (size, modified);
CREATE INDEX file_problems ON file (id) WHERE problems <> '';

-- One line per article, tombstones too; all that a feed says of it, the body last so that the rest reads without it.
CREATE TABLE article (
  number ${number} PRIMARY KEY,
  article_key ${text} NOT NULL,
  path ${text} NOT NULL,
  entry_id ${text} NOT NULL,
  entry_hash ${text} NOT NULL UNIQUE,
  slug ${text} NOT NULL,
  slug_folded ${text} NOT NULL UNIQUE,
  file_digest ${text} NOT NULL,
  content_digest ${text} NOT NULL,
  published BIGINT NOT NULL,
  published_from ${text} NOT NULL,
  declared_updated BIGINT,
  edited BIGINT,
  updated BIGINT NOT NULL,
  draft SMALLINT NOT NULL,
  visible SMALLINT NOT NULL,
  once_public SMALLINT NOT NULL,
  removed_at BIGINT,
  terms ${text} NOT NULL,
  title ${text} NOT NULL,
  summary ${text} NOT NULL,
  authors ${text} NOT NULL,
  categories ${text} NOT NULL,
  tags ${text} NOT NULL,
  image ${text},
  link ${text},
  declared_id ${text},
  wished_slug ${text} NOT NULL,
  language ${text},
  body ${text} NOT NULL
);
CREATE INDEX article_due ON article (published) WHERE visible = 0 AND draft = 0 AND removed_at IS NULL;
CREATE INDEX article_removed ON article (file_digest) WHERE removed_at IS NOT NULL;

-- One line per category, author and tag; floor and touched keep "last changed" from going back.
CREATE TABLE term (
  number ${number} PRIMARY KEY,
  kind ${text} NOT NULL,
  parent ${number} NOT NULL,
  name ${text} NOT NULL,
  folded ${text} NOT NULL,
  segment ${text} NOT NULL,
  segment_folded ${text} NOT NULL,
  alias ${text} NOT NULL,
  uses BIGINT NOT NULL,
  shown BIGINT NOT NULL,
  changed_floor BIGINT NOT NULL,
  touched BIGINT NOT NULL,
  UNIQUE (kind, parent, folded),
  UNIQUE (kind, parent, segment_folded)
);
CREATE INDEX term_folded ON term (kind, folded);
CREATE INDEX term_segment ON term (kind, segment_folded);
CREATE INDEX term_alias ON term (alias);
INSERT INTO term VALUES (0, 'EVERYTHING', 0, '', '', '', '', '', 0, 0, 0, 0);

-- One line per public article and term (ancestors and "everything" too): a page is one range of this.
CREATE TABLE listing (
  term ${number} NOT NULL,
  published BIGINT NOT NULL,
  article ${number} NOT NULL,
  updated BIGINT NOT NULL,
  PRIMARY KEY (term, published, article)
) ${clustered};
CREATE INDEX listing_updated ON listing (term, updated);
