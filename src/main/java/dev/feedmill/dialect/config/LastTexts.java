package dev.feedmill.dialect.config;

import org.jspecify.annotations.Nullable;

/** What configuration files said when they could last be read, by their paths below the articles folder. */
public interface LastTexts {
    /** Nothing was ever read. */
    LastTexts NONE = path -> null;

    /** The last valid text of the file at a path; null where none was ever seen. */
    @Nullable
    String of(String path);
}
