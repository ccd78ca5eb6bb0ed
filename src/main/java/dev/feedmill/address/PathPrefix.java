package dev.feedmill.address;

import dev.feedmill.web.PercentCoding;
import java.util.List;

/** The first segment of a path, below which names follow. */
public enum PathPrefix {
    /** The root, whose only name is that of all articles. */
    ROOT(""),
    CATEGORIES("categories"),
    AUTHORS("authors"),
    TAGS("tags"),
    /** Selections that the settings name. */
    FEEDS("feeds"),
    ARTICLES("articles"),
    /** Files of the articles folder. */
    FILES("files"),
    /** Articles by the path of their file, for links between files. */
    SOURCE("source"),
    /** Style sheets, scripts and icons of the pages. */
    ASSETS("assets"),
    SITEMAPS("sitemaps"),
    /** Pages of the archives of feeds, by number and by the path of the feed. */
    ARCHIVE("archive");

    private final String segment;
    private final String slashed;

    PathPrefix(String segment) {
        this.segment = segment;
        this.slashed = "/" + segment + "/";
    }

    /** The segment, without slashes around it. */
    String segment() {
        return segment;
    }

    /** The path of what has this name, percent-encoded, without a leading slash. */
    String path(List<String> names) {
        return segment + "/" + PercentCoding.encode(names);
    }

    /** The segment between slashes, with which all paths below it begin: {@code /tags/}. */
    public String slashed() {
        return slashed;
    }
}
