"""sfeed, a reader of RSS and Atom for the shell: lines of fields between tabs.

It keeps the first author. With the fetch() of its manual it stores entity tags and sends them back.
"""

import os
import re
import shlex
import subprocess

from truth import labels, seconds

FETCH = """
fetch() {
	etag="$HOME/etags/$(basename "$3")"
	curl -L --max-redirs 0 -H "User-Agent:" -f -s -m 15 --compressed \\
		--etag-save "${etag}" --etag-compare "${etag}" -z "${etag}" "$2" 2>/dev/null
}
"""
ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


def check(truth, proxy, work, tally):
    version = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "sfeed"], capture_output=True, text=True, timeout=30)
    tally.begin(f"sfeed {version.stdout}")
    home = work / "sfeed"
    (home / "etags").mkdir(parents=True)
    feeds = truth.of("rss", "atom")
    lines = [f"\tfeed {number} {shlex.quote(proxy.base + feed.path)}" for number, feed in enumerate(feeds)]
    body = "\n".join(lines)
    (home / "sfeedrc").write_text(f"sfeedpath={shlex.quote(str(home / 'feeds'))}\n{FETCH}\nfeeds() {{\n{body}\n}}\n")
    update(home, tally, "first poll")
    for number, feed in enumerate(feeds):
        rows = read(home / "feeds" / str(number))
        tally.equal(f"{feed.path} ids", sorted(row[5] for row in rows), sorted(item["id"] for item in feed.items))
        found = {row[5]: row for row in rows}
        for item in feed.items:
            if item["id"] in found:
                same(feed, found[item["id"]], item, tally)
    mark = proxy.mark()
    update(home, tally, "second poll")
    for number, feed in enumerate(feeds):
        asked = proxy.of(feed.path, mark)
        tally.equal(f"{feed.path} second poll", [exchange.status for exchange in asked], [304])
        tally.true(f"{feed.path} second poll sends its tag", asked and asked[0].tag)
        tally.equal(f"{feed.path} keeps its entries", len(read(home / "feeds" / str(number))), len(feed.items))


def update(home, tally, what):
    done = subprocess.run(
        ["sfeed_update", "sfeedrc"],
        cwd=home,
        env={"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        start_new_session=True,
    )
    tally.equal(f"{what}: sfeed_update", (done.returncode, done.stderr), (0, ""))


def read(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


def same(feed, row, item, tally):
    published, title, link, content, kind, _, author, _, category = row[:9]
    what = f"{feed.path} {item['title']}"
    tally.equal(f"{what}: title", title, item["title"])
    tally.equal(f"{what}: link", link, item["url"])
    tally.equal(f"{what}: published", int(published), seconds(item["date_published"]))
    tally.equal(f"{what}: kind of content", kind, "html")
    plain = re.sub(r"\\(.)", lambda found: ESCAPES[found.group(1)], content)
    tally.texts(f"{what}: content", plain, item["content_html"])
    tally.equal(f"{what}: author", author, item["authors"][0])
    tally.equal(f"{what}: categories", category.split("|") if category else [], labels(item))
