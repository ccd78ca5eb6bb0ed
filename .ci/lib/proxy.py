"""A forwarder on loopback that writes down what readers ask and what they are answered.

Bodies and headers pass unchanged, so that readers see the server's own bytes.
"""

import collections
import http.client
import http.server
import threading
import urllib.parse

Exchange = collections.namedtuple("Exchange", "method path tag since coding status type reply_tag length")

HOP = {"connection", "keep-alive", "proxy-connection", "transfer-encoding", "te", "upgrade", "host"}


class Proxy:
    def __init__(self, base):
        self.exchanges = []
        target = urllib.parse.urlsplit(base)
        record = self.exchanges.append

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                forward(self, target, record)

            do_HEAD = do_GET

            def log_message(self, format, *arguments):
                pass

        self.listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.listener.daemon_threads = True
        self.base = f"http://127.0.0.1:{self.listener.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.listener.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.listener.shutdown()
        self.listener.server_close()

    def mark(self):
        """A place in the record from which of() reads on."""
        return len(self.exchanges)

    def of(self, path, since=0):
        return [exchange for exchange in self.exchanges[since:] if exchange.path == path]


def forward(handler, target, record):
    connection = http.client.HTTPConnection(target.hostname, target.port, timeout=20)
    try:
        connection.putrequest(handler.command, handler.path, skip_accept_encoding=True)
        for name, value in handler.headers.items():
            if name.lower() not in HOP:
                connection.putheader(name, value)
        connection.endheaders()
        reply = connection.getresponse()
        body = reply.read()
        record(
            Exchange(
                handler.command,
                handler.path,
                handler.headers.get("If-None-Match"),
                handler.headers.get("If-Modified-Since"),
                reply.headers.get("Content-Encoding"),
                reply.status,
                reply.headers.get("Content-Type"),
                reply.headers.get("ETag"),
                len(body),
            )
        )
        handler.send_response_only(reply.status, reply.reason)
        for name, value in reply.headers.items():
            if name.lower() not in HOP:
                handler.send_header(name, value)
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(body)
    except (OSError, http.client.HTTPException) as error:
        handler.send_error(502, str(error))
    finally:
        connection.close()
        handler.close_connection = True
