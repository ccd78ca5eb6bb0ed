"""Readers that are given the address of a page find its feed by themselves, the page's own first."""

import subprocess
import urllib.request

import feedparser

FORMATS = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


def check(truth, tally):
    tally.begin("discovery")
    for feed in truth.of("rss"):
        page = feed.path[: -len(".rss")] if feed.path != "/feed.rss" else "/"
        own = [truth.base + feed.path[: -len("rss")] + extension for extension in FORMATS]
        all_feeds = [truth.base + "/feed." + extension for extension in FORMATS]
        wanted = own if page == "/" else own + all_feeds
        with urllib.request.urlopen(truth.base + page, timeout=20) as answer:
            html = answer.read()
        parsed = feedparser.parse(html)
        links = [link for link in parsed.feed.get("links", []) if link["rel"] == "alternate" and link["type"] in FORMATS.values()]
        tally.equal(f"{page}: feedparser finds its feeds", [link["href"] for link in links], wanted)
        tally.equal(f"{page}: their types", [link["type"] for link in links][:3], list(FORMATS.values()))
        titles = [link["title"] for link in links]
        tally.equal(f"{page}: their titles differ", len(set(titles)), len(titles))
        found = subprocess.run(["sfeed_web", truth.base], input=html, capture_output=True, timeout=20, check=True)
        first = found.stdout.decode("utf-8").splitlines()[0].split("\t")
        tally.equal(f"{page}: sfeed finds its feed first", first, [own[0], FORMATS["rss"]])
