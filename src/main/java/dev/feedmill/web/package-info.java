/** Addresses and types of the web as the standards write them. */
@NullMarked
package dev.feedmill.web;

import org.jspecify.annotations.NullMarked;
