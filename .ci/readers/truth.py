"""What the readers must show: the lists that /latest gives, one for each feed in /feeds.opml."""

import collections
import datetime
import json
import urllib.parse
import urllib.request
import xml.etree.ElementTree

Feed = collections.namedtuple("Feed", "path format title items")

TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json",
}
FOLDERS = {"categories": "category", "authors": "author", "tags": "tag"}
PAGE = 3
NEWEST = 50


class Truth:
    def __init__(self, base):
        self.base = base
        self.opml = fetch(base + "/feeds.opml")
        self.items = self.latest({})
        self.status = json.loads(fetch(base + "/status.json"))
        self.feeds = []
        for outline in xml.etree.ElementTree.fromstring(self.opml).iter("outline"):
            url = outline.get("xmlUrl")
            if url:
                self.add(url)

    def add(self, url):
        path = url.removeprefix(self.base)
        stem = path.removesuffix(".rss")
        folder, _, name = stem.strip("/").partition("/")
        selection = {FOLDERS[folder]: urllib.parse.unquote(name)} if name else {}
        items = self.latest(selection)
        title = json.loads(fetch(f"{self.base}{stem}.json"))["title"]
        for format in TYPES:
            self.feeds.append(Feed(f"{stem}.{format}", format, title, items[:NEWEST]))

    def latest(self, selection):
        """All items of a selection, newest first, page by page."""
        items = []
        cursor = {}
        while True:
            query = urllib.parse.urlencode({**selection, "limit": PAGE, **cursor})
            page = json.loads(fetch(f"{self.base}/latest?{query}"))
            items += page["items"]
            if page["next"] is None:
                return items
            cursor = {"cursor": page["next"]}
            if len(items) > 100_000:
                raise SystemExit("/latest never ends")

    def of(self, *formats):
        return [feed for feed in self.feeds if feed.format in formats]

    def check(self, articles, tally):
        """The seeds are all there, but for one draft and one letter to the future, and nothing is wrong with them."""
        files = sum(1 for path in articles.rglob("*") if path.is_file())
        status = self.status
        tally.equal("files", status["files"], files)
        tally.equal("files = served + hidden + skipped", status["served"] + status["hidden"] + status["skipped"], files)
        tally.equal("hidden files", status["hidden"], 2)
        tally.equal("skipped files", status["skipped"], 0)
        tally.equal("problems", status["problems"], {})
        tally.equal("articles in /latest", len(self.items), status["served"])
        tally.equal("ids in /latest", len({item["id"] for item in self.items}), len(self.items))
        tally.true("a feed for each category, author and tag", len(self.feeds) > 3 * len(self.items))
        for feed in self.feeds:
            tally.true(f"{feed.path} has entries", feed.items)
            tally.true(f"{feed.path} lists what is in /latest", all(item in self.items for item in feed.items))


def fetch(url):
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read().decode("utf-8")


def seconds(date):
    """Seconds since 1970 of an RFC 3339 date."""
    return int(datetime.datetime.fromisoformat(date.replace("Z", "+00:00")).timestamp())


def labels(item):
    """Category names with those above them, outermost first, then tags, each once per place in the hierarchy."""
    found = {}
    for path in item["categories"]:
        for depth in range(1, len(path) + 1):
            found.setdefault(tuple(path[:depth]), path[depth - 1])
    return [*found.values(), *item["tags"]]
