"""Starts the server, has every reader fetch every feed, and compares what they show with /latest.

With --export before the command, the readers fetch from nginx what the command exports; what they must show still comes
from the server.
"""

import functools
import pathlib
import shutil
import sys
import tempfile
import traceback

import changes
import discovery
import opml
import sample
import with_feedparser
import with_json
import with_newsboat
import with_rss2email
import with_sfeed
from exported import Exported
from ports import free_port
from proxy import Proxy
from server import Server
from tally import Tally
from truth import Truth

# As a service often runs: no locale, and a zone of its own. Names, ids and dates must not depend on them.
ELSEWHERE = {"LC_ALL": "C", "TZ": "Asia/Kathmandu"}
SEEDS = pathlib.Path(__file__).resolve().parents[2] / "seeds"


def main(arguments):
    is_exported = arguments[0] == "--export"
    command = arguments[1:] if is_exported else arguments
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="feedmill-readers-") as name:
        work = pathlib.Path(name)
        articles = work / "articles"
        shutil.copytree(SEEDS, articles)
        data = work / "data"
        if is_exported:
            port = free_port()
            with Exported(command, articles, data, f"http://localhost:{port}", work) as exported:
                check = functools.partial(exported_to_readers, tally, exported, work)
                serve(tally, command, articles, data, port, check)
        else:
            check = functools.partial(served_to_readers, tally, articles, work)
            serve(tally, command, articles, data, 0, check)
    return tally.summary()


def serve(tally, command, articles, data, port, check):
    server = Server([*command, "serve", "--articles", articles, "--data", data, "--port", str(port)], ELSEWHERE)
    try:
        truth = Truth(server.base)
        print(f"{len(truth.items)} articles in {len(truth.feeds)} feeds at {server.base}")
        run(tally, truth.check, articles)
        run(tally, sample.check, truth)
        check(truth)
    finally:
        code = server.stop()
    tally.begin("stop")
    tally.equal("the server ends with 0 on SIGTERM", code, 0)


def served_to_readers(tally, articles, work, truth):
    with Proxy(truth.base) as proxy:
        fetch_all(tally, truth, proxy, work)
        run(tally, opml.check, truth, work)
        run(tally, discovery.check, truth)
        run(tally, changes.check, proxy, articles)
        run(tally, with_rss2email.check, truth, proxy, articles, work)


def exported_to_readers(tally, exported, work, truth):
    """All that needs no change of the articles."""
    with Proxy(exported.base) as proxy:
        fetch_all(tally, truth, proxy, work)


def fetch_all(tally, truth, proxy, work):
    for reader in (with_feedparser, with_newsboat, with_sfeed, with_json):
        run(tally, reader.check, truth, proxy, work)


def run(tally, check, *arguments):
    """A check that breaks off has failed, and the others still run."""
    try:
        check(*arguments, tally)
    except Exception as error:
        traceback.print_exc()
        tally.equal("comes to its end", repr(error), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
