"""What is measured. Each function returns figures by name; seconds, milliseconds, megabytes or ratios as the name says."""

import pathlib
import shutil
import statistics
import time

from . import articles, load, selections, servers, web

median = statistics.median
WARM = 6
SELECTIONS = 300


def fresh(work):
    data = work / "data"
    shutil.rmtree(data, ignore_errors=True)
    return data


def polls(work, rounds, seconds):
    """Requests answered per second, against nginx, in turns."""
    folder = articles.few(work, 12, 75)
    with servers.Feedmill(folder, fresh(work)) as mill:
        mill.first("/feed.rss")
        answer = web.get(mill.url + "/feed.rss", Accept_Encoding="gzip")
        with servers.Nginx(work, answer.body) as nginx:
            tags = {s: web.get(s.url + "/feed.rss", Accept_Encoding="gzip").headers["ETag"] for s in (mill, nginx)}
            for server in (mill, nginx):
                load.wrk(server.url + "/feed.rss", WARM)
                load.wrk(server.url + "/feed.rss", WARM, tag=tags[server])
            rates = {(server, kind): [] for server in (mill, nginx) for kind in (200, 304)}
            for _ in range(rounds):
                for server, kind in rates:
                    rates[server, kind].append(
                        load.wrk(server.url + "/feed.rss", seconds, tag=tags[server] if kind == 304 else None).per_second)
            half = min(max(rates[server, 200]) for server in (mill, nginx)) / 2
            slow = {mill: [], nginx: []}
            for _ in range(rounds):
                for server, seen in slow.items():
                    seen.append(load.paced(server.url + "/feed.rss", seconds, half))
            result = {"feed_bytes": len(answer.body), "half_of_the_highest_rate": half}
            for kind in (200, 304):
                result[f"rate_{kind}"] = median(rates[mill, kind])
                result[f"rate_{kind}_nginx"] = median(rates[nginx, kind])
                result[f"ratio_{kind}"] = median(
                    ours / theirs for ours, theirs in zip(rates[mill, kind], rates[nginx, kind]))
            result["paced_rate"] = median(r.per_second for r in slow[mill])
            result["paced_rate_nginx"] = median(r.per_second for r in slow[nginx])
            result["p99_micros"] = median(r.p99_micros for r in slow[mill])
            result["p99_micros_nginx"] = median(r.p99_micros for r in slow[nginx])
            result["ratio_p99"] = median(a.p99_micros / b.p99_micros for a, b in zip(slow[mill], slow[nginx]))
            return result


