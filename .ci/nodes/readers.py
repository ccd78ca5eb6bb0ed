"""Readers that poll without pause, and what none of them may see: an answer older than one that anybody had before."""

import email.utils
import http.client
import random
import threading
import time

from author import PIECES, numbers

PATHS = ["/feed.rss", "/feed.atom", "/feed.json", "/tags/watched.rss", "/tags/watched.atom", "/tags/watched.json", "/latest"]
KINDS = ["whole", "tag", "date", "delta"]
NOTHING = (-1,) * PIECES


class Timeline:
    """The newest that was answered so far. A request that begins afterwards must be answered with the same or newer."""

    def __init__(self):
        self.lock = threading.Lock()
        self.newest = NOTHING
        self.dates = {}
        self.answers = 0
        self.shown = {}
        self.statuses = {}
        self.faults = {"failed requests": [], "answers older than one before": [], "dates before one before": []}
        self.away = 0
        self.refused = 0

    def begin(self, path):
        with self.lock:
            return self.newest, self.dates.get(path, 0)

    def end(self, begun, path, state, date, what):
        now = time.monotonic()
        with self.lock:
            self.answers += 1
            newest, latest = begun
            if any(mine < before for mine, before in zip(state, newest)):
                self.faults["answers older than one before"].append(f"{what}: {state} after {newest}")
            if date and date < latest:
                self.faults["dates before one before"].append(f"{what}: Last-Modified went back by {latest - date:.0f} s, with {state} after {newest}")
            for number in state:
                self.shown.setdefault(number, now)
            self.newest = tuple(map(max, self.newest, state))
            self.dates[path] = max(self.dates.get(path, 0), date)

    def failed(self, sentence):
        with self.lock:
            self.faults["failed requests"].append(sentence)

    def count(self, name, by=1):
        with self.lock:
            setattr(self, name, getattr(self, name) + by)

    def status(self, place, status):
        with self.lock:
            key = (place, status)
            self.statuses[key] = self.statuses.get(key, 0) + 1


class Reader(threading.Thread):
    """Asks through HAProxy and at the nodes in turn, of everything that it keeps with the version it has."""

    def __init__(self, number, haproxy_port, nodes, timeline):
        super().__init__(daemon=True)
        self.random = random.Random(number)
        self.places = [("haproxy", haproxy_port), *((node.name, node.port) for node in nodes)]
        self.timeline = timeline
        self.stopped = threading.Event()
        self.kept = {}
        self.connections = {}

    def run(self):
        turn = self.random.randrange(len(self.places))
        while not self.stopped.is_set():
            turn = (turn + 1) % len(self.places)
            place, port = self.places[turn]
            try:
                self.poll(place, port)
            except AssertionError as error:
                self.timeline.failed(f"{place}: {error}")

    def poll(self, place, port):
        path = self.random.choice(PATHS)
        kept = self.kept.get(path)
        kind = self.random.choice(KINDS) if kept else "whole"
        what = f"{place}, {path}, {kind}"
        begun = self.timeline.begin(path)
        try:
            reply, body = self.ask(place, port, path, self.fields(kind, kept))
        except (OSError, http.client.HTTPException) as error:
            self.connections.pop(place).close()
            if place == "haproxy":
                self.timeline.failed(f"{what}: {error!r}")
            else:
                self.timeline.count("away")
                time.sleep(0.05)
            return
        self.timeline.status("haproxy" if place == "haproxy" else "node", reply.status)
        if reply.status == 503 and place != "haproxy" and reply.headers["Retry-After"]:
            self.timeline.count("refused")
            time.sleep(0.05)
        elif reply.status not in (200, 226, 304):
            self.timeline.failed(f"{what}: {reply.status} {body[:200]!r}")
        else:
            self.judge(reply, body, path, kept, begun, what)

    def judge(self, reply, body, path, kept, begun, what):
        state = kept[2] if kept else NOTHING
        if reply.status != 304:
            found = numbers(body)
            state = tuple(found.get(piece, state[piece] if reply.status == 226 else -1) for piece in range(PIECES))
        modified = reply.headers["Last-Modified"]
        date = email.utils.parsedate_to_datetime(modified).timestamp() if modified else 0
        self.timeline.end(begun, path, state, date, what + f", {reply.status}")
        if reply.status != 304:
            self.kept[path] = (reply.headers["ETag"], modified, state)

    def ask(self, place, port, path, fields):
        connection = self.connections.get(place)
        if connection is None:
            connection = self.connections[place] = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", path, headers=fields)
        reply = connection.getresponse()
        return reply, reply.read()

    @staticmethod
    def fields(kind, kept):
        if kind == "tag":
            return {"If-None-Match": kept[0]}
        if kind == "date":
            return {"If-Modified-Since": kept[1]} if kept[1] else {}
        if kind == "delta":
            return {"If-None-Match": kept[0], "A-IM": "feed"}
        return {}
