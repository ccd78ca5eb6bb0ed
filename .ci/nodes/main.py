"""Kills, cuts off and restarts the nodes while readers poll and an author edits, and shows what readers noticed of it."""

import argparse
import pathlib
import random
import shlex
import statistics
import sys
import tempfile
import time
import traceback

from client import ask, until
from cluster import Cluster
from readers import PATHS, Reader, Timeline
from subscribers import Subscribers
from author import numbers
from tally import Tally

TAKEN_OVER_WITHIN = 6
SHOWN_WITHIN = 10

# A doubled delivery is right only for what was on its way when its node died.
IN_FLIGHT = 12


class Trial:
    def __init__(self, cluster, options, tally):
        self.cluster = cluster
        self.options = options
        self.tally = tally
        self.timeline = Timeline()
        self.subscribers = Subscribers()
        self.readers = [Reader(number, cluster.haproxy.port, cluster.nodes, self.timeline) for number in range(options.readers)]
        self.ended = []

    def line(self, sentence):
        print(sentence, flush=True)

    def quiet(self, what):
        """No reader may have noticed what has just happened."""
        for kind, faults in self.timeline.faults.items():
            noticed, faults[:] = list(faults), []
            for fault in noticed[:5]:
                self.line("  ! " + fault)
            self.tally.equal(f"{what}: {kind}", len(noticed), 0)

    def all_shown(self, what):
        """Every edit shows, through HAProxy and at every node, in every document."""
        author = self.cluster.author
        author.rests = True
        wanted = dict(enumerate(author.state()))
        ports = [self.cluster.haproxy.port, *(node.port for node in self.cluster.nodes)]
        try:
            until("every edit everywhere", SHOWN_WITHIN, lambda: all(numbers(ask(port, path).body) == wanted for port in ports for path in PATHS))
            self.tally.true(f"{what}: every edit shows everywhere", True)
        except (AssertionError, OSError) as error:
            self.tally.equal(f"{what}: every edit shows everywhere", repr(error), wanted)
        author.rests = False


def steady(trial):
    trial.tally.begin("steady")
    author = trial.cluster.author
    last = author.await_edits(trial.options.edits)
    until("the last edit", SHOWN_WITHIN, lambda: max(trial.timeline.newest) >= last)
    delays = sorted(trial.timeline.shown[n] - at for n, at in author.written.items() if n in trial.timeline.shown)
    trial.line(f"an edit shows after {statistics.median(delays):.2f} s (median), {delays[-1]:.2f} s at most")
    listed(trial)
    trial.quiet("edits")


def listed(trial):
    cluster = trial.cluster
    for node in cluster.nodes:
        known = node.nodes()
        here = [sum(other.is_at(each["address"]) for each in known) for other in cluster.nodes]
        trial.tally.equal(f"node {node.name} lists all nodes", here, [1] * len(cluster.nodes))
        trial.tally.equal(f"node {node.name} knows one leader", [each["role"] for each in known].count("leader"), 1)


def kills(trial):
    trial.tally.begin("kills")
    cluster = trial.cluster
    taken = []
    for _ in range(trial.options.kills):
        leader, _ = cluster.await_leader(TAKEN_OVER_WITHIN)
        time.sleep(random.uniform(0.2, 1.5))
        leader.kill()
        trial.ended.append(time.monotonic())
        edited = cluster.author.edits + 1
        killed = time.monotonic()
        _, seconds = cluster.await_leader(4 * TAKEN_OVER_WITHIN, apart_from=leader)
        until("an edit after the kill", 4 * TAKEN_OVER_WITHIN, lambda: max(trial.timeline.newest) >= edited)
        taken.append((seconds, time.monotonic() - killed))
        leader.start()
        leader.await_ready()
    if taken:
        leads, shows = zip(*taken)
        trial.line(f"{len(taken)} kills of the leader: another leads after {statistics.median(leads):.1f} s (median), {max(leads):.1f} s at most")
        trial.line(f"and what is edited meanwhile shows after {statistics.median(shows):.1f} s, {max(shows):.1f} s at most")
        trial.tally.true(f"another leads within {TAKEN_OVER_WITHIN} s, not {max(leads):.1f} s", max(leads) <= TAKEN_OVER_WITHIN)
    trial.quiet("kills")
    trial.all_shown("kills")


def cut(trial):
    trial.tally.begin("cut")
    cluster = trial.cluster
    leader, _ = cluster.await_leader(TAKEN_OVER_WITHIN)
    leader.pull_cable()
    trial.ended.append(time.monotonic())
    other, seconds = cluster.await_leader(4 * TAKEN_OVER_WITHIN, apart_from=leader)
    trial.line(f"cut off: another leads after {seconds:.1f} s")
    trial.tally.true(f"another leads within {TAKEN_OVER_WITHIN} s, not {seconds:.1f} s", seconds <= TAKEN_OVER_WITHIN)
    cluster.author.await_edits(10)
    answers = [ask(leader.port, path) for path in PATHS]
    trial.tally.equal("the node that is cut off answers 503", {answer.status for answer in answers}, {503})
    trial.tally.true("with Retry-After", all(answer.fields["Retry-After"] for answer in answers))
    trial.tally.true("and is not ready", not leader.is_ready())
    leader.put_cable_back()
    trial.ended.append(time.monotonic())
    leader.await_ready()
    role = next((each["role"] for each in leader.nodes() if leader.is_at(each["address"])), None)
    trial.tally.equal("it comes back as a follower", role, "follower")
    trial.tally.equal("and the other one still leads", cluster.leader(), other)
    trial.quiet("cut")
    trial.all_shown("cut")


