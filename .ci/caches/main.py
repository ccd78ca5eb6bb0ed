"""Starts the server behind Varnish and shows what is kept, for whom, and for how long."""

import pathlib
import shutil
import sys
import tempfile
import traceback
import urllib.parse

from client import ask, plain, until
from ports import free_port
from proxy import Proxy
from server import Server
from tally import Tally
from varnish import Varnish

SEEDS = pathlib.Path(__file__).resolve().parents[2] / "seeds"
FEED = "/feed.atom"
EDITED = pathlib.Path("tea") / "how-to-read-a-tea-tin.html"

# How long an edit may take from the feed of the server to that of the cache, whose copy would be fresh for much longer.
SHOWN_WITHIN = 2
FRESH = "10m"

# Seconds for which Varnish may send what has expired while it asks for the current response.
STALE = 1
SETTINGS = """
feeds:
  shared-cache-time: {fresh}
  stale-while-revalidate: {stale}s
caches:
  tag-field: xkey
  purge: http://127.0.0.1:{port}/
"""

BROTLI = ["br", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.8, *;q=0.1", "BR;q=0.5"]
OTHERS = [None, "", "gzip", "gzip, deflate", "deflate", "identity", "*", "br;q=0, gzip", "x-gzip", "GZIP;q=0.3", ";;,=", "brotli"]


class Setup:
    """Readers ask Varnish, it asks the proxy, which writes down what reaches the server."""

    def __init__(self, port, purge_port, proxy, server, work):
        self.port = port
        self.purge_port = purge_port
        self.proxy = proxy
        self.server = server
        self.direct = urllib.parse.urlsplit(server.base).port
        self.work = work

    def ask(self, path, **fields):
        return ask(self.port, path, **fields)

    def fetched(self, path, action):
        """How often an action makes the cache ask the server for a path."""
        mark = self.proxy.mark()
        action()
        return len(self.proxy.of(path, mark))


def codings(setup, tally):
    tally.begin("codings")
    wanted = ask(setup.direct, "/feed.json").body
    packed = ask(setup.direct, "/feed.json", Accept_Encoding="br").body

    def fetch():
        for coding in OTHERS:
            answer = setup.ask("/feed.json", Accept_Encoding=coding)
            tally.equal(f"{coding} gets the feed", plain(answer), wanted)
        for coding in BROTLI:
            answer = setup.ask("/feed.json", Accept_Encoding=coding)
            tally.equal(f"{coding} gets Brotli", (answer.fields["Content-Encoding"], answer.body), ("br", packed))

    tally.equal("one copy for Brotli and one for all others", setup.fetched("/feed.json", fetch), 2)


def conditional(setup, tally):
    tally.begin("conditional requests")
    for coding in (None, "gzip", "br"):
        tag = setup.ask(FEED, Accept_Encoding=coding).fields["ETag"]
        again = []
        fetches = setup.fetched(FEED, lambda: again.append(setup.ask(FEED, Accept_Encoding=coding, If_None_Match=tag)))
        tally.equal(f"{coding}: who has the feed gets a 304", again[0].status, 304)
        tally.equal(f"{coding}: from the cache", fetches, 0)
        tally.equal(f"{coding}: tags for the cache are not for readers", again[0].fields["xkey"], None)


def change(setup, tally):
    tally.begin("a change")
    old = setup.ask(FEED)
    edited = setup.work / "articles" / EDITED
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("How to read a tea tin", "How to read a tin of tea"), encoding="utf-8")
    until("the edit", 20, lambda: b"a tin of tea" in ask(setup.direct, FEED).body)
    took = until("the edit through the cache", 20, lambda: b"a tin of tea" in plain(setup.ask(FEED)))
    tally.true(f"it shows within {SHOWN_WITHIN} s, not {took:.1f} s", took <= SHOWN_WITHIN)
    delta(setup, tally, old)


