"""Linux: the session is locked, somebody else takes the screen, the computer goes to sleep."""

import os
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusUnixFileDescriptor

_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
_SAVERS = {  # who says on which desktop that the screen is locked
    "org.freedesktop.ScreenSaver": ("/org/freedesktop/ScreenSaver", "/ScreenSaver"),
    "org.gnome.ScreenSaver": ("/org/gnome/ScreenSaver",),
    "org.cinnamon.ScreenSaver": ("/org/cinnamon/ScreenSaver",),
    "org.mate.ScreenSaver": ("/org/mate/ScreenSaver",),
    "org.xfce.ScreenSaver": ("/org/xfce/ScreenSaver",),
}
_PATIENCE_MS = 500


class SessionLinux(QObject):
    """`left` when the person has left the session; where there is no bus nothing is ever said.

    While it is looked after, sleep waits for a moment until the notebook is closed (`let_sleep`).
    """

    left = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        system: QDBusConnection | None = None,
        session: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        self._system = system or QDBusConnection.systemBus()
        self._session = session or QDBusConnection.sessionBus()
        self._holding: QDBusUnixFileDescriptor | None = None
        if self._system.isConnected():
            self._listen(self._system, _LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", "_sleeps(bool)")
            own = self._own_session()  # where it is not known, any session's: once too often is safe
            self._listen(self._system, _LOGIN, own, _SESSION, "Lock", "_is_locked()")
            self._listen(
                self._system, _LOGIN, own, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                "_changed(QString,QVariantMap,QStringList)",
            )  # fmt: skip
        if self._session.isConnected():
            for saver, places in _SAVERS.items():
                for place in places:
                    self._listen(self._session, saver, place, saver, "ActiveChanged", "_saves(bool)")

    def delay_sleep(self) -> None:
        """Ask the computer to say before it sleeps, and to wait until the notebook is closed."""
        if self._holding is not None or not self._system.isConnected():
            return
        manager = self._interface(_LOGIN_PATH, _MANAGER)
        answer = manager.call("Inhibit", "sleep", "Carnet", "The notebook is being closed", "delay")
        granted = answer.arguments()[0] if answer.type() == QDBusMessage.MessageType.ReplyMessage else None
        if isinstance(granted, QDBusUnixFileDescriptor) and granted.isValid():
            self._holding = granted

    def let_sleep(self) -> None:
        """The notebook is closed: sleep well."""
        self._holding = None  # it is held for as long as anybody has the descriptor

    @Slot(bool)
    def _sleeps(self, begins: bool) -> None:
        if begins:
            self.left.emit()

    @Slot()
    def _is_locked(self) -> None:
        self.left.emit()

    @Slot(bool)
    def _saves(self, active: bool) -> None:
        if active:
            self.left.emit()

    @Slot("QString", "QVariantMap", "QStringList")
    def _changed(self, interface: str, changed: dict[str, Any], _: list[str]) -> None:
        """Somebody else is at the screen when our session is not the active one any more."""
        if interface == _SESSION and (changed.get("Active") is False or changed.get("LockedHint") is True):
            self.left.emit()

    def _own_session(self) -> str:
        manager, name = self._interface(_LOGIN_PATH, _MANAGER), os.environ.get("XDG_SESSION_ID", "")
        answer = manager.call("GetSession", name) if name else manager.call("GetSessionByPID", os.getpid())
        if answer.type() != QDBusMessage.MessageType.ReplyMessage:
            return ""
        return str(answer.arguments()[0].path())

    def _interface(self, path: str, name: str) -> QDBusInterface:
        interface = QDBusInterface(_LOGIN, path, name, self._system)
        interface.setTimeout(_PATIENCE_MS)
        return interface

    def _listen(
        self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str
    ) -> None:
        # its types ask for bytes, which it refuses
        bus.connect(service, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]
