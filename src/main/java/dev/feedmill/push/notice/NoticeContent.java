package dev.feedmill.push.notice;

/** What notices say, by the current configuration of the site. */
public interface NoticeContent {
    /**
     * A notice for programs, as JSON.
     *
     * @param most channels to name
     */
    byte[] json(Notice notice, int most);
}
