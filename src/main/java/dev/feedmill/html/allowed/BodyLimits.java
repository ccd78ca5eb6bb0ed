package dev.feedmill.html.allowed;

/**
 * How large a body and what is in it may be.
 *
 * @param maxNodes elements, texts and comments as written; more is too large
 * @param maxDepth elements in one another; more is too large
 * @param maxAttributeLength UTF-16 units of one attribute as written; more is too large
 * @param maxUrlLength characters of an address; a longer one is dropped
 * @param maxCandidates sizes of one picture ({@code srcset}); more are left out
 */
public record BodyLimits(int maxNodes, int maxDepth, int maxAttributeLength, int maxUrlLength, int maxCandidates) {
    /** What the settings say unless they are changed. */
    public static BodyLimits defaults() {
        return new BodyLimits(50_000, 200, 1_000_000, WebUrl.USUAL_LENGTH, 100);
    }
}
