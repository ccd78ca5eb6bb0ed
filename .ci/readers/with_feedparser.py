"""feedparser, the parser in rss2email and many aggregators. It reads RSS and Atom."""

import calendar
import html
import html.parser

import feedparser

from truth import TYPES, labels, seconds


def check(truth, proxy, work, tally):
    tally.begin(f"feedparser {feedparser.__version__}")
    for feed in truth.of("rss", "atom"):
        # As it comes: without feedparser's own sanitizer and link resolver, every value must be the same.
        plain = feedparser.parse(proxy.base + feed.path, sanitize_html=False, resolve_relative_uris=False)
        tally.equal(f"{feed.path} status", plain.get("status"), 200)
        tally.equal(f"{feed.path} is well-formed", plain.get("bozo_exception"), None)
        tally.equal(f"{feed.path} type", proxy.of(feed.path)[-1].type, TYPES[feed.format])
        tally.equal(f"{feed.path} title", plain.feed.get("title"), feed.title)
        own = [link.href for link in plain.feed.links if link.rel == "self"]
        tally.equal(f"{feed.path} self link", own, [truth.base + feed.path])
        tally.equal(f"{feed.path} ids", [entry.id for entry in plain.entries], [item["id"] for item in feed.items])
        for entry, item in zip(plain.entries, feed.items):
            same(feed, entry, item, tally)
        as_shown(feed, proxy, tally)
        again = feedparser.parse(proxy.base + feed.path, etag=plain.get("etag"), modified=plain.get("modified"))
        tally.equal(f"{feed.path} second poll", again.get("status"), 304)
        tally.true(f"{feed.path} second poll sends its validators", all(proxy.of(feed.path)[-1][2:4]))


def same(feed, entry, item, tally):
    what = f"{feed.path} {item['title']}"
    tally.equal(f"{what}: title", entry.title, item["title"])
    tally.equal(f"{what}: link", entry.link, item["url"])
    tally.equal(f"{what}: published", calendar.timegm(entry.published_parsed), seconds(item["date_published"]))
    tally.equal(f"{what}: updated", calendar.timegm(entry.updated_parsed), seconds(item["date_modified"]))
    # A description is HTML, in which a plain summary's own < and & are escaped; an Atom summary says that it is text.
    summary = html.unescape(entry.summary) if feed.format == "rss" else entry.summary
    tally.equal(f"{what}: summary", summary, item["summary"])
    tally.texts(f"{what}: content", entry.content[0].value, item["content_html"])
    tally.equal(f"{what}: authors", [author.name for author in entry.authors], item["authors"])
    tally.equal(f"{what}: categories", [tag.term for tag in entry.get("tags", [])], labels(item))
    pictures = [picture["url"] for picture in entry.get("media_thumbnail", [])]
    tally.equal(f"{what}: picture", pictures, [item["image"]] if "image" in item else [])


def as_shown(feed, proxy, tally):
    """With its own sanitizer feedparser drops elements that it does not know, but never a word."""
    shown = feedparser.parse(proxy.base + feed.path)
    for entry, item in zip(shown.entries, feed.items):
        what = f"{feed.path} {item['title']} sanitized"
        tally.equal(f"{what}: title", entry.title, item["title"])
        tally.texts(f"{what}: words", words(entry.content[0].value), words(item["content_html"]))


def words(markup):
    collector = Words()
    collector.feed(markup)
    collector.close()
    return "".join("".join(collector.text).split())


class Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text = []

    def handle_data(self, data):
        self.text.append(data)
