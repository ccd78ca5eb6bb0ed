/** Values of template code: names, filters, conditions, loops. */
@NullMarked
package dev.feedmill.template.value;

import org.jspecify.annotations.NullMarked;
