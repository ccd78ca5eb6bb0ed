"""Counts checks and says which ones fail."""

import collections
import threading


class Tally:
    def __init__(self):
        self.counts = collections.OrderedDict()
        self.lock = threading.Lock()
        self.group = "server"

    def begin(self, group):
        self.group = group

    def equal(self, what, found, wanted):
        """One check: what was found must be what is wanted."""
        good = found == wanted
        with self.lock:
            passed, failed = self.counts.get(self.group, (0, 0))
            self.counts[self.group] = (passed + good, failed + (not good))
            if not good:
                print(f"FAILED {self.group}: {what}\n  found  {shortened(found)}\n  wanted {shortened(wanted)}")
        return good

    def true(self, what, good):
        return self.equal(what, bool(good), True)

    def texts(self, what, found, wanted):
        """One check of two long texts; a difference is shown where it begins."""
        if found == wanted or found is None:
            return self.equal(what, found, wanted)
        at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
        return self.equal(f"{what}, from character {at}", found[max(0, at - 30) : at + 90], wanted[max(0, at - 30) : at + 90])

    def summary(self):
        """Prints the counts; 0 where all is well, else 1."""
        for group, (passed, failed) in self.counts.items():
            print(f"{group}: {passed} passed, {failed} failed")
        passed = sum(count[0] for count in self.counts.values())
        failed = sum(count[1] for count in self.counts.values())
        print(f"{passed} passed, {failed} failed")
        return 1 if failed or not passed else 0


def shortened(value):
    text = repr(value)
    return text if len(text) < 600 else text[:600] + "…"
