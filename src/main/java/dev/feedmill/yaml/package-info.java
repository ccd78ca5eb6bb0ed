/** Reads YAML, TOML and JSON documents as fields with their lines; the only package that uses SnakeYAML and tomlj. */
@NullMarked
package dev.feedmill.yaml;

import org.jspecify.annotations.NullMarked;
