package dev.feedmill.library.sql;

import java.time.Duration;

/**
 * A lease as other servers see it.
 *
 * @param id differs each time that it is taken
 * @param age time since the last renewal
 * @param compared whether its holder has compared the folder with the library since it took the lease
 * @param isFree whether it may be taken from its holder
 */
public record LeaseState(String id, Duration age, boolean compared, boolean isFree) {}
