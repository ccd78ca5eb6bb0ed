package dev.feedmill.pages.article;

import dev.feedmill.pages.ArticleItem;

/**
 * A link to an article before or after another one in a list.
 *
 * @param relation the {@code rel} value of the link
 * @param label text that names the side
 */
public record AdjacentLink(String relation, String label, ArticleItem item) {}
