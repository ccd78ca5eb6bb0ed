"""Starts the server, has every reader fetch every feed, and compares what they show with /latest."""

import pathlib
import shutil
import sys
import tempfile

import changes
import opml
import with_feedparser
import with_json
import with_newsboat
import with_sfeed
from proxy import Proxy
from server import Server
from tally import Tally
from truth import Truth

SEEDS = pathlib.Path(__file__).resolve().parents[2] / "seeds"


def main(command):
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="feedmill-readers-") as name:
        work = pathlib.Path(name)
        articles = work / "articles"
        shutil.copytree(SEEDS, articles)
        server = Server(command, articles, work / "data")
        try:
            with Proxy(server.base) as proxy:
                truth = Truth(server.base)
                print(f"{len(truth.items)} articles in {len(truth.feeds)} feeds at {server.base}")
                truth.check(articles, tally)
                for reader in (with_feedparser, with_newsboat, with_sfeed, with_json):
                    reader.check(truth, proxy, work, tally)
                opml.check(truth, work, tally)
                changes.check(truth, proxy, articles, work, tally)
        finally:
            code = server.stop()
        tally.equal("the server ends with 0 on SIGTERM", code, 0)
    return tally.summary()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
