"""Processes that were started here: whether they listen, and their end."""

import socket
import subprocess
import time

READY_WITHIN = 30


def listening(process, port, log):
    """Returns once a process takes connections; its log is shown if it never does."""
    end_of_time = time.monotonic() + READY_WITHIN
    while time.monotonic() < end_of_time and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    end(process)
    raise SystemExit(f"{process.args[0]} does not start: " + log.read_text(errors="replace"))


def end(process, seconds=15):
    """Ends a process and gives its exit code, None where it had to be killed."""
    process.terminate()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None
