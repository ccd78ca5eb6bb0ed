/** The fields of a document in YAML, TOML or JSON, each with its line; the only room of SnakeYAML and tomlj. */
@NullMarked
package dev.feedmill.yaml;

import org.jspecify.annotations.NullMarked;
