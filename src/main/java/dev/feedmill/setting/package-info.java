/** Settings by name: how values are written, with their types, defaults and limits. */
@NullMarked
package dev.feedmill.setting;

import org.jspecify.annotations.NullMarked;
