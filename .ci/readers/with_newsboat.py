"""newsboat, a reader for the terminal. It reads RSS and Atom and keeps what it read in an SQLite file.

Each feed has a cache of its own here, because newsboat keeps one row for an id: an article in two feeds is shown in
the one that was fetched last. Of several authors it keeps the last of RSS, and joins those of Atom with a comma.
"""

import concurrent.futures
import os
import sqlite3
import subprocess

from truth import seconds

# It stores the validators with the second answer, so that only its third question can be answered 304.
POLLS = 3


def check(truth, proxy, work, tally):
    version = subprocess.run(["newsboat", "-v"], capture_output=True, text=True, timeout=30).stdout.split()
    tally.begin(f"newsboat {version[1]}")
    feeds = truth.of("rss", "atom")
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for number, feed in enumerate(feeds):
            pool.submit(one, feed, proxy, work / "newsboat" / str(number), tally).add_done_callback(raised(feed, tally))


def raised(feed, tally):
    return lambda future: tally.equal(f"{feed.path} could be checked", future.exception(), None)


def one(feed, proxy, home, tally):
    home.mkdir(parents=True)
    (home / "urls").write_text(proxy.base + feed.path + "\n")
    (home / "config").write_text("download-retries 1\ndownload-timeout 20\n")
    mark = proxy.mark()
    for _ in range(POLLS):
        reload(home, tally, feed)
    asked = proxy.of(feed.path, mark)
    tally.equal(f"{feed.path} answers", [exchange.status for exchange in asked], [200, 200, 304])
    tally.true(f"{feed.path} last poll sends its validators", asked and all(asked[-1][2:4]))
    tally.true(f"{feed.path} answers are compressed", asked and asked[0].coding == "gzip")
    rows = stored(home)
    tally.equal(f"{feed.path} ids", sorted(rows), sorted(item["id"] for item in feed.items))
    for item in feed.items:
        if item["id"] in rows:
            same(feed, rows[item["id"]], item, tally)


def reload(home, tally, feed):
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    files = ["-C", "config", "-u", "urls", "-c", "cache.db"]
    done = subprocess.run(
        ["newsboat", *files, "-x", "reload"], cwd=home, env=environment, capture_output=True, text=True, timeout=60
    )
    tally.equal(f"{feed.path} reload", (done.returncode, done.stderr), (0, ""))


def stored(home):
    query = "SELECT guid, title, author, url, pubDate, content FROM rss_item WHERE deleted = 0"
    database = sqlite3.connect(home / "cache.db")
    try:
        return {row[0]: row[1:] for row in database.execute(query)}
    finally:
        database.close()


def same(feed, row, item, tally):
    title, author, url, published, content = row
    what = f"{feed.path} {item['title']}"
    tally.equal(f"{what}: title", title, item["title"])
    tally.equal(f"{what}: link", url, item["url"])
    tally.equal(f"{what}: published", published, seconds(item["date_published"]))
    tally.texts(f"{what}: content", content, item["content_html"])
    authors = item["authors"]
    tally.equal(f"{what}: author", author, authors[-1] if feed.format == "rss" else ", ".join(authors))
