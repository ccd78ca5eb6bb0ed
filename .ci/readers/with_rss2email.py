"""rss2email, which sends a mail for each new entry. Here it puts them into a maildir."""

import mailbox
import os
import re
import subprocess
import time
import urllib.request

FEEDS = ("/feed.rss", "/feed.atom")
POLLS = 10
WITHIN = 30
CONFIG = """[DEFAULT]
from = mill@feeds.example
to = reader@feeds.example
email-protocol = maildir
maildir-path = {home}/mail
maildir-mailbox = {name}
same-server-fetch-interval = 0
verbose = warning
"""


class Reader:
    def __init__(self, home, name="all"):
        self.home = home
        home.mkdir(parents=True)
        (home / "mail").mkdir()
        (home / "config").write_text(CONFIG.format(home=home, name=name), encoding="utf-8")
        self.mails = mailbox.Maildir(home / "mail" / name)

    def run(self, *arguments):
        environment = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        command = ["r2e", "-c", "config", "-d", "data", *arguments]
        return subprocess.run(command, cwd=self.home, env=environment, capture_output=True, text=True, timeout=120)

    def subjects(self):
        return sorted(str(mail["Subject"]) for mail in self.mails)


def check(truth, proxy, articles, work, tally):
    tally.begin(f"rss2email {version()}")
    readers = {}
    for feed in FEEDS:
        reader = readers[feed] = Reader(work / "rss2email" / feed.strip("/"))
        tally.equal(f"{feed} is subscribed", reader.run("add", "mill", proxy.base + feed).returncode, 0)
        poll(reader, feed, tally)
    before = {feed: reader.subjects() for feed, reader in readers.items()}
    for feed in FEEDS:
        tally.true(f"{feed} has mails", before[feed])
    news = []
    for number in range(POLLS):
        title = f"Letter {number}"
        text = f"---\ntitle: {title}\ndate: 2024-11-02T00:00:{number:02}Z\n---\nWords.\n"
        (articles / f"letter-{number}.md").write_text(text, encoding="utf-8")
        await_title(truth.base + FEEDS[0], title)
        news.append(title)
        for feed, reader in readers.items():
            poll(reader, feed, tally)
            tally.equal(f"{feed} mails after poll {number}", reader.subjects(), sorted(before[feed] + news))


def poll(reader, feed, tally):
    done = reader.run("run")
    tally.equal(f"{feed} r2e run", (done.returncode, done.stderr), (0, ""))


def await_title(url, title):
    end = time.monotonic() + WITHIN
    while time.monotonic() < end:
        with urllib.request.urlopen(url, timeout=20) as answer:
            if f"<title>{title}</title>" in answer.read().decode("utf-8"):
                return
        time.sleep(0.1)
    raise TimeoutError(f"{title} is not in {url}")


def imports(opml, home):
    """Addresses that it subscribes to by a list; what it says where it refuses one."""
    reader = Reader(home)
    (home / "feeds.opml").write_text(opml, encoding="utf-8")
    done = reader.run("opmlimport", "feeds.opml")
    if done.returncode or done.stderr:
        return [done.stderr]
    return sorted(re.findall(r"\((http[^ ]+) ->", reader.run("list").stdout))


def version():
    shown = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "rss2email"], capture_output=True, text=True, timeout=30)
    return shown.stdout
