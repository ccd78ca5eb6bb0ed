"""HAProxy with the configuration that is shipped, before the nodes of this machine."""

import pathlib
import subprocess

from ports import free_port
from processes import end, listening

CONFIGURATION = pathlib.Path(__file__).resolve().parents[2] / "src" / "dist" / "haproxy.cfg"
SHIPPED = ["10.0.0.11:8080", "10.0.0.12:8080", "10.0.0.13:8080"]


class HAProxy:
    def __init__(self, node_ports, work):
        self.port = free_port()
        text = CONFIGURATION.read_text()
        here = [(address, f"127.0.0.1:{port}") for address, port in zip(SHIPPED, node_ports, strict=True)]
        for shipped, own in [("    bind :80\n", f"    bind 127.0.0.1:{self.port}\n"), *here]:
            if text.count(shipped) != 1:
                raise SystemExit(f"{CONFIGURATION.name} must have {shipped!r} once")
            text = text.replace(shipped, own)
        self.file = work / "haproxy.cfg"
        self.file.write_text(text)
        self.log = work / "haproxy.log"
        self.check()

    def check(self):
        for file in (CONFIGURATION, self.file):
            checked = subprocess.run(["haproxy", "-c", "-f", file], capture_output=True, text=True)
            if checked.returncode != 0 or "[WARNING]" in checked.stdout + checked.stderr:
                raise SystemExit(f"haproxy -c -f {file}: " + checked.stdout + checked.stderr)

    def start(self):
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(["haproxy", "-db", "-f", self.file], stdout=log, stderr=log)
        listening(self.process, self.port, self.log)

    def close(self):
        end(self.process)
