"""Deliveries of the hub: very many subscribers on the loopback network, most of them well."""

import contextlib
import hashlib
import shutil
import sqlite3
import statistics
import time
import urllib.parse
import urllib.request

from . import articles, load, measures, servers, subscribers

LEASE_END = 4_000_000_000


def measure(work, count, seconds=240):
    """One article is published to this many subscribers while polls go on."""
    folder = work / "hub"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    source = sorted(articles.folder(work, 1_000).iterdir())
    for number in range(60):
        shutil.copy(source[number], folder)
    data = work / "hub-data"
    shutil.rmtree(data, ignore_errors=True)
    settings = {"FEEDMILL_PUSH_HUB": "true", "FEEDMILL_PUSH_PRIVATE_NETWORKS": "true"}
    with subscribers.running(count) as sink:
        with servers.Feedmill(folder, data, **settings) as mill:
            mill.first("/feed.atom")
            subscribe(mill, sink)
        fill(data / "feedmill.db", count, sink.port)
        with servers.Feedmill(folder, data, **settings) as mill:
            mill.first("/feed.atom")
            load.wrk(mill.url + "/feed.atom", 4)
            alone = statistics.median(polls(mill) for _ in range(5))
            beside = []
            before = mill.processor_seconds()
            most = mill.peak(lambda: beside.extend(publish(mill, folder, source[70], sink, count, seconds)))
            used = mill.processor_seconds() - before
    return {**sink.result(), "hub_processor_seconds": used, "hub_resident_mb": most, "hub_polls_p99_ratio": statistics.median(beside) / alone}


def subscribe(mill, sink):
    """One subscriber asks as the specification says, so that the topic is there; the others are written beside it."""
    form = {"hub.mode": "subscribe", "hub.topic": mill.url + "/feed.atom", "hub.callback": sink.url(0)}
    with urllib.request.urlopen(mill.url + "/hub", urllib.parse.urlencode(form).encode()) as answer:
        if answer.status != 202:
            raise RuntimeError(answer.read())
    sink.verified.wait(20)
    time.sleep(1)


def fill(database, count, port):
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        topic, version = connection.execute("SELECT number, version FROM topic").fetchone()
        names = [line[1] for line in connection.execute("PRAGMA table_info(subscription)")]
        first = dict(zip(names, connection.execute("SELECT * FROM subscription").fetchone()))
        if not version:
            raise RuntimeError("the topic has no version")
        rows = []
        for number in range(1, count):
            callback = subscribers.callback(number, port)
            rows.append({
                **first, "number": first["number"] + number, "callback": callback,
                "callback_hash": hashlib.sha256(callback.encode()).hexdigest()[:32],
                "host": urllib.parse.urlsplit(callback).hostname, "secret": f"secret {number}", "expires": LEASE_END})
        connection.executemany(
            f"INSERT INTO subscription ({', '.join(names)}) VALUES ({', '.join(':' + name for name in names)})", rows)


def publish(mill, folder, article, sink, count, seconds):
    """Yields the 99th percentile of polls, again and again, until all who live were reached."""
    sink.start()
    (folder / "new.md").write_text(measures.dated(article.read_text(encoding="utf-8"), 5), encoding="utf-8")
    end = time.perf_counter() + seconds
    while sink.live_reached() < subscribers.live(count) and time.perf_counter() < end:
        yield polls(mill)


def polls(mill):
    """99th percentile of polls of a few readers who pause, in microseconds."""
    return load.wrk(mill.url + "/feed.atom", 2, connections=8, script=load.HERE / "paced.lua").p99_micros
