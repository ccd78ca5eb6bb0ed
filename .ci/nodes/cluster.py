"""Three nodes on one PostgreSQL behind PgBouncer, HAProxy in front, and a folder that all of them see."""

import time

from author import Author
from cable import Cable
from database import PgBouncer, Postgres
from haproxy import HAProxy
from node import Node

NAMES = "abc"
SETTINGS = """
site:
  title: Several nodes
articles:
  folder: {articles}
server:
  base-url: http://127.0.0.1:{port}
  unconditional-gets: 0
nodes:
  enabled: true
push:
  hub: true
  private-networks: true
  first-retry: 1s
  max-per-host: 100000
"""


class Cluster:
    def __init__(self, command, work):
        self.parts = []
        self.work = work
        self.author = Author(work / "articles")
        self.config = work / "feedmill.yaml"
        self.database = self.part(Postgres(work))
        self.bouncer = self.part(PgBouncer(self.database.port, work))
        self.nodes = []
        for name in NAMES:
            cable = Cable(self.bouncer.port, work / f"cable-{name}.log")
            self.nodes.append(self.part(Node(name, command, cable, self.config, work)))
        self.haproxy = HAProxy([node.port for node in self.nodes], work)
        self.config.write_text(SETTINGS.format(articles=work / "articles", port=self.haproxy.port))

    def part(self, part):
        self.parts.insert(0, part)
        return part

    def __enter__(self):
        try:
            for node in self.nodes:
                node.start()
            for node in self.nodes:
                node.await_ready()
            self.haproxy.start()
            self.part(self.haproxy)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error):
        for part in self.parts:
            part.close()

    def leader(self, apart_from=None):
        """The node that the others take for the leader; None while there is none."""
        for asked in self.nodes:
            if not asked.runs or asked.cut or asked is apart_from:
                continue
            for known in asked.nodes():
                if known["role"] == "leader":
                    found = next((node for node in self.nodes if node.is_at(known["address"])), None)
                    if found is not None and found is not apart_from:
                        return found
        return None

    def await_leader(self, seconds, apart_from=None):
        began = time.monotonic()
        while time.monotonic() < began + seconds:
            found = self.leader(apart_from)
            if found is not None:
                return found, time.monotonic() - began
            time.sleep(0.05)
        raise AssertionError(f"no node leads after {seconds} seconds")
