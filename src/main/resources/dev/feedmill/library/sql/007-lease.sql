-- One line per lease: which process holds it. The server that holds "server" is the only one that may write. Times are
-- milliseconds by the clock of the database; a holder that lives raises renewals again and again.
CREATE TABLE lease (
  name ${text} PRIMARY KEY,
  holder ${text} NOT NULL,
  host ${text} NOT NULL,
  pid BIGINT NOT NULL,
  pid_space ${text} NOT NULL,
  address ${text} NOT NULL,
  started BIGINT NOT NULL,
  renewed BIGINT NOT NULL,
  renewals BIGINT NOT NULL
);
