package dev.feedmill.pages;

/** The few words of the pages themselves. */
public record Words(
        String feeds,
        String categories,
        String authors,
        String tags,
        String newest,
        String original,
        String home,
        String all) {
    static final Words ENGLISH = new Words(
            "Feeds",
            "Categories",
            "Authors",
            "Tags",
            "Newest articles",
            "Original article",
            "Home",
            "All feeds (OPML)");
    static final Words CHINESE = new Words("订阅", "分类", "作者", "标签", "最新文章", "查看原文", "首页", "全部订阅 (OPML)");
}
