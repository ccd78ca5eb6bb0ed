package dev.feedmill.yaml;

/**
 * A single value, always as text: {@code yes}, {@code 010} and {@code 12:30:45} stay what was written.
 *
 * @param text empty for {@code null}, {@code ~} and nothing
 */
public record Text(String text, int line) implements Node {}