def reader_day(work, polls=48, news=5):
    """The bytes of a day's polls with A-IM and without: 50 entries of usual size, some of them new."""
    folder = work / "day"
    shutil.rmtree(folder, ignore_errors=True)
    source = sorted(articles.folder(work, 1_000).iterdir())
    folder.mkdir()
    for number in range(50):
        shutil.copy(source[number], folder)
    bytes_of = {"day_bytes": 0, "day_bytes_without": 0}
    with servers.Feedmill(folder, fresh(work)) as mill:
        mill.first("/feed.rss")
        connection = web.Connection(mill.url)
        tags = dict.fromkeys(bytes_of, web.get(mill.url + "/feed.rss", Accept_Encoding="gzip").headers["ETag"])
        for poll in range(polls):
            if poll % (polls // news) == 1 and poll // (polls // news) < news:
                text = source[50 + poll].read_text(encoding="utf-8")
                before = web.get(mill.url + "/feed.rss").headers["ETag"]
                (folder / f"new-{poll}.md").write_text(dated(text, poll), encoding="utf-8")
                while web.get(mill.url + "/feed.rss").headers["ETag"] == before:
                    time.sleep(0.01)
            for name in bytes_of:
                more = {"A_IM": "feed"} if name == "day_bytes" else {}
                answer = connection.get("/feed.rss", Accept_Encoding="gzip", If_None_Match=tags[name], **more)
                bytes_of[name] += answer.length
                tags[name] = answer.headers["ETag"]
    return {**bytes_of, "ratio_day_bytes": bytes_of["day_bytes"] / bytes_of["day_bytes_without"]}


def dated(text, hours):
    """The same article, newer than all others."""
    lines = [f"date: 2024-01-02T{hours % 24:02d}:{hours // 24:02d}:00Z" if line.startswith("date:") else line
             for line in text.split("\n")]
    return "\n".join(lines)


def first_start(work, count, rounds, against_hugo):
    """Nothing stored: until the first feed, and until the last of the RSS and Atom feeds of everything and each category."""
    folder = articles.folder(work, count)
    firsts, alls, built = [], [], []
    for _ in range(rounds):
        with servers.Feedmill(folder, fresh(work)) as mill:
            firsts.append(mill.first("/feed.rss"))
            urls = mill.feeds()
            load.all_once(urls, work)
            alls.append(mill.seconds())
        if against_hugo:
            built.append(servers.hugo(work, folder))
    result = {"feeds": len(urls), "first_start_seconds": median(firsts), "all_feeds_seconds": median(alls)}
    if built:
        result["hugo_seconds"] = median(built)
        result["ratio_first_start"] = median(ours / theirs for ours, theirs in zip(alls, built))
    return result


def restart(work, count, rounds):
    """Over what first_start stored last, to the first feed."""
    seconds = []
    for _ in range(rounds):
        with servers.Feedmill(articles.folder(work, count), work / "data") as mill:
            seconds.append(mill.first("/feed.rss"))
    return {"restart_seconds": median(seconds)}


def serving(work, count, changes, seconds):
    """Changes, cold feeds and memory of one server over what first_start stored last."""
    folder = articles.folder(work, count)
    with servers.Feedmill(folder, work / "data") as mill:
        mill.first("/feed.rss")
        await_comparison(mill)
        urls = mill.feeds()
        result = cold(mill, urls)
        await_words(mill)
        result.update(selections.measure(mill, urls, SELECTIONS))
        result.update(change(mill, folder, changes))
        result["resident_mb"] = mill.peak(lambda: load.wrk(mill.url, 3 * seconds, script=load.readers(mill.url, urls, work)))
        tag = web.get(mill.url + "/feed.rss", Accept_Encoding="gzip").headers["ETag"]
        load.wrk(mill.url + "/feed.rss", WARM, tag=tag)
        result["rate_304"] = load.wrk(mill.url + "/feed.rss", seconds, tag=tag).per_second
        return result


def await_comparison(mill):
    """The folder is compared with what is stored beside the first requests."""
    while b'"tookMillis"' not in web.get(mill.url + "/status.json").body:
        time.sleep(0.05)


def await_words(mill):
    """What articles say is gathered beside the first requests too."""
    connection = web.Connection(mill.url)
    while connection.get("/latest?q=a").status == 503:
        time.sleep(0.2)


def cold(mill, urls):
    """Milliseconds of the first fetch of a feed that nobody had fetched; the first half of them warms up."""
    connection = web.Connection(mill.url)
    took = []
    for url in urls[1:]:
        path = url.removeprefix(mill.url)
        began = time.perf_counter()
        connection.get(path, Accept_Encoding="gzip")
        took.append((time.perf_counter() - began) * 1_000)
    took = took[len(took) // 2:]
    return {"cold_feed_ms": median(took), "cold_feed_p95_ms": sorted(took)[len(took) * 95 // 100]}


def change(mill, folder, rounds):
    """Milliseconds from the end of writing a file to the feed that shows it."""
    result = {}
    path = folder / "how-soon-a-change-shows.md"
    try:
        for name, write in (("change_ms", articles.write), ("change_by_rename_ms", articles.write_by_rename)):
            took = [changed(mill.url, "/feed.rss", path, write, f"{name} {number};") for number in range(rounds + 1)]
            result[name] = median(took[1:])
    finally:
        path.unlink()
    return result


def changed(url, feed, path, write, text):
    connection = web.Connection(url)
    write(path, 0, text + " of many words" * 500)
    began = time.perf_counter()
    tag = ""
    while time.perf_counter() - began < 60:
        answer = connection.get(feed, If_None_Match=tag)
        if text.encode() in answer.body:
            took = (time.perf_counter() - began) * 1_000
            time.sleep(0.2)
            return took
        tag = answer.headers["ETag"] or ""
        time.sleep(0.002)
    raise TimeoutError(f"{path} does not show in {url}{feed}")


def hugo_change(work, count, rounds):
    """The same of Hugo's own server."""
    with servers.HugoServer(work, articles.folder(work, count)) as hugo:
        hugo.first("/index.xml")
        time.sleep(1)
        path = hugo.articles / "how-soon-a-change-shows.md"
        took = [changed(hugo.url, "/index.xml", path, articles.write, f"change {number};") for number in range(rounds + 1)]
    return {"hugo_change_ms": median(took[1:])}
