package dev.feedmill.selection;

import java.time.Instant;

/**
 * An entry that is in feeds no more (RFC 6721).
 *
 * @param id the id that feeds gave it
 * @param deletedAt whole seconds
 */
public record DeletedEntry(String id, Instant deletedAt) {}
