package dev.feedmill.push.notice;

import java.util.List;

/** What notices say, by the current configuration of the site. */
public interface NoticeContent {
    /**
     * A notice for programs, as JSON.
     *
     * @param most channels to name
     */
    byte[] json(Notice notice, int most);

    /** URLs of the pages of the articles in a notice whose home is this server. */
    List<String> pages(Notice notice);
}
