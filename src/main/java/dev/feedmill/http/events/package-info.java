/** Live events: what changes for a selection, as Server-Sent Events (WHATWG HTML 9.2). */
@NullMarked
package dev.feedmill.http.events;

import org.jspecify.annotations.NullMarked;
