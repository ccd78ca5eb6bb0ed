"""The commands that the README tells a newcomer to run."""

import pathlib
import re

HEADING = "## Try it"


def commands(folder):
    """The commands of the first shell block below the heading, in their order, without their comments."""
    text = (pathlib.Path(folder) / "README.md").read_text(encoding="utf-8")
    section = text.partition(f"\n{HEADING}\n")[2].partition("\n## ")[0]
    block = re.search(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    if not block:
        raise SystemExit(f"README.md must have a block of shell commands below '{HEADING}'")
    lines = (re.sub(r"(^|\s)#.*", "", line).strip() for line in block.group(1).splitlines())
    return [line for line in lines if line]