def delta(setup, tally, old):
    new = setup.ask(FEED)
    since = setup.ask(FEED, A_IM="feed", If_None_Match=old.fields["ETag"])
    tally.equal("what is new since a tag", (since.status, since.fields["IM"]), (226, "feed"))
    tally.equal("has the edited entry alone", since.body.count(b"<entry"), 1)
    for fields in ({}, {"A_IM": "feed"}, {"If_None_Match": old.fields["ETag"]}):
        answer = setup.ask(FEED, **fields)
        tally.equal(f"{fields} gets the whole feed", (answer.status, answer.body), (200, new.body))
    same = []
    fetches = setup.fetched(FEED, lambda: same.append(setup.ask(FEED, A_IM="feed", If_None_Match=new.fields["ETag"])))
    tally.equal("nothing is new for who has it all, says the cache", (same[0].status, fetches), (304, 0))


def others(setup, tally):
    tally.begin("other responses")
    setup.ask("/feed.rss")
    opened = setup.ask("/feed.rss", Sec_Fetch_Dest="document")
    tally.equal("a browser is shown XML", opened.fields["Content-Type"], "application/xml; charset=utf-8")
    read = setup.ask("/feed.rss", Accept="text/html")
    tally.true("a reader gets RSS", read.fields["Content-Type"].startswith("application/rss+xml"))
    refused = ask(setup.port, FEED, method="PURGE", xkey_purge="feedmill")
    tally.equal("readers cannot purge", refused.status, 405)
    missing = []
    path = "/categories/Nowhere.rss"
    fetches = setup.fetched(path, lambda: missing.extend(setup.ask(path, Accept=accept).status for accept in ("a/b", "c/d")))
    tally.equal("a feed that is not there", missing, [404, 404])
    tally.equal("is asked for once", fetches, 1)


def settings(setup, tally):
    tally.begin("other settings")
    write_settings(setup.work, setup.purge_port, "1s")
    until("the settings", 20, lambda: "s-maxage=1," in ask(setup.direct, FEED).fields["Cache-Control"])
    took = until("the settings through the cache", 20, lambda: "s-maxage=1," in setup.ask(FEED).fields["Cache-Control"])
    tally.true(f"they show within {SHOWN_WITHIN} s, not {took:.1f} s", took <= SHOWN_WITHIN)


def outage(setup, tally):
    tally.begin("outage")
    last = setup.ask(FEED)
    tally.equal("the server ends with 0", setup.server.stop(), 0)
    until("the copy's end", 10, lambda: int(setup.ask(FEED).fields["Age"] or 0) > 1 + STALE + 1)
    for coding in (None, "gzip"):
        answer = setup.ask(FEED, Accept_Encoding=coding)
        tally.equal(f"{coding}: the last feed is still there", (answer.status, plain(answer)), (200, plain(last)))
    again = setup.ask(FEED, If_None_Match=last.fields["ETag"])
    tally.equal("who has it gets a 304", again.status, 304)
    tally.true("what was never asked for is not there", setup.ask("/tags").status in (502, 503))


def main(command):
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="feedmill-caches-") as name:
        work = pathlib.Path(name)
        # Varnish gives up its rights and must still find its folder.
        work.chmod(0o755)
        articles = work / "articles"
        shutil.copytree(SEEDS, articles)
        port = free_port()
        purge_port = free_port()
        config = write_settings(work, purge_port, FRESH)
        server = Server(
            [*command, "serve", "--config", config, "--articles", articles, "--data", work / "data", "--port", "0"], {}
        )
        try:
            with Proxy(server.base) as proxy:
                behind = urllib.parse.urlsplit(proxy.base).port
                with Varnish(behind, STALE, port, purge_port, work):
                    setup = Setup(port, purge_port, proxy, server, work)
                    for check in (codings, conditional, change, others, settings, outage):
                        run(check, setup, tally)
        finally:
            server.stop()
    return tally.summary()


def write_settings(work, port, fresh):
    config = work / "feedmill.yaml"
    config.write_text(SETTINGS.format(fresh=fresh, stale=STALE, port=port))
    return config


def run(check, setup, tally):
    """A check that breaks off has failed, and the others still run."""
    try:
        check(setup, tally)
    except Exception as error:
        traceback.print_exc()
        tally.equal("comes to its end", repr(error), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
