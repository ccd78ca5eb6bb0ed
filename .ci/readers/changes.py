"""An author edits an article, adds one and deletes one while the server runs, and the reader sees just that."""

import calendar
import time

import feedparser

WITHIN = 30
FEED = "/feed.atom"


def check(proxy, articles, tally):
    tally.begin("changes")
    before = feedparser.parse(proxy.base + FEED)
    edited = articles / "tea" / "how-to-read-a-tea-tin.html"
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("How to read a tea tin", "How to read a tin of tea"), encoding="utf-8")
    after = next_version(before, proxy)
    tally.equal("an edit adds no entry", ids(after), ids(before))
    old, new = titled(before, "How to read a tea tin"), titled(after, "How to read a tin of tea")
    tally.equal("an edited article keeps its id", new and new.id, old and old.id)
    tally.equal("an edit leaves the date of publication", new and new.published, old and old.published)
    tally.true("an edit moves the date of change", new and new.updated_parsed > old.updated_parsed)
    tally.true("an edit moves the feed's date", after.feed.updated_parsed > before.feed.updated_parsed)

    (articles / "new.md").write_text("---\ntitle: Fresh from the mill\ndate: 2024-11-01T00:00:00Z\n---\nFlour.\n", encoding="utf-8")
    added = next_version(after, proxy)
    tally.equal("a new file is a new entry", len(ids(added)), len(ids(after)) + 1)
    tally.true("the new entry is there", titled(added, "Fresh from the mill"))

    (articles / "new.md").unlink()
    deleted = next_version(added, proxy)
    tally.equal("a deleted file takes its entry along", ids(deleted), ids(after))
    tally.true("the feed's date never goes back", date(deleted) > date(added) > date(before))


def next_version(last, proxy):
    """Polls as a reader does until the answer is not 304; the last version where it never comes."""
    end = time.monotonic() + WITHIN
    while time.monotonic() < end:
        answer = feedparser.parse(proxy.base + FEED, etag=last.get("etag"), modified=last.get("modified"))
        if answer.get("status") == 200:
            return answer
        time.sleep(0.2)
    return last


def ids(feed):
    return [entry.id for entry in feed.entries]


def titled(feed, title):
    return next((entry for entry in feed.entries if entry.title == title), None)


def date(feed):
    return calendar.timegm(feed.feed.updated_parsed)
