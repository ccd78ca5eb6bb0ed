/** The parts put together by the settings: a running server, and scans of a folder for a command. */
@NullMarked
package dev.feedmill.app;

import org.jspecify.annotations.NullMarked;
