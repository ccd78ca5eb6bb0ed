"""The cable between a node and its database, in a process of its own: SIGUSR1 pulls it out, SIGUSR2 puts it back.

Nothing is closed and nothing gets lost: what waits goes on when the cable is back.
"""

import asyncio
import signal
import subprocess
import sys

from ports import free_port
from processes import end, listening


class Cable:
    def __init__(self, target, log):
        self.port = free_port()
        self.process = subprocess.Popen([sys.executable, "-B", __file__, str(self.port), str(target)], stderr=open(log, "wb"))
        listening(self.process, self.port, log)

    def pull(self):
        self.process.send_signal(signal.SIGUSR1)

    def put_back(self):
        self.process.send_signal(signal.SIGUSR2)

    def close(self):
        end(self.process)


async def forward(port, target):
    passes = asyncio.Event()
    passes.set()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, passes.clear)
    loop.add_signal_handler(signal.SIGUSR2, passes.set)

    async def pump(reader, writer):
        try:
            while data := await reader.read(65536):
                await passes.wait()
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        finally:
            await passes.wait()
            writer.close()

    async def accept(reader, writer):
        await passes.wait()
        try:
            other = await asyncio.open_connection("127.0.0.1", target)
        except OSError:
            writer.close()
            return
        await asyncio.gather(pump(reader, other[1]), pump(other[0], writer))

    server = await asyncio.start_server(accept, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(forward(int(sys.argv[1]), int(sys.argv[2])))
