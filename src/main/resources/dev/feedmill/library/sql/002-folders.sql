-- Finds the files below a folder; a whole path may be too long for an index.
CREATE INDEX file_path ON file (substr(path, 1, 200));
