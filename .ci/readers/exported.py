"""What `feedmill export` writes, served by nginx with the configuration that lies in it."""

import subprocess
import time
import urllib.error
import urllib.request

from ports import free_port

READY_WITHIN = 20
CONFIGURATION = """daemon off;
user root;
pid {home}/pid;
error_log {home}/error.log;
events {{ worker_connections 128; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {site}/feedmill-nginx.conf;
    }}
}}
"""


class Exported:
    """A second server of what the library holds; no other process may hold it while this one is made."""

    def __init__(self, command, articles, data, base, work):
        site = work / "site"
        subprocess.run(
            [*command, "export", site, "--articles", articles, "--data", data, "--base-url", base],
            check=True,
            timeout=120,
        )
        home = work / "nginx"
        home.mkdir()
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        configuration = home / "nginx.conf"
        configuration.write_text(CONFIGURATION.format(home=home, site=site, port=port))
        self.process = subprocess.Popen(["nginx", "-c", configuration])

    def __enter__(self):
        end = time.monotonic() + READY_WITHIN
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.base + "/feed.rss", timeout=5):
                    return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.__exit__()
        raise SystemExit("nginx does not serve the export")

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait()
