"""For shells: `python -I -S client.py SOCKET MODULE ARGUMENTS…` runs a module in a forked process with the shell's own files."""

import json
import os
import socket
import sys

address, module, *arguments = sys.argv[1:]
request = {"module": module, "arguments": arguments, "environment": dict(os.environ), "folder": os.getcwd()}
with socket.socket(socket.AF_UNIX) as connection:
    connection.connect(address)
    written = json.dumps(request).encode() + b"\n"
    connection.sendall(written[socket.send_fds(connection, [written], [0, 1, 2]) :])
    with connection.makefile("rb") as told:
        told.readline()
        status = int(told.readline())
sys.exit(status if status >= 0 else 128 - status)
