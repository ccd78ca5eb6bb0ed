package dev.feedmill.html.allowed;

import dev.feedmill.setting.SettingValues;

/**
 * Limits on a body and its content.
 *
 * @param maxNodes elements, texts and comments as written; a body with more is too large
 * @param maxDepth of nested elements; a deeper body is too large
 * @param maxAttributeLength UTF-16 units of one attribute as written; a body with a longer one is too large
 * @param maxUrlLength characters of a URL; a longer one is dropped
 * @param maxCandidates sizes of one picture ({@code srcset}); further ones are left out
 */
public record BodyLimits(int maxNodes, int maxDepth, int maxAttributeLength, int maxUrlLength, int maxCandidates) {
    public static BodyLimits of(SettingValues settings) {
        return new BodyLimits(
                settings.number("html.max-tags", 50_000, 1, 10_000_000),
                settings.number("html.max-depth", 200, 1, 500),
                settings.number("html.max-attribute-length", 1_000_000, 100, 10_000_000),
                settings.number("html.max-url-length", WebUrl.USUAL_LENGTH, 100, 1_000_000),
                settings.number("html.max-candidates", 100, 1, 10_000));
    }

    /** Returns the default limits. */
    public static BodyLimits defaults() {
        return of(SettingValues.DEFAULTS);
    }
}
