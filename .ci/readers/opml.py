"""The list of all feeds, imported by the readers themselves."""

import os
import re
import shlex
import subprocess

import with_rss2email


def check(truth, work, tally):
    tally.begin("opml")
    wanted = sorted(truth.base + feed.path for feed in truth.of("rss"))
    home = work / "opml"
    home.mkdir()
    (home / "feeds.opml").write_text(truth.opml, encoding="utf-8")
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    (home / "urls").touch()
    tally.equal("rss2email imports every feed", with_rss2email.imports(truth.opml, work / "opml-by-mail"), wanted)
    run(["newsboat", "-u", "urls", "-c", "cache.db", "-i", "feeds.opml"], home, environment, tally)
    urls = (home / "urls").read_text(encoding="utf-8").splitlines()
    tally.equal("newsboat imports every feed", sorted(shlex.split(line)[0] for line in urls if line), wanted)
    imported = run(["sfeed_opml_import"], home, environment, tally, (home / "feeds.opml").read_bytes())
    tally.equal("sfeed imports every feed", sorted(re.findall(r"'(https?://[^']+\.rss)'", imported)), wanted)


def run(command, home, environment, tally, given=b""):
    done = subprocess.run(command, cwd=home, env=environment, input=given, capture_output=True, timeout=60)
    tally.equal(f"{command[0]} ends well", (done.returncode, done.stderr), (0, b""))
    return done.stdout.decode("utf-8")
