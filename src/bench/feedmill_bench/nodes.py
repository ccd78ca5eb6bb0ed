"""What polls cost one of several nodes, beside a server alone on SQLite and on PostgreSQL: rates and processor time."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from . import articles, load, servers, web

CHECKS = servers.SOURCE.parents[1] / ".ci"
WARM = 6


class Kind:
    def __init__(self, name, folder, work, port, data, **settings):
        self.name = name
        self.mill = servers.Feedmill(folder, data or work / f"data-{name}", port, **settings)
        self.rates = []
        self.micros = []


def measure(work, rounds, seconds):
    sys.path[:0] = [str(CHECKS / "lib"), str(CHECKS / "nodes")]
    from database import Postgres

    folder = articles.few(work, 12, 75)
    # The user of PostgreSQL must reach it.
    place = Path(tempfile.mkdtemp(prefix="feedmill-bench"))
    place.chmod(0o755)
    postgres = Postgres(place)
    shutil.rmtree(work / "data-alone", ignore_errors=True)
    postgres.psql("CREATE DATABASE alone")
    url = f"jdbc:postgresql://127.0.0.1:{postgres.port}/%s?user=postgres"
    shared = {"FEEDMILL_NODES_ENABLED": "true", "FEEDMILL_NODES_DRAIN_TIME": "0s"}
    kinds = [
        Kind("alone", folder, work, 7071, None),
        Kind("postgres", folder, work, 7073, url % "alone"),
        Kind("node", folder, work, 7075, url % "feedmill", **shared),
    ]
    try:
        for kind in kinds:
            kind.mill.first("/feed.rss")
            kind.tag = web.get(kind.mill.url + "/feed.rss", Accept_Encoding="gzip").headers["ETag"]
            load.wrk(kind.mill.url + "/feed.rss", WARM, tag=kind.tag)
        for _ in range(rounds):
            for kind in kinds:
                before = kind.mill.processor_seconds(), processor_seconds(postgres)
                rate = load.wrk(kind.mill.url + "/feed.rss", seconds, connections=64, tag=kind.tag).per_second
                spent = kind.mill.processor_seconds() - before[0], processor_seconds(postgres) - before[1]
                kind.rates.append(rate)
                kind.micros.append([used * 1e6 / (rate * seconds) for used in spent])
        result = {}
        for kind in kinds:
            result[f"{kind.name}_304"] = median(kind.rates)
            result[f"{kind.name}_poll_micros"] = median(own for own, _ in kind.micros)
        result["node_poll_micros_postgres"] = median(other for _, other in kinds[-1].micros)
        result["node_304_ratio"] = median(b / a for a, b in zip(kinds[0].rates, kinds[-1].rates))
        return result
    finally:
        for kind in kinds:
            kind.mill.__exit__()
        postgres.close()
        shutil.rmtree(place)


def processor_seconds(postgres):
    """Of the server and of all its processes that live, those of connections among them."""
    return sum(spent(pid) for pid in os.listdir("/proc") if pid.isdigit() and belongs(pid, postgres.process.pid))


def belongs(pid, parent):
    fields = stat(pid)
    return bool(fields) and (int(pid) == parent or int(fields[1]) == parent)


def spent(pid):
    fields = stat(pid)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0


def stat(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []
