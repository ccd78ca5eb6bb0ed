package dev.feedmill.pages;

/** A link with its text. */
public record Link(String url, String text) {}
