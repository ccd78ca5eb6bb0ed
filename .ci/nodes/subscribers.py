"""Subscribers of the hub, who write down what is delivered to them."""

import http.server
import threading
import time
import urllib.parse

from author import numbers
from client import ask, until

TOPICS = ["/feed.rss", "/feed.atom", "/feed.json", "/tags/watched.atom"]


class Subscribers:
    """One for each topic, and what each has by now."""

    def __init__(self):
        self.lock = threading.Lock()
        self.has = {}
        self.confirmed = set()
        self.deliveries = 0
        self.doubled = []
        self.faults = []
        self.listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(self))
        self.listener.daemon_threads = True
        self.port = self.listener.server_address[1]
        threading.Thread(target=self.listener.serve_forever, daemon=True).start()

    def subscribe(self, port):
        """Asks the hub behind a port, and returns once it has confirmed all."""
        for topic in TOPICS:
            self.has[topic] = {}
            base = f"http://127.0.0.1:{port}"
            form = {"hub.mode": "subscribe", "hub.topic": base + topic, "hub.callback": f"http://127.0.0.1:{self.port}{topic}"}
            answer = ask(port, "/hub", "POST", urllib.parse.urlencode(form), Content_Type="application/x-www-form-urlencoded")
            if answer.status != 202:
                raise AssertionError(f"the hub answers {answer.status} {answer.body[:200]!r}")
        until("the confirmation of all subscriptions", 20, lambda: len(self.confirmed) == len(TOPICS))

    def take(self, topic, body):
        with self.lock:
            self.deliveries += 1
            has = self.has[topic]
            try:
                new = numbers(body)
            except AssertionError as error:
                self.faults.append(f"{topic}: {error}")
                return
            older = {piece: number for piece, number in new.items() if number < has.get(piece, -1)}
            if older:
                self.faults.append(f"{topic}: {older} after {has}")
            if new and all(has.get(piece) == number for piece, number in new.items()):
                self.doubled.append(time.monotonic())
            has.update(new)

    def have(self, state):
        """Whether everybody has the newest of all articles, each of which was edited since the subscription."""
        with self.lock:
            return all(has.get(piece) == number for has in self.has.values() for piece, number in enumerate(state))

    def close(self):
        self.listener.shutdown()
        self.listener.server_close()


def handler(subscribers):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            address = urllib.parse.urlsplit(self.path)
            self.reply(urllib.parse.parse_qs(address.query)["hub.challenge"][0].encode())
            subscribers.confirmed.add(address.path)

        def do_POST(self):
            subscribers.take(self.path, self.rfile.read(int(self.headers["Content-Length"])))
            self.reply(b"")

        def reply(self, body):
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format, *arguments):
            pass

    return Handler
