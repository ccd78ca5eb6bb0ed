package dev.feedmill.pages.part;

/** A link with its text. */
public record Link(String url, String text) {}
