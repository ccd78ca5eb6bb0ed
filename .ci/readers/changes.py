"""An author edits an article, adds one and deletes one while the server runs, and the reader sees just that.

feedparser always asks for differences (RFC 3229), so what it gets after an edit is the edited entry and no other, if it says
that it is part of a program which can take that.
"""

import calendar
import time

import feedparser

WITHIN = 30
FEED = "/feed.atom"
AGENT = "mill-readers/1"


def check(proxy, articles, tally):
    tally.begin("changes")
    before = feedparser.parse(proxy.base + FEED)
    edited = articles / "tea" / "how-to-read-a-tea-tin.html"
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("How to read a tea tin", "How to read a tin of tea"), encoding="utf-8")
    news, after = next_version(before, proxy)
    tally.equal("an edit is a difference", news.get("status"), 226)
    tally.equal("the difference is the edited entry", [entry.title for entry in news.entries], ["How to read a tin of tea"])
    tally.equal("a difference carries the tag of the whole feed", news.get("etag"), after.get("etag"))
    tally.equal("an edit adds no entry", ids(after), ids(before))
    old, new = titled(before, "How to read a tea tin"), titled(after, "How to read a tin of tea")
    tally.equal("an edited article keeps its id", new and new.id, old and old.id)
    tally.equal("an edit leaves the date of publication", new and new.published, old and old.published)
    tally.true("an edit moves the date of change", new and new.updated_parsed > old.updated_parsed)
    tally.true("an edit moves the feed's date", after.feed.updated_parsed > before.feed.updated_parsed)

    (articles / "new.md").write_text("---\ntitle: Fresh from the mill\ndate: 2024-11-01T00:00:00Z\n---\nFlour.\n", encoding="utf-8")
    news, added = next_version(after, proxy)
    tally.equal("the difference is the new entry", [entry.title for entry in news.entries], ["Fresh from the mill"])
    tally.equal("a new file is a new entry", len(ids(added)), len(ids(after)) + 1)
    tally.true("the new entry is there", titled(added, "Fresh from the mill"))

    (articles / "new.md").unlink()
    news, deleted = next_version(added, proxy)
    tally.equal("what only lost an entry is a difference without entries", (news.get("status"), news.entries), (226, []))
    tally.equal("a deleted file takes its entry along", ids(deleted), ids(after))
    tally.true("the feed's date never goes back", date(deleted) > date(added) > date(before))


def next_version(last, proxy):
    """Polls as a reader does until the answer is not 304; that answer, and the whole feed as a new reader gets it."""
    end = time.monotonic() + WITHIN
    news = last
    while time.monotonic() < end:
        news = feedparser.parse(proxy.base + FEED, agent=AGENT, etag=last.get("etag"), modified=last.get("modified"))
        if news.get("status") != 304:
            break
        time.sleep(0.2)
    return news, feedparser.parse(proxy.base + FEED)


def ids(feed):
    return [entry.id for entry in feed.entries]


def titled(feed, title):
    return next((entry for entry in feed.entries if entry.title == title), None)


def date(feed):
    return calendar.timegm(feed.feed.updated_parsed)
