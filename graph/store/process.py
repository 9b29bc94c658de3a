"""The server's process, seen from outside: alive, listening, stopped; only ever one exact pid."""

import psutil

MAIN_CLASS = "com.arcadedb.server.ArcadeDBServer"
# The start time that the system reports moves a little when the machine's clock is set.
SAME_START = 2.0
LOOPBACK = frozenset({"127.0.0.1", "::1", "::ffff:127.0.0.1"})


def find_server(pid: int, started: float) -> psutil.Process | None:
    """The living server with that pid and start time, or None; never a stranger's process."""
    try:
        process = psutil.Process(pid)
        same = abs(process.create_time() - started) < SAME_START and MAIN_CLASS in process.cmdline()
        return process if same and process.status() != psutil.STATUS_ZOMBIE else None
    except psutil.Error:
        return None


def find_server_of(root_flag: str) -> psutil.Process | None:
    """A living server of this user that was started with `root_flag`, or None."""
    for process in psutil.process_iter():
        try:
            line = process.cmdline()
        except psutil.Error:
            continue
        if MAIN_CLASS in line and root_flag in line:
            return process
    return None


def listeners(process: psutil.Process) -> frozenset[tuple[str, int]]:
    """Address and port of each TCP socket on which the process listens."""
    try:
        sockets = process.net_connections("tcp")
    except psutil.Error:
        return frozenset()
    return frozenset(
        (socket.laddr.ip, socket.laddr.port)
        for socket in sockets
        if socket.status == psutil.CONN_LISTEN
    )


def listens_on_loopback(process: psutil.Process, *ports: int) -> bool:
    """Whether it listens on all of `ports`, and nowhere but on loopback."""
    found = listeners(process)
    return {port for _, port in found} >= set(ports) and {ip for ip, _ in found} <= LOOPBACK


def stop(process: psutil.Process, *, seconds: float = 10) -> None:
    """Ask the process to end, wait, then kill it."""
    for end in (process.terminate, process.kill):
        try:
            end()
            process.wait(seconds)
        except psutil.NoSuchProcess:
            return
        except psutil.TimeoutExpired:
            continue
        return
