"""The article that the project began with: what must come of it, whatever else changes."""

import html.parser

ID = "urn:uuid:507194e5-048d-5ad7-8060-8eac5ac2e57a"
PATH = ["金融", "新浪财经", "新浪财经－国內"]
PICTURES = [
    "https://n.sinaimg.cn/sinakd2021327s/656/w832h624/20210327/0f9b-kmvwsvy6142434.jpg",
    "https://n.sinaimg.cn/sinakd2021327s/632/w686h746/20210327/1e76-kmvwsvy6142436.jpg",
]
GONE = ["<style", "<!--", "article_adlist", "appendQr", "二维码", "cms-style", "&#123;", "class="]


def check(truth, tally):
    tally.begin("sample")
    found = [item for item in truth.items if item["id"] == ID]
    tally.equal("entries with its id", len(found), 1)
    for item in found:
        tally.equal("title", item["title"], "南昌扩大朋友圈 7省9市_跨省通办_开启政务服务新格局")
        tally.equal("categories", item["categories"], [PATH])
        tally.equal("authors", item["authors"], ["新浪财经"])
        tally.equal("published", item["date_published"], "2021-03-27T10:42:12Z")
        tally.equal("picture", item["image"], PICTURES[0])
        pictures = Pictures()
        pictures.feed(item["content_html"])
        tally.equal("pictures", [picture.get("src") for picture in pictures.found], PICTURES)
        policies = {picture.get("referrerpolicy") for picture in pictures.found}
        tally.equal("referrer policies", policies, {"no-referrer"})
        for word in GONE:
            tally.true(f"no {word}", word not in item["content_html"])
    for depth in range(1, len(PATH) + 1):
        selection = {"category": "/".join(PATH[:depth])}
        tally.equal(f"in {selection}", [item["id"] for item in truth.latest(selection)], [ID])


class Pictures(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag == "img":
            self.found.append(dict(attributes))
