package dev.feedmill.html.allowed;

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
    /** Returns the default limits. */
    public static BodyLimits defaults() {
        return new BodyLimits(50_000, 200, 1_000_000, WebUrl.USUAL_LENGTH, 100);
    }
}
