-- Finds the terms below another with the most articles.
CREATE INDEX term_shown ON term (kind, parent, shown DESC, number);
