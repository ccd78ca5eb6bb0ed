-- What configurations of sites said when they could last be read; the hash stands for a path of any length.
CREATE TABLE configuration (
  path_hash ${text} NOT NULL PRIMARY KEY,
  path ${text} NOT NULL,
  digest ${text} NOT NULL,
  valid_text ${text} NOT NULL
)
