package dev.feedmill.pages;

import java.util.List;

/**
 * The error page.
 *
 * @param nearest categories with names similar to the requested one
 */
public record ErrorView(Head head, int status, String detail, List<TermItem> nearest) {}
