package dev.feedmill.dialect.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The front matter of one article, in any syntax; keys are compared without case, {@code -} and {@code _}. */
public interface Header {
    /** Returns the single value of a key; null for none. */
    @Nullable
    String text(String key);

    /** Returns every single value below a key. */
    List<String> words(String key);
}
