/** The endpoint of the hub. */
@NullMarked
package dev.feedmill.http.hub;

import org.jspecify.annotations.NullMarked;
