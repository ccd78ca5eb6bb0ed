"""Varnish with the configuration that is shipped, on a port of its own and in a folder of its own."""

import pathlib
import socket
import subprocess
import time

CONFIGURATION = pathlib.Path(__file__).resolve().parents[2] / "src" / "dist" / "feedmill.vcl"
READY_WITHIN = 20


class Varnish:
    def __init__(self, origin_port, stale_seconds, port, purge_port, work):
        """Keeps what comes from a port of this machine; waits for it as long as the settings of the server say."""
        text = CONFIGURATION.read_text()
        for shipped, here in (('"8080"', f'"{origin_port}"'), ("req.grace = 60s", f"req.grace = {stale_seconds}s")):
            if text.count(shipped) != 1:
                raise SystemExit(f"{CONFIGURATION.name} must have {shipped} once")
            text = text.replace(shipped, here)
        home = work / "varnish"
        home.mkdir()
        home.chmod(0o755)
        configuration = work / "feedmill.vcl"
        configuration.write_text(text)
        self.port = port
        self.log = open(work / "varnish.log", "w+b")
        self.process = subprocess.Popen(
            ["varnishd", "-F", "-n", home, "-a", f"127.0.0.1:{port}", "-a", f"purges=127.0.0.1:{purge_port}", "-f", configuration, "-s", "malloc,64m"],
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def __enter__(self):
        end = time.monotonic() + READY_WITHIN
        while time.monotonic() < end and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.1)
        self.__exit__()
        self.log.seek(0)
        raise SystemExit("Varnish does not start: " + self.log.read().decode(errors="replace"))

    def __exit__(self, *error):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
