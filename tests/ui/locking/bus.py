"""A private bus and somebody on it who plays the system; run as a program in a process of its own.

`python -m tests.ui.locking.bus ADDRESS` takes the names and says on standard output that it is there; then
each line on standard input is a signal to send: PATH INTERFACE NAME KIND [VALUE].
"""

import os
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

NAMES = ("org.freedesktop.login1", "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


@ClassInfo({"D-Bus Interface": "org.freedesktop.login1.Manager"})
class Manager(QObject):
    """Answers which session is asked for, and holds sleep back for whoever asks."""

    @Slot("QString", "QString", "QString", "QString", result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, why: str, mode: str) -> QDBusUnixFileDescriptor:
        """A descriptor; "let go" is said when the last one who has it closes it."""
        reading, writing = os.pipe()
        held = QDBusUnixFileDescriptor(writing)
        os.close(writing)
        self._ends = QSocketNotifier(reading, QSocketNotifier.Type.Read)
        self._ends.activated.connect(self._let_go)
        print(f"held {what} {who} {mode}", flush=True)
        return held

    @Slot("QString", result=QDBusObjectPath)
    def GetSession(self, name: str) -> QDBusObjectPath:
        """Its place."""
        return QDBusObjectPath(f"/org/freedesktop/login1/session/{name}")

    def _let_go(self) -> None:
        self._ends.setEnabled(False)
        print("let go", flush=True)


def main(address: str) -> None:
    """Be the system until the input ends."""
    application = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "system")
    for name in NAMES:
        assert bus.registerService(name), name
    manager = Manager()
    every = QDBusConnection.RegisterOption.ExportAllSlots
    assert bus.registerObject("/org/freedesktop/login1", manager, every)
    heard = os.fdopen(os.dup(sys.stdin.fileno()), "rb", buffering=0)  # a line is a line, also of two
    print("there", flush=True)

    def speak() -> None:
        line = heard.readline().decode().split()
        if not line:
            application.quit()
            return
        path, interface, name, kind, *values = line
        message = QDBusMessage.createSignal(path, interface, name)
        if kind == "bool":
            message.setArguments([values[0] == "true"])
        elif kind == "changed":
            message.setArguments([values[0], {values[1]: values[2] == "true"}, [""]])
        bus.send(message)

    hears = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    hears.activated.connect(lambda *_: speak())
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
