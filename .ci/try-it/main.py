"""Runs the two commands of the README's "Try it" in a fresh clone, as read from there.

The first must serve an address of every kind; the second must pass, and say so briefly.
"""

import pathlib
import subprocess
import sys

import readme
from addresses import check
from server import Server

# Any free port, so that nothing else on the machine is in the way; all else is as the command says.
ANY_PORT = {"FEEDMILL_SERVER_PORT": "0"}
STARTED_WITHIN = 900
MOST_LINES = 199


def main(clone):
    if (clone / "target").exists():
        raise SystemExit(f"{clone} must be a fresh clone, without a folder target")
    commands = readme.commands(clone)
    if len(commands) < 2:
        raise SystemExit(f"the README must tell two commands, not {commands}")
    bad = serve(clone, commands[0]) + build(clone, commands[1])
    for line in bad:
        print(f"FAILED {line}")
    return 1 if bad else 0


def serve(clone, command):
    print(f"$ {command}", flush=True)
    server = Server(["bash", "-c", f"exec {command}"], ANY_PORT, clone, STARTED_WITHIN)
    try:
        bad = check(server.base)
    finally:
        code = server.stop()
    if code != 0:
        bad.append(f"'{command}' must end with 0 on SIGTERM, not {code}")
    return [f"{command}: {line}" for line in bad]


def build(clone, command):
    print(f"$ {command}", flush=True)
    lines = 0
    with subprocess.Popen(
        command, shell=True, cwd=clone, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        for line in process.stdout:
            lines += 1
            print(line, end="", flush=True)
    code = process.returncode
    if code != 0:
        return [f"{command}: ended with {code}"]
    if lines > MOST_LINES:
        return [f"{command}: printed {lines} lines where all is well, more than {MOST_LINES}"]
    return []


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
