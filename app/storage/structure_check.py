"""The check of tables and indexes, which stops as soon as anybody wants to write."""

from pathlib import Path
from threading import Event

from app.errors import NotebookDamaged, NotebookMissing
from app.storage.engine import Engine, Interrupted


class StructureCheck:
    """One check of the files given with their keys. Reading only, without looking at what they say."""

    def __init__(self, files: dict[Path, bytes]) -> None:
        self._files, self._stop = files, Event()
        self._engine: Engine | None = None

    def run(self) -> list[str]:
        """Short codes, none when all is well. Interrupted when it was stopped."""
        problems: list[str] = []
        for path, key in self._files.items():
            try:
                self._engine = engine = Engine.open(path, key, read_only=True)
            except (NotebookDamaged, NotebookMissing) as error:
                problems.append(f"{path.stem}: {type(error).__name__}")
                continue
            try:
                if self._stop.is_set():
                    raise Interrupted
                problems += [f"{path.stem}: {problem}" for problem in engine.structure_damage()]
            finally:
                self._engine = None
                engine.close()
        return problems

    def stop(self) -> None:
        """From another thread; harmless when nothing runs. Said too early it is not heard: say it again."""
        self._stop.set()
        if engine := self._engine:
            engine.interrupt()
