"""Feedmill in a process of its own, as a user starts it."""

import os
import queue
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

READY_WITHIN = 90
STOPPED_WITHIN = 5


class Server:
    """Started by a command, on a port that it chooses itself; what it prints is passed on."""

    def __init__(self, command, environment, folder=None, ready_within=READY_WITHIN):
        self.ready_within = ready_within
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        try:
            self.base = self.printed_base()
            self.await_health()
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise

    def printed_base(self):
        """The address before /feed.rss in what the server prints for people."""
        lines = queue.Queue()
        threading.Thread(target=self.pump, args=(lines,), daemon=True).start()
        end = time.monotonic() + self.ready_within
        while True:
            try:
                line = lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise SystemExit(f"the server printed no feed within {self.ready_within} seconds") from None
            if line is None:
                raise SystemExit(f"the server ended with {self.process.wait()} before it was ready")
            found = re.search(r"(https?://\S+?)/feed\.rss\b", line)
            if found:
                return found.group(1)

    def pump(self, lines):
        for line in self.process.stdout:
            sys.stdout.write("  | " + line)
            lines.put(line)
        lines.put(None)

    def await_health(self):
        end = time.monotonic() + self.ready_within
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(self.base + "/health", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.2)
        raise SystemExit(f"/health was not 200 within {self.ready_within} seconds")

    def stop(self):
        """Ends the server as systemd does and gives its exit code, None where it had to be killed."""
        self.process.terminate()
        try:
            return self.process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None
