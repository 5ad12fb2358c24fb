"""What a person types, understood: dates, times, durations, amounts and words. No window here."""


class NotUnderstood(ValueError):
    """What was typed cannot be understood; it says nothing of what it was."""

    def __init__(self) -> None:
        super().__init__("not understood")
