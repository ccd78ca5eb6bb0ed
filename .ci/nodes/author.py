"""Articles with numbers in title and body, which rise with every edit."""

import collections
import pathlib
import re
import shutil
import threading
import time

PIECES = 5
SILENT = 5
PICTURE = pathlib.Path(__file__).resolve().parents[2] / "src" / "docs" / "article-page.png"
PAUSE = 0.3
ARTICLE = """---
title: {text}
date: 2024-05-0{day}
tags: [watched]
---
Text of {text}.
"""
NUMBER = re.compile(rb"Piece (\d+) number (\d+)\.?")


class Author(threading.Thread):
    """Edits one article after the other, with a pause; each edit has a number of its own."""

    def __init__(self, folder):
        super().__init__(daemon=True)
        self.folder = folder
        self.folder.mkdir()
        self.aside = folder.parent / "aside"
        self.aside.mkdir()
        self.edits = 0
        self.latest = [0] * PIECES
        self.written = collections.OrderedDict()
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        self.rests = False
        for piece in range(PIECES):
            self.write(piece)
        shutil.copy(PICTURE, folder / "picture.png")
        (folder / "shown.md").write_text("---\ntitle: Shown\ndate: 2024-04-02\n---\n![A page](picture.png)\n")
        for number in range(SILENT):
            (folder / f"silent-{number}.md").write_text(f"---\ntitle: Silent {number}\ndate: 2024-04-01\n---\nText.\n")

    def write(self, piece):
        text = f"Piece {piece} number {self.latest[piece]}"
        article = self.aside / "article.md"
        article.write_text(ARTICLE.format(text=text, day=piece + 1))
        article.rename(self.folder / f"piece-{piece}.md")

    def edit(self):
        with self.lock:
            self.edits += 1
            piece = self.edits % PIECES
            self.latest[piece] = self.edits
            self.written[self.edits] = time.monotonic()
            self.write(piece)

    def run(self):
        while not self.stopped.wait(PAUSE):
            if not self.rests:
                self.edit()

    def await_edits(self, count):
        """Returns once there were so many more; the number of the last one."""
        goal = self.edits + count
        while self.edits < goal:
            time.sleep(0.05)
        return goal

    def state(self):
        """The number of the last edit of each article."""
        with self.lock:
            return tuple(self.latest)


def numbers(body):
    """The number of each article that a body has; none for the others. All mentions of one article must agree."""
    found = {}
    for piece, number in NUMBER.findall(body):
        piece, number = int(piece), int(number)
        if found.setdefault(piece, number) != number:
            raise AssertionError(f"piece {piece} has the numbers {found[piece]} and {number} in one answer")
    return found
