package dev.feedmill.yaml;

/**
 * A single value, always as text: {@code yes}, {@code 010} and {@code 12:30:45} are not converted.
 *
 * @param text empty for {@code null}, {@code ~} and no value
 */
public record Scalar(String text, int line) implements Node {}
