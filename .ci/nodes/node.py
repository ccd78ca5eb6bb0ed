"""A node: Feedmill in a process of its own, which can be killed, cut off and started again at the same address."""

import http.client
import json
import os
import pathlib
import signal
import subprocess
import time

from client import ask
from ports import free_port

# As on machines of their own, no node can see whether the process of another one lives.
ALONE = ["unshare", "--pid", "--fork", "--kill-child"] if os.geteuid() == 0 else []
READY_WITHIN = 240
STOPPED_WITHIN = 15


class Node:
    def __init__(self, name, command, cable, config, work):
        self.name = name
        self.port = free_port()
        self.status_port = free_port()
        self.cable = cable
        self.log = work / f"node-{name}.log"
        data = f"jdbc:postgresql://127.0.0.1:{cable.port}/feedmill?user=postgres"
        self.command = [*ALONE, *command, "serve", "--config", config, "--data", data, "--host", "127.0.0.1", "--port", str(self.port)]
        self.process = None
        self.cut = False

    def start(self, *options):
        with open(self.log, "ab") as log:
            environment = {**os.environ, "FEEDMILL_STATUS_PORT": str(self.status_port)}
            self.process = subprocess.Popen([*self.command, *options], env=environment, stdout=log, stderr=log)

    @property
    def runs(self):
        return self.process is not None and self.process.poll() is None

    def await_ready(self):
        end = time.monotonic() + READY_WITHIN
        while time.monotonic() < end:
            if not self.runs:
                raise SystemExit(f"node {self.name} ended: " + self.last_lines())
            if self.is_ready():
                return
            time.sleep(0.1)
        raise SystemExit(f"node {self.name} is not ready: " + self.last_lines())

    def is_ready(self):
        try:
            return ask(self.port, "/health/ready").status == 200
        except (OSError, http.client.HTTPException):
            return False

    def nodes(self):
        """All nodes as this one knows them; none where it does not say."""
        try:
            answer = ask(self.status_port, "/status.json")
            return json.loads(answer.body).get("nodes", []) if answer.status == 200 else []
        except (OSError, http.client.HTTPException):
            return []

    def is_at(self, address):
        return address.rsplit(":", 1)[-1] == str(self.port)

    def signal(self, number):
        os.kill(self.java(), number)

    def java(self):
        """The id of Java's own process."""
        if not ALONE:
            return self.process.pid
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return int(children.read_text().split()[0])

    def kill(self):
        self.signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Ends it as systemd does and gives its exit code, None where it had to be killed."""
        self.signal(signal.SIGTERM)
        try:
            return self.process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()
            return None

    def pull_cable(self):
        self.cut = True
        self.cable.pull()

    def put_cable_back(self):
        self.cable.put_back()
        self.cut = False

    def last_lines(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-30:])

    def close(self):
        self.cable.put_back()
        if self.runs:
            self.kill()
        self.cable.close()
