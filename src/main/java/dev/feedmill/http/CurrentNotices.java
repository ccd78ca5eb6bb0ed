package dev.feedmill.http;

import dev.feedmill.push.notice.Notice;
import dev.feedmill.push.notice.NoticeContent;
import java.util.List;
import java.util.function.Supplier;

/** What notices of changes say, by the handlers of the moment. */
record CurrentNotices(Supplier<Handlers> handlers) implements NoticeContent {
    @Override
    public byte[] json(Notice notice, int most) {
        return handlers.get().notices().json(notice, most);
    }

    @Override
    public List<String> pages(Notice notice) {
        return handlers.get().notices().pages(notice);
    }
}
