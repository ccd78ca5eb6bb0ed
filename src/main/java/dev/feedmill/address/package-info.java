/** The address book: every path and query parameter of this server, printed and parsed in one place. */
@NullMarked
package dev.feedmill.address;

import org.jspecify.annotations.NullMarked;
