"""JSON Feed. No reader in Debian reads it, so that Python's JSON parser and the text of version 1.1 stand for one."""

import json
import urllib.error
import urllib.request

from truth import TYPES, labels, seconds


def check(truth, proxy, work, tally):
    tally.begin("json")
    for feed in truth.of("json"):
        answer = urllib.request.urlopen(proxy.base + feed.path, timeout=20)
        document = json.loads(answer.read().decode("utf-8"))
        tally.equal(f"{feed.path} type", answer.headers["Content-Type"], TYPES["json"])
        tally.equal(f"{feed.path} version", document["version"], "https://jsonfeed.org/version/1.1")
        tally.equal(f"{feed.path} title", document["title"], feed.title)
        tally.equal(f"{feed.path} self link", document["feed_url"], truth.base + feed.path)
        tally.equal(f"{feed.path} ids", [item["id"] for item in document["items"]], [item["id"] for item in feed.items])
        for found, item in zip(document["items"], feed.items):
            same(feed, found, item, tally)
        validators = {"If-None-Match": answer.headers["ETag"], "If-Modified-Since": answer.headers["Last-Modified"]}
        tally.equal(f"{feed.path} second poll", status(proxy.base + feed.path, validators), 304)


def same(feed, found, item, tally):
    what = f"{feed.path} {item['title']}"
    for name in ("title", "url", "summary", "image"):
        tally.equal(f"{what}: {name}", found.get(name), item.get(name))
    tally.texts(f"{what}: content", found["content_html"], item["content_html"])
    for name in ("date_published", "date_modified"):
        tally.equal(f"{what}: {name}", seconds(found[name]), seconds(item[name]))
    tally.equal(f"{what}: authors", [author["name"] for author in found.get("authors", [])], item["authors"])
    tally.equal(f"{what}: tags", found.get("tags", []), list(dict.fromkeys(labels(item))))


def status(url, headers):
    try:
        return urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20).status
    except urllib.error.HTTPError as error:
        return error.code
