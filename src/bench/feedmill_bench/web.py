"""A client that counts bytes."""

import collections
import http.client
import urllib.parse

Answer = collections.namedtuple("Answer", "status headers body length")


class Connection:
    """Stays open."""

    def __init__(self, url, seconds=120):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=seconds)

    def get(self, path, **headers):
        """Headers as names with underscores. The length is that of the head and the body as they were sent."""
        self.connection.request("GET", path, headers={n.replace("_", "-"): v for n, v in headers.items()})
        reply = self.connection.getresponse()
        body = reply.read()
        head = f"HTTP/1.1 {reply.status} {reply.reason}\r\n" + "".join(f"{n}: {v}\r\n" for n, v in reply.getheaders()) + "\r\n"
        return Answer(reply.status, reply.headers, body, len(head.encode("latin-1")) + len(body))


def get(url, **headers):
    parts = urllib.parse.urlsplit(url)
    connection = Connection(url)
    try:
        answer = connection.get(parts._replace(scheme="", netloc="").geturl(), **headers)
    finally:
        connection.connection.close()
    if answer.status not in (200, 304):
        raise OSError(f"{answer.status} for {url}")
    return answer
