"""What is printed by CUPS is asked where CUPS is."""

from tests.ui.paper.print_server import prints_by_cups

collect_ignore = [] if prints_by_cups() else ["test_print_process.py"]
