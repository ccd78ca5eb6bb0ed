#!/usr/bin/env python3
"""Times a first start and a restart over a folder of articles.

    first_start.py [--rounds N] [--start SCRIPT] ARTICLES [JAVA-OPTION ...]

Prints, for each round, the seconds from the start of the process to the first feed and to the last of the RSS and Atom
feeds of everything and of every category (curl, four at a time), the resident memory, the processor time, and the seconds
from a restart to its first feed. Traffic stays on this machine; each server is ended by its own process.
"""
import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

JAR = os.path.join(os.path.dirname(__file__), "../../target/feedmill.jar")


def fetch(url, deadline):
    while True:
        try:
            return urllib.request.urlopen(url, timeout=60).read()
        except (urllib.error.URLError, ConnectionError):
            if time.time() > deadline:
                raise
            time.sleep(0.02)


class Server:
    def __init__(self, command, articles, data, port):
        self.url = f"http://127.0.0.1:{port}"
        self.began = time.time()
        self.process = subprocess.Popen(
            [*command, "--articles", articles, "--data", data, "--host", "127.0.0.1", "--port", str(port), "--base-url",
             self.url],
            stdout=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *fault):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)

    def seconds(self):
        return time.time() - self.began

    def first_feed(self):
        fetch(self.url + "/feed.rss", self.began + 300)
        return self.seconds()

    def all_feeds(self, scratch):
        opml = fetch(self.url + "/feeds.opml", time.time() + 60).decode()
        rss = [u for u in re.findall(r'xmlUrl="([^"]*)"', opml) if "/categories/" in u or u.endswith("/feed.rss")]
        urls = rss + [u[: -len("rss")] + "atom" for u in rss]
        config = os.path.join(scratch, "urls")
        with open(config, "w") as out:
            out.writelines(f'url = "{u}"\noutput = "/dev/null"\n' for u in urls)
        done = subprocess.run(
            ["curl", "-sSf", "-Z", "--parallel-max", "4", "-K", config, "-w", "%{size_download} %{http_code}\n"],
            capture_output=True, text=True, timeout=300, check=True)
        answers = [line.split() for line in done.stdout.splitlines()]
        assert len(answers) == len(urls) and all(code == "200" for _, code in answers), done.stderr
        return len(urls), sum(int(size) for size, _ in answers) / 1e6, self.seconds()

    def memory(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024

    def processor(self):
        with open(f"/proc/{self.process.pid}/stat") as stat:
            user, system = stat.read().rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--start", help="start with this script, its own Java options and JAVA_OPTS")
    parser.add_argument("articles")
    arguments, options = parser.parse_known_args()
    options = options or ["-Xmx512m"]
    command = [arguments.start] if arguments.start else ["java", *options, "-jar", JAR]
    print(*command, "·", os.cpu_count(), "processors")
    totals, restarts = [], []
    for _ in range(arguments.rounds):
        scratch = tempfile.mkdtemp(prefix="feedmill-bench")
        try:
            with Server(command, arguments.articles, scratch + "/data", arguments.port) as server:
                first = server.first_feed()
                feeds, megabytes, total = server.all_feeds(scratch)
                memory, processor = server.memory(), server.processor()
            with Server(command, arguments.articles, scratch + "/data", arguments.port) as server:
                again = server.first_feed()
        finally:
            shutil.rmtree(scratch)
        totals.append(total)
        restarts.append(again)
        print(f"first feed {first:.2f} s, {feeds} feeds ({megabytes:.0f} MB) {total:.2f} s, "
              f"{memory:.0f} MB resident, {processor:.1f} s of processor; restart {again:.2f} s")
    print(f"median: all feeds {statistics.median(totals):.2f} s, restart {statistics.median(restarts):.2f} s")


if __name__ == "__main__":
    main()
