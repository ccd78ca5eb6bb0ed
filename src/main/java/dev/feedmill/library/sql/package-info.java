/** The two databases, what they share and where they differ: connections, transactions, migrations, leases. */
@NullMarked
package dev.feedmill.library.sql;

import org.jspecify.annotations.NullMarked;
