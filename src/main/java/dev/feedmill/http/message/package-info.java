/** HTTP messages: requests, responses, their header fields, paths and errors. */
@NullMarked
package dev.feedmill.http.message;

import org.jspecify.annotations.NullMarked;
