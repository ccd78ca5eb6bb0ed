"""Debian's PostgreSQL and its PgBouncer in transaction mode, on ports of their own and in folders of their own."""

import os
import pathlib
import signal
import subprocess

from ports import free_port
from processes import end, listening

# Neither runs as root.
AS = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] if os.geteuid() == 0 else []

POOLED = """[databases]
feedmill = host=127.0.0.1 port={server} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 12
max_client_conn = 500
"""


class Postgres:
    def __init__(self, work):
        self.port = free_port()
        self.folder = work / "postgres"
        self.folder.mkdir(mode=0o777)
        self.folder.chmod(0o777)
        programs = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda found: int(found.parent.name))
        data = self.folder / "data"
        with open(self.folder / "log", "wb") as log:
            subprocess.run([*AS, programs / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8"], check=True, stdout=log)
            self.process = subprocess.Popen(
                [*AS, programs / "postgres", "-D", data, "-p", str(self.port), "-k", "", "-c", "listen_addresses=127.0.0.1"],
                stdout=log,
                stderr=log,
            )
        listening(self.process, self.port, self.folder / "log")
        self.psql("CREATE DATABASE feedmill", "postgres")

    def psql(self, statement, database="feedmill"):
        address = f"postgresql://postgres@127.0.0.1:{self.port}/{database}"
        for _ in range(50):
            done = subprocess.run(["psql", "-XAtq", address, "-c", statement], capture_output=True, text=True)
            if done.returncode == 0:
                return done.stdout.strip()
            if "starting up" not in done.stderr:
                break
        raise SystemExit("psql: " + done.stderr)

    def close(self):
        # A fast end, which waits for no client.
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


class PgBouncer:
    def __init__(self, server_port, work):
        self.port = free_port()
        settings = work / "pgbouncer.ini"
        settings.write_text(POOLED.format(server=server_port, port=self.port))
        with open(work / "pgbouncer.log", "wb") as log:
            self.process = subprocess.Popen([*AS, "pgbouncer", settings], stdout=log, stderr=log)
        listening(self.process, self.port, work / "pgbouncer.log")

    def close(self):
        end(self.process)
