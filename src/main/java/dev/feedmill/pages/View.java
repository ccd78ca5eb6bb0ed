package dev.feedmill.pages;

/** What a page shows, ready for its template. */
public interface View {
    /** The frame of the page. */
    Head head();

    /** The file of its template in {@code src/main/jte}. */
    String template();
}