def rolling(trial):
    trial.tally.begin("rolling restart")
    for node in trial.cluster.nodes:
        began = time.monotonic()
        trial.ended.append(began)
        code = node.stop()
        stopped = time.monotonic()
        trial.tally.equal(f"node {node.name} ends with 0", code, 0)
        node.start()
        node.await_ready()
        trial.line(f"node {node.name} stopped in {stopped - began:.1f} s and was ready {time.monotonic() - stopped:.1f} s later")
        # HAProxy must have seen it before the next one stops.
        time.sleep(1)
    trial.cluster.await_leader(TAKEN_OVER_WITHIN)
    listed(trial)
    trial.quiet("rolling restart")
    trial.all_shown("rolling restart")


def without_folder(trial):
    trial.tally.begin("a node without the folder")
    cluster = trial.cluster
    node = cluster.nodes[-1]
    trial.ended.append(time.monotonic())
    node.stop()
    node.start("--articles", str(cluster.work / "nowhere"))
    node.await_ready()
    picture = "/files/picture.png"
    trial.tally.equal("it serves feeds", ask(node.port, PATHS[0]).status, 200)
    trial.tally.equal("it cannot serve a picture now", ask(node.port, picture).status, 503)
    trial.tally.equal("HAProxy asks another node for it", {ask(cluster.haproxy.port, picture).status for _ in range(9)}, {200})
    leader, _ = cluster.await_leader(TAKEN_OVER_WITHIN)
    trial.ended.append(time.monotonic())
    leader.kill()
    other, seconds = cluster.await_leader(4 * TAKEN_OVER_WITHIN, apart_from=leader)
    trial.tally.true(f"another one leads within {TAKEN_OVER_WITHIN} s, not {seconds:.1f} s", seconds <= TAKEN_OVER_WITHIN)
    trial.tally.true("which is not the one without the folder", other is not node)
    leader.start()
    leader.await_ready()
    trial.quiet("without the folder")
    trial.all_shown("without the folder")


def deliveries(trial):
    trial.tally.begin("deliveries")
    subscribers = trial.subscribers
    until("the last deliveries", 30, lambda: subscribers.have(trial.cluster.author.state()))
    trial.tally.equal("none is older than one before", subscribers.faults[:10], [])
    late = [at for at in subscribers.doubled if not any(0 <= at - end <= IN_FLIGHT for end in trial.ended)]
    trial.tally.equal("doubled deliveries without a node's end", len(late), 0)
    trial.line(f"{subscribers.deliveries} deliveries, {len(subscribers.doubled)} doubled after {len(trial.ended)} ends of nodes")


def run(check, trial):
    """A check that breaks off has failed, and the others still run."""
    try:
        check(trial)
    except Exception as error:
        traceback.print_exc()
        trial.tally.equal("comes to its end", repr(error), None)


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=100)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--all", action="store_true", help="1,000 edits, 50 readers, 200 kills")
    parser.add_argument("--command", default="java -jar target/feedmill.jar", help="what starts Feedmill")
    parser.add_argument("--keep", help="an empty folder for the logs, which is kept")
    given = parser.parse_args()
    if given.all:
        given.edits, given.readers, given.kills = 1000, 50, 200
    return given


def main(given):
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="feedmill-nodes-") as name:
        work = pathlib.Path(given.keep or name)
        # PostgreSQL and PgBouncer give up their rights and must still find their folders.
        work.chmod(0o755)
        with Cluster(shlex.split(given.command), work) as cluster:
            trial = Trial(cluster, given, tally)
            trial.subscribers.subscribe(cluster.haproxy.port)
            for thread in (*trial.readers, cluster.author):
                thread.start()
            for check in (steady, kills, cut, rolling, without_folder):
                run(check, trial)
            cluster.author.stopped.set()
            run(deliveries, trial)
            for reader in trial.readers:
                reader.stopped.set()
            for reader in trial.readers:
                reader.join(30)
            timeline = trial.timeline
            answers = ", ".join(f"{count} × {status} ({place})" for (place, status), count in sorted(timeline.statuses.items()))
            trial.line(f"{cluster.author.edits} edits, {timeline.answers} answers judged: {answers}")
            trial.line(f"straight at nodes: {timeline.refused} × 503 with Retry-After, {timeline.away} × no connection")
            trial.subscribers.close()
    return tally.summary()


if __name__ == "__main__":
    sys.exit(main(options()))
