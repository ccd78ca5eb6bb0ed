"""Load on a server: wrk for very many requests, curl for every feed once."""

import collections
import pathlib
import re
import subprocess

from . import web

HERE = pathlib.Path(__file__).resolve().parent

Rate = collections.namedtuple("Rate", "per_second p99_micros")


def wrk(url, seconds, connections=32, tag=None, script=None):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip"]
    if tag:
        command += ["-H", "If-None-Match: " + tag]
    if script:
        command += ["-s", str(script)]
    out = subprocess.run([*command, url], check=True, capture_output=True, text=True, timeout=seconds + 60).stdout
    if "Non-2xx" in out or "Socket errors" in out:
        raise RuntimeError(out)
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    return Rate(
        float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)),
        float(number) * {"us": 1, "ms": 1_000, "s": 1_000_000}[unit])


def paced(url, seconds, rate):
    """Each connection waits a millisecond after each response; there are as many connections as that rate takes."""
    script = HERE / "paced.lua"
    connections = 32
    for _ in range(4):
        reached = wrk(url, 1, connections, script=script).per_second
        connections = max(1, min(600, round(connections * rate / reached)))
    return wrk(url, seconds, connections, script=script)


def readers(url, feeds, work):
    """A script for wrk: all feeds by turns, nineteen of twenty polls with the tag of the feed as it is."""
    polls = []
    connection = web.Connection(url)
    for feed in feeds:
        path = feed.removeprefix(url)
        polls.append((path, connection.get(path, Accept_Encoding="gzip").headers["ETag"].strip('"')))
    script = work / "readers.lua"
    script.write_text(
        "local polls = {" + ", ".join(f"{{'{path}', '\"{tag}\"'}}" for path, tag in polls) + """}
local at = 0
function request()
    at = at + 1
    local poll = polls[at % #polls + 1]
    local headers = {["Accept-Encoding"] = "gzip"}
    if at % 20 ~= 0 then headers["If-None-Match"] = poll[2] end
    return wrk.format("GET", poll[1], headers)
end
""", encoding="utf-8")
    return script


def all_once(urls, work):
    """Four at a time."""
    config = work / "urls"
    config.write_text("".join(f'url = "{url}"\noutput = "/dev/null"\n' for url in urls), encoding="utf-8")
    out = subprocess.run(
        ["curl", "-sSf", "-Z", "--parallel-max", "4", "-K", config, "-w", "%{http_code}\n"],
        check=True, capture_output=True, text=True, timeout=600).stdout
    if out.split() != ["200"] * len(urls):
        raise RuntimeError(out)
