/** From a text with template code to what it shows. */
@NullMarked
package dev.feedmill.template.run;

import org.jspecify.annotations.NullMarked;
