/** The two databases, their common code and their differences: connections, transactions, migrations, leases. */
@NullMarked
package dev.feedmill.library.sql;

import org.jspecify.annotations.NullMarked;
