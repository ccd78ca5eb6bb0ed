/** The only room of SnakeYAML: the fields of one mapping, each with its line. */
@NullMarked
package dev.feedmill.yaml;

import org.jspecify.annotations.NullMarked;
