"""Folders of made-up articles, the same ones at every run."""

import concurrent.futures
import datetime
import email.utils
import os
import pathlib
import random
import re
import subprocess
import sys

# Where this file is there, its articles are taken: half a thousand real ones were its model.
GENERATOR = pathlib.Path(__file__).resolve().parents[4] / "shared/tools/gen_corpus.py"
LETTERS = [chr(code) for code in range(0x4E00, 0x5200)]
BEGIN = datetime.datetime(2021, 1, 1, tzinfo=datetime.timezone.utc)

ARTICLE = """---
title: '{title}'
date: {date}
categories:
 - {top}
 - {middle}
 - {leaf}
author: {middle}
thumbnail: '{image}'
---

<div>
{body}
<style>.foot {{ border: 1px solid #e6e6e6 }}</style>
</div>
"""


def folder(work, count):
    """2 to 20 kB each, in 320 categories of three levels; made once."""
    path = work / f"articles-{count}"
    done = work / f"articles-{count}.made"
    if not done.exists():
        parts = [(path, start, min(start + 10_000, count)) for start in range(0, count, 10_000)]
        with concurrent.futures.ProcessPoolExecutor() as pool:
            list(pool.map(make, parts))
        done.touch()
    return path


def categories(path):
    """The names of all categories that the articles of this folder have."""
    names = set()
    for file in path.rglob("*.*"):
        header = file.read_text(encoding="utf-8").partition("---\n")[2].partition("\n---")[0]
        names.update(re.findall(r"^ +- (.+)$", header, re.MULTILINE))
    return names


def make(part):
    path, start, end = part
    path.mkdir(parents=True, exist_ok=True)
    if GENERATOR.exists():
        subprocess.run(
            [sys.executable, GENERATOR, str(end - start), path, "--start", str(start)],
            check=True, stdout=subprocess.DEVNULL)
    else:
        for number in range(start, end):
            (path / f"{number:07d}.md").write_text(article(number), encoding="utf-8")


def article(number):
    chance = random.Random(number)
    top = f"Part{chance.randrange(20)}"
    middle = f"{top}-{chance.randrange(5)}"
    date = BEGIN + datetime.timedelta(seconds=chance.randrange(2 * 365 * 86_400))
    return ARTICLE.format(
        title=words(chance, 8, 30) + f" {number}",
        date=email.utils.format_datetime(date, usegmt=True),
        top=top,
        middle=middle,
        leaf=f"{middle}-{chance.randrange(2)}",
        image=picture(chance),
        body="\n".join(paragraph(chance) for _ in range(chance.randint(4, 30))))


def paragraph(chance):
    kind = chance.random()
    if kind < 0.2:
        return f'<div class="picture"><img src="{picture(chance)}" alt referrerpolicy="no-referrer"></div>'
    if kind < 0.3:
        return f"<!-- {words(chance, 5, 20)} -->"
    if kind < 0.4:
        return f'<p onclick="alert(1)"><strong>{words(chance, 20, 80)}</strong><a href="/more">{words(chance, 2, 8)}</a></p>'
    return f'<p style="font-size: 2em">{words(chance, 40, 250)}</p>'


def words(chance, least, most):
    return "".join(chance.choices(LETTERS, k=chance.randint(least, most)))


def picture(chance):
    return f"https://pictures.invalid/{chance.randrange(10**9):x}.jpg"


def few(work, count, letters):
    """Articles of plain text of this number of letters each: their feed is small."""
    path = work / f"few-{count}-{letters}"
    path.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        write(path / f"{number}.md", number, words(random.Random(number), letters, letters))
    return path


def write(path, number, text):
    """The newer, the greater its number; in place, as an editor does."""
    date = datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(hours=number)
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"---\ntitle: Number {number}\ndate: {date.isoformat()}\ncategories: [Few]\n---\n\n{text}\n")


def write_by_rename(path, number, text):
    beside = pathlib.Path(str(path) + ".new")
    write(beside, number, text)
    os.replace(beside, path)
