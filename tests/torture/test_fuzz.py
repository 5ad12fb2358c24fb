"""Twenty times as many hostile packages as on other days."""

from pathlib import Path

from app.frameworks.library import Library
from tests.exchange.package import fuzzing


def test_a_hundred_thousand(library: Library, tmp_path: Path) -> None:
    """None taken that nobody signed, none crashing, none above 5 s or 512 MB; the seed is told."""
    seed = fuzzing.seed()
    print(f"\nfuzz of packages: {fuzzing.SEED}={seed}, what fails is kept in {tmp_path}")
    said = fuzzing.run(range(seed, seed + 100_000), library=library, found=tmp_path)
    print("\n".join(f"{n:8}  {what}" for what, n in said.most_common()))
    assert sum(said.values()) >= 100_000
