/** What is asked and answered: requests, responses, their fields, paths and refusals. */
@NullMarked
package dev.feedmill.http.message;

import org.jspecify.annotations.NullMarked;
