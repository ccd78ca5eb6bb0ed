"""Subscribers of the hub: one process that answers for all of them, each at its own address and path."""

import asyncio
import contextlib
import multiprocessing
import time
import urllib.parse

PER_HOST = 20
"""Of a hundred: dead ones do not listen, slow ones answer after this many seconds, gone ones want no more."""
DEAD, SLOW, GONE = range(0, 10), range(10, 15), range(15, 16)
SLOW_SECONDS = 30


def kind(number):
    # All of one host are alike, as where a host is down.
    place = number // PER_HOST % 100
    return "dead" if place in DEAD and number else "slow" if place in SLOW and number else "gone" if number % 100 == 99 else "live"


def live(count):
    return sum(1 for number in range(count) if kind(number) == "live")


def callback(number, port):
    host = number // PER_HOST
    name = f"127.{1 + host // 60_000}.{host // 250 % 250}.{1 + host % 250}"
    return f"http://{name}:{port if kind(number) != 'dead' else 9}/{kind(number)}/{number}"


class Sink(asyncio.Protocol):
    times = None
    shared = None

    def connection_made(self, transport):
        self.transport = transport
        self.read = b""

    def data_received(self, data):
        self.read += data
        while True:
            head, found, rest = self.read.partition(b"\r\n\r\n")
            if not found:
                return
            length = 0
            for line in head.split(b"\r\n")[1:]:
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if len(rest) < length:
                return
            self.read = rest[length:]
            self.answer(head.split(b" ", 2)[1].decode())

    def answer(self, target):
        path, _, query = target.partition("?")
        what, number = path[1:].split("/")
        challenge = urllib.parse.parse_qs(query).get("hub.challenge", [""])[0].encode()
        if challenge:
            self.send(b"200 OK", challenge)
            self.shared["verified"].set()
        elif what == "slow":
            asyncio.get_running_loop().call_later(SLOW_SECONDS, self.send, b"200 OK", b"")
        else:
            index = int(number)
            if self.times[index]:
                self.shared["twice"].value += 1
            elif what == "live":
                self.shared["live"].value += 1
            self.times[index] = time.time()
            self.send(b"410 Gone" if what == "gone" else b"204 No Content", b"")

    def send(self, status, body):
        if not self.transport.is_closing():
            length = b"" if status.startswith(b"204") else b"Content-Length: %d\r\n" % len(body)
            self.transport.write(b"HTTP/1.1 " + status + b"\r\n" + length + b"\r\n" + body)


def serve(times, shared):
    Sink.times, Sink.shared = times, shared

    async def run():
        server = await asyncio.get_running_loop().create_server(Sink, "0.0.0.0", 0, backlog=4096)
        shared["port"].value = server.sockets[0].getsockname()[1]
        shared["ready"].set()
        await server.serve_forever()

    asyncio.run(run())


class Subscribers:
    def __init__(self, count):
        self.times = multiprocessing.Array("d", count, lock=False)
        self.shared = {
            "port": multiprocessing.Value("i", 0, lock=False), "live": multiprocessing.Value("i", 0, lock=False),
            "twice": multiprocessing.Value("i", 0, lock=False), "ready": multiprocessing.Event(),
            "verified": multiprocessing.Event()}
        self.process = multiprocessing.Process(target=serve, args=(self.times, self.shared), daemon=True)
        self.process.start()
        self.shared["ready"].wait(20)
        self.began = None

    port = property(lambda self: self.shared["port"].value)
    verified = property(lambda self: self.shared["verified"])

    def url(self, number):
        return callback(number, self.port)

    def start(self):
        self.began = time.time()

    def live_reached(self):
        return self.shared["live"].value

    def result(self):
        took = sorted(at - self.began for number, at in enumerate(self.times) if at and kind(number) == "live")
        if not took:
            raise RuntimeError("nothing was delivered")
        return {
            "hub_subscribers": len(self.times), "hub_live": live(len(self.times)), "hub_reached": len(took),
            "hub_twice": self.shared["twice"].value, "hub_first_seconds": took[0],
            "hub_median_seconds": took[len(took) // 2], "hub_p99_seconds": took[len(took) * 99 // 100],
            "hub_last_seconds": took[-1]}


@contextlib.contextmanager
def running(count):
    sink = Subscribers(count)
    try:
        yield sink
    finally:
        sink.process.terminate()
        sink.process.join()
