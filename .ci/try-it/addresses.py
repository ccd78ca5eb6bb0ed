"""One address of every kind that a server has, found as a visitor finds them: from what it serves."""

import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree

FIXED = [
    "/",
    "/categories",
    "/authors",
    "/tags",
    "/search",
    "/builder",
    "/status",
    "/status.json",
    "/metrics",
    "/health",
    "/health/live",
    "/health/ready",
    "/feed.rss",
    "/feed.atom",
    "/feed.json",
    "/feeds.opml",
    "/latest",
    "/openapi.json",
    "/sitemap.xml",
    "/robots.txt",
]
# The words of the articles are gathered after the first scan; until then a question for them is a 503.
GATHERED_WITHIN = 120


def check(base):
    """Asks for all of them; what was not 200 comes back as lines."""
    bad = [f"{path} was answered {status}" for path in FIXED if (status := get(base + path)[0]) != 200]
    found = listed(base)
    for kind, addresses in found.items():
        if not addresses:
            bad.append(f"nothing that is served names the address of any {kind}")
        elif (status := get(addresses[0])[0]) != 200:
            bad.append(f"the {kind} {addresses[0]} was answered {status}")
    count = len(FIXED) + len(found)
    print(f"{count - len(bad)} of {count} kinds of addresses are 200", flush=True)
    return bad


def listed(base):
    """The addresses of each kind that the OPML, /latest and the front page name."""
    feeds = [outline.get("xmlUrl") for outline in tree(base + "/feeds.opml").iter("outline") if outline.get("xmlUrl")]
    items = json.loads(body(base + "/latest?limit=100"))["items"]
    front = body(base + "/").decode()
    found = {
        f"feed of a{kind}": [feed for feed in feeds if feed.startswith(f"{base}/{room}/")]
        for room, kind in (("categories", " category"), ("authors", "n author"), ("tags", " tag"))
    }
    found["category's page"] = [re.sub(r"\.\w+$", "", feed) for feed in found["feed of a category"]]
    found["article"] = [item["url"] for item in items if item["url"].startswith(f"{base}/articles/")]
    found["asset"] = [urllib.parse.urljoin(base, path) for path in re.findall(r'(?:href|src)="([^"]*/assets/[^"]+)"', front)]
    word = next((word for item in items for word in re.findall(r"[A-Za-z]{5,}", item["title"])), "word")
    found["search for words"] = [f"{base}/search?q={word}"]
    found["feed of a search"] = [f"{base}/feed.rss?q={word}"]
    return found


def tree(address):
    content = body(address)
    return xml.etree.ElementTree.fromstring(content) if content else xml.etree.ElementTree.Element("none")


def body(address):
    status, content = get(address)
    return content if status == 200 else b'{"items": []}' if "/latest" in address else b""


def get(address):
    """The status and the body; an answer of 503 is asked for again as long as it may pass."""
    end = time.monotonic() + GATHERED_WITHIN
    while True:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            if error.code != 503 or time.monotonic() > end:
                return error.code, b""
            time.sleep(0.2)
