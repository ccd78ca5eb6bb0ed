"""The table that the README shows."""


def table(results):
    lines = [results["machine"], "", "| What | Feedmill | Beside it | Ratio | Aim |", "|---|---|---|---|---|"]
    polls, day = results.get("polls"), results.get("day")
    if polls:
        for kind, aim in ((200, "≥ 1.0"), (304, "≥ 0.9")):
            lines.append(row(
                f"requests/s, {kind}, {polls['feed_bytes'] / 1000:.1f} kB gzip", f"{polls[f'rate_{kind}']:,.0f}",
                f"nginx {polls[f'rate_{kind}_nginx']:,.0f}", polls[f"ratio_{kind}"], aim))
        lines.append(row(
            f"p99 at {polls['paced_rate']:,.0f} requests/s", f"{polls['p99_micros']:,.0f} µs",
            f"nginx {polls['p99_micros_nginx']:,.0f} µs at {polls['paced_rate_nginx']:,.0f}", polls["ratio_p99"], "≤ 1.5"))
    sizes = {int(name): figures for name, figures in results.items() if name.isdigit()}
    ten, most = sizes.get(10_000), sizes.get(100_000)
    if ten:
        lines.append(row(
            f"first start with 10,000 articles to the last of {ten['feeds']} feeds", f"{ten['all_feeds_seconds']:.1f} s",
            f"Hugo {ten['hugo_seconds']:.1f} s", ten["ratio_first_start"], "≤ 1.0"))
    if most:
        lines.append(row(
            "restart with 100,000 articles to the first feed", f"{most['restart_seconds']:.2f} s",
            f"Hugo's build of them {most['hugo_seconds']:.1f} s", most["restart_seconds"] / most["hugo_seconds"],
            "≤ 1.5 s, ≤ 0.1"))
        lines.append(row(
            "a changed file shows, 100,000 articles", f"{most['change_ms']:.0f} ms ({most['change_by_rename_ms']:.0f} by rename)",
            f"hugo server, 10,000: {ten['hugo_change_ms']:.0f} ms", most["change_ms"] / ten["hugo_change_ms"],
            "≤ 50 ms, ≤ 0.1"))
        lines.append(row("resident memory serving 100,000 articles under load", f"{most['resident_mb']:.0f} MB", "", None, "≤ 300 MB"))
    if ten and len(sizes) > 2:
        top = max(sizes)
        lines.append(row(
            f"a cold feed with {top:,} articles", f"{sizes[top]['cold_feed_ms']:.1f} ms",
            f"with 10,000: {ten['cold_feed_ms']:.1f} ms", sizes[top]["cold_feed_ms"] / ten["cold_feed_ms"], "≤ 1.3"))
    if day:
        lines.append(row(
            "bytes of a day of 48 polls, 5 entries of 50 new", f"{day['day_bytes'] / 1000:,.0f} kB with `A-IM`",
            f"{day['day_bytes_without'] / 1000:,.0f} kB without", day["ratio_day_bytes"], "≤ 0.15"))
    hub = results.get("hub")
    if hub:
        lines.append(row(
            f"a new article reaches {hub['hub_subscribers']:,} subscribers, p99 of those who live",
            f"{hub['hub_p99_seconds']:.1f} s", f"{hub['hub_resident_mb']:.0f} MB", None, "≤ 60 s, ≤ 350 MB"))
        lines.append(row("p99 of polls meanwhile, against alone", "", "", hub["hub_polls_p99_ratio"], "≤ 1.5"))
    return "\n".join(lines + [""] + growth(sizes))


def row(what, ours, theirs, ratio, aim):
    return f"| {what} | {ours} | {theirs} | {'' if ratio is None else f'{ratio:.2f}'} | {aim} |"


GROWTH = (
    ("first start to the first feed", "first_start_seconds", "{:.1f} s"),
    ("to the last of all feeds", "all_feeds_seconds", "{:.1f} s"),
    ("Hugo's build of them", "hugo_seconds", "{:.1f} s"),
    ("restart to the first feed", "restart_seconds", "{:.2f} s"),
    ("a changed file shows", "change_ms", "{:.0f} ms"),
    ("cold feed, median", "cold_feed_ms", "{:.1f} ms"),
    ("cold feed, 95th of 100", "cold_feed_p95_ms", "{:.1f} ms"),
    ("cold selection of up to five conditions, median", "selection_ms", "{:.1f} ms"),
    ("cold selection, 95th of 100", "selection_p95_ms", "{:.1f} ms"),
    ("resident memory under load", "resident_mb", "{:.0f} MB"),
    ("304s per second", "rate_304", "{:,.0f}"),
)


def growth(sizes):
    if not sizes:
        return []
    lines = ["| Articles | " + " | ".join(f"{count:,}" for count in sizes) + " |", "|---" * (len(sizes) + 1) + "|"]
    for what, name, form in GROWTH:
        lines.append(f"| {what} | " + " | ".join(form.format(f[name]) if name in f else "" for f in sizes.values()) + " |")
    return lines
