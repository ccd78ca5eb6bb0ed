"""What is measured: each a process of its own on the loopback address, ended by its own id."""

import gzip
import os
import pathlib
import re
import shutil
import signal
import subprocess
import threading
import time

from . import web
from .articles import categories

SOURCE = pathlib.Path(__file__).resolve().parents[1]
START = SOURCE.parents[1] / "target/feedmill"


class Running:
    def __init__(self, command, port, **environment):
        self.url = f"http://127.0.0.1:{port}"
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [str(part) for part in command],
            env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *fault):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def first(self, path, seconds=1800):
        """Seconds from the start of the process until this was answered."""
        while True:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.process.args} ended with {self.process.returncode}")
            try:
                web.get(self.url + path)
                return time.perf_counter() - self.began
            except OSError:
                if time.perf_counter() - self.began > seconds:
                    raise
                time.sleep(0.01)

    def seconds(self):
        return time.perf_counter() - self.began

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self, line="VmRSS"):
        """MB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(line + r":\s+(\d+)", status.read()).group(1)) / 1024


class Feedmill(Running):
    """Started by its script. Polls without a tag are not limited, since here they all come from one client."""

    def __init__(self, articles, data, port=7071, **settings):
        super().__init__(
            [START, "--articles", articles, "--data", data, "--host", "127.0.0.1", "--port", port,
             "--base-url", f"http://127.0.0.1:{port}"],
            port, FEEDMILL_SERVER_UNCONDITIONAL_GETS="0", **settings)

    def feeds(self):
        """Addresses of the RSS and Atom feeds of everything and of every category."""
        listed = re.findall(r'xmlUrl="([^"]*)"', web.get(self.url + "/feeds.opml").body.decode())
        rss = [url for url in listed if "/categories/" in url or url.endswith("/feed.rss")]
        return rss + [url.removesuffix("rss") + "atom" for url in rss]

    def peak(self, during):
        """The most resident memory, in MB, while this runs."""
        most = []
        over = threading.Event()

        def watch():
            while not over.wait(0.1):
                most.append(self.resident())

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            during()
        finally:
            over.set()
            watcher.join()
        return max(most)


NGINX = """
worker_processes 1; error_log {work}/error.log; pid {work}/pid; daemon off;
events {{ worker_connections 1024; }}
http {{
    access_log off; types {{ application/rss+xml rss; }} sendfile on; tcp_nopush on; keepalive_requests 100000000;
    open_file_cache max=1000; client_body_temp_path {work}/body; proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi; uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
    server {{ listen 127.0.0.1:{port}; root {work}/www; gzip_static on; etag on; }}
}}
"""


class Nginx(Running):
    """One worker that serves these bytes as /feed.rss, compressed beforehand."""

    def __init__(self, work, zipped, port=7072):
        home = work / "nginx"
        shutil.rmtree(home, ignore_errors=True)
        (home / "www").mkdir(parents=True)
        (home / "www/feed.rss.gz").write_bytes(zipped)
        (home / "www/feed.rss").write_bytes(gzip.decompress(zipped))
        home.chmod(0o755)
        (home / "conf").write_text(NGINX.format(work=home, port=port), encoding="ascii")
        super().__init__(["nginx", "-p", home, "-c", home / "conf", "-e", home / "error.log"], port)
        self.first("/feed.rss")


def hugo(work, articles):
    """Seconds that Hugo takes to build the feeds of these articles, from nothing."""
    home = hugo_site(work)
    began = time.perf_counter()
    subprocess.run(
        ["hugo", "--quiet", "--contentDir", articles], cwd=home, check=True, timeout=1800, stdout=subprocess.DEVNULL)
    took = time.perf_counter() - began
    found = sum(1 for _ in (home / "public").rglob("*.xml"))
    # RSS and Atom of everything and of each category; few articles leave some category without any.
    wanted = 2 * (1 + len(categories(articles)))
    if found < wanted:
        raise RuntimeError(f"Hugo built {found} feeds, not {wanted}")
    shutil.rmtree(home)
    return took


class HugoServer(Running):
    """Follows a folder of its own with the same articles."""

    def __init__(self, work, articles, port=7073):
        home = hugo_site(work)
        self.articles = home / "content"
        shutil.copytree(articles, self.articles, copy_function=os.link)
        # Without the last option, feeds that no browser looked at stay as they were.
        super().__init__(
            ["hugo", "server", "--quiet", "--source", home, "--bind", "127.0.0.1", "--port", port, "--disableLiveReload",
             "--disableFastRender"], port)


def hugo_site(work):
    home = work / "hugo"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(SOURCE / "hugo", home)
    return home
