package dev.feedmill.dialect.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The front matter of one article, whatever it is written in; keys are compared without case, {@code -} and {@code _}. */
public interface Header {
    /** The single value of a key; null where there is none. */
    @Nullable
    String text(String key);

    /** Every single value below a key. */
    List<String> words(String key);
}
