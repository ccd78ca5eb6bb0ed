package dev.feedmill.dialect.config;

import org.jspecify.annotations.Nullable;

/** The last valid texts of configuration files, by their paths below the articles folder. */
public interface LastValidConfigurations {
    /** No texts. */
    LastValidConfigurations NONE = path -> null;

    /** Returns the last valid text of the file at a path; null if there never was one. */
    @Nullable
    String of(String path);
}
