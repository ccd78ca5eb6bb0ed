-- Whether the holder of a lease has compared the folder with the library since it took it: 1 if so.
ALTER TABLE lease ADD COLUMN compared BIGINT NOT NULL DEFAULT 0;

-- One line per server that shares the library: who it is, the lease that it held last or nothing, and the number of the last
-- transaction that it knew when it was seen. Times are milliseconds by the clock of the database.
CREATE TABLE node (
  id ${text} PRIMARY KEY,
  host ${text} NOT NULL,
  address ${text} NOT NULL,
  version ${text} NOT NULL,
  lease ${text} NOT NULL,
  started BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  position BIGINT NOT NULL
);

-- The number of the last change that a document shows.
ALTER TABLE document ADD COLUMN as_of BIGINT NOT NULL DEFAULT 0
