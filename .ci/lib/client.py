"""A client that sends the fields it is given and no others, and takes what comes."""

import collections
import gzip
import http.client
import time

Answer = collections.namedtuple("Answer", "status fields body")


def ask(port, path, method="GET", content=None, **fields):
    """Fields are named as in Accept_Encoding; one that is None is not sent."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in fields.items():
            if value is not None:
                connection.putheader(name.replace("_", "-"), value)
        if content is not None:
            connection.putheader("Content-Length", str(len(content)))
        connection.endheaders(None if content is None else content.encode())
        reply = connection.getresponse()
        return Answer(reply.status, reply.headers, reply.read())
    finally:
        connection.close()


def plain(answer):
    """The content without its coding; that in Brotli as it is, since Python cannot unpack it."""
    return gzip.decompress(answer.body) if answer.fields["Content-Encoding"] == "gzip" else answer.body


def until(what, seconds, attempt):
    """Asks again until it gets something; the seconds that took."""
    began = time.monotonic()
    while time.monotonic() < began + seconds:
        if attempt():
            return time.monotonic() - began
        time.sleep(0.05)
    raise AssertionError(f"{what} took more than {seconds} seconds")
