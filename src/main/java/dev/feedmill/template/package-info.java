/** What the template code of other generators shows: their tags, shortcodes and remarks. */
@NullMarked
package dev.feedmill.template;

import org.jspecify.annotations.NullMarked;
