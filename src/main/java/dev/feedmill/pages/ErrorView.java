package dev.feedmill.pages;

import java.util.List;

/**
 * What is said where a page cannot be shown.
 *
 * @param nearest categories whose names are like the one that was asked for
 */
public record ErrorView(Head head, int status, String detail, List<Row> nearest) {}
