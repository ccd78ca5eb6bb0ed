"""Random selections of up to five conditions, each asked for once."""

import random
import time
import urllib.parse

from . import web

KINDS = {"categories": "category", "authors": "author", "tags": "tag"}


def measure(mill, urls, number):
    """Milliseconds of the first fetch of feeds that nobody had asked for, in all and by the kind of a condition."""
    chance = random.Random(number)
    names = [condition(url.removeprefix(mill.url)) for url in urls if url.endswith(".rss") and url.count("/") > 3]
    connection = web.Connection(mill.url)
    took = []
    by_kind = {}
    for turn in range(2 * number):
        asked = conditions(chance, names)
        address = canonical(connection, "/feed.rss?" + "&".join(asked))
        began = time.perf_counter()
        answer = connection.get(address + f"&limit={1 + turn % 50}", Accept_Encoding="gzip")
        passed = (time.perf_counter() - began) * 1_000
        if answer.status not in (200, 301):
            raise OSError(f"{answer.status} for {address}: {answer.body[:200]}")
        if turn >= number:
            took.append(passed)
            for name in {pair.partition("=")[0] for pair in asked}:
                by_kind.setdefault(name, []).append(passed)
    return {
        "selection_ms": middle(took),
        "selection_p95_ms": high(took),
        "selections_by_kind": {name: [round(middle(some), 1), round(high(some), 1)] for name, some in sorted(by_kind.items())},
    }


def middle(some):
    return sorted(some)[len(some) // 2]


def high(some):
    return sorted(some)[len(some) * 95 // 100]


def condition(path):
    folder, _, name = path.strip("/").removesuffix(".rss").partition("/")
    return f"{KINDS[folder]}={name}"


def conditions(chance, names):
    """One to five; the dates are those of the made-up articles."""
    def one():
        kind = chance.randrange(10)
        if kind < 3:
            return chance.choice(names)
        if kind == 3:
            return "not-" + chance.choice(names)
        if kind == 4:
            return chance.choice(("has=image", "lang=en", "lang=zh"))
        if kind == 5:
            return f"since=20{chance.randrange(18, 23)}-0{chance.randrange(1, 10)}-11"
        if kind == 6:
            return f"until=20{chance.randrange(18, 23)}-0{chance.randrange(1, 10)}-11"
        if kind > 7:
            return ("q=" if kind == 8 else "title=") + urllib.parse.quote(words(chance))
        return chance.choice(("sort=updated", "content=summary", f"filter_title={urllib.parse.quote(chance.choice('乫佛1'))}"))

    return [one() for _ in range(chance.randrange(1, 6))]


def words(chance):
    """What the made-up articles are made of: a pair of characters is in one of some hundred of them, a single one in most."""
    def word():
        return "".join(chr(0x4E00 + chance.randrange(900)) for _ in range(chance.choice((1, 2, 2, 2, 3))))

    return chance.choice(("{}", "{}", "{} {}", "{} OR {}", "{} -{}", "-{}")).format(word(), word())


def canonical(connection, address):
    """Where it leads, asked for with a limit that the measured question has not, so that its answer is not kept yet."""
    answer = connection.get(address + "&limit=51")
    return (answer.headers["Location"] or address + "&limit=51").replace("&limit=51", "")
