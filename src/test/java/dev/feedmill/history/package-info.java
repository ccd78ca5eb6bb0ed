/**
 * Random histories of a folder of articles, with a model of whose article is whose and a reader that remembers what it was
 * told. Nothing here knows how the program does it.
 */
@NullMarked
package dev.feedmill.history;

import org.jspecify.annotations.NullMarked;
