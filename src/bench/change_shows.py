#!/usr/bin/env python3
"""Times how long a changed file takes to show in its feed: change_shows.py [--rounds N] ARTICLES URL

A server that follows the folder ARTICLES must run at URL. An article is put into the folder and changed again and again,
once written in place and once renamed into place; from each close or rename on, the feed of everything is asked for every
two milliseconds, on one connection and with the last entity tag, until it holds the change. The article is taken away in
the end.
"""
import argparse
import datetime
import http.client
import os
import statistics
import time
import urllib.parse

TEXT = """---
title: How soon a change shows
date: {date}
categories: [Measured]
---

This is change number {number} of this article. {filler}
"""


class Feed:
    def __init__(self, url, path):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=60)
        self.path = path
        self.tag = ""

    def ask(self):
        self.connection.request("GET", self.path, headers={"If-None-Match": self.tag})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status == 200:
            self.tag = answer.getheader("ETag")
        return body.decode()

    def await_text(self, text):
        while text not in self.ask():
            time.sleep(0.002)


def write(path, number):
    date = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=1)
    with open(path, "w", encoding="utf-8") as out:
        out.write(TEXT.format(date=date.strftime("%Y-%m-%d"), number=number, filler="Words. " * (500 + number)))


def in_place(path, number):
    write(path, number)


def by_rename(path, number):
    write(path + ".new", number)
    os.replace(path + ".new", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--feed", default="/feed.rss")
    parser.add_argument("articles")
    parser.add_argument("url")
    arguments = parser.parse_args()
    path = os.path.join(arguments.articles, "how-soon-a-change-shows.md")
    feed = Feed(arguments.url, arguments.feed)
    number = 0
    try:
        for way in (in_place, by_rename):
            took = []
            for _ in range(arguments.rounds + 1):
                number += 1
                way(path, number)
                begin = time.perf_counter()
                feed.await_text(f"change number {number} of")
                took.append((time.perf_counter() - begin) * 1000)
                time.sleep(0.2)
            took = sorted(took[1:])
            print(f"{way.__name__}: median {statistics.median(took):.0f} ms of {len(took)}, from {took[0]:.0f} to "
                  f"{took[-1]:.0f}, the ninth tenth ends at {took[len(took) * 9 // 10]:.0f}")
    finally:
        os.remove(path)


if __name__ == "__main__":
    main()
