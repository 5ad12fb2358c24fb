"""From a phrase to a key."""

import subprocess
import sys
import textwrap

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.security.passphrase import CEILING, DEFAULT, FLOOR, Cost, calibrate, derive


def test_derivation_is_frozen(vectors):
    """A phrase opens in ten years what it closed today."""
    for vector in vectors["passphrase"]:
        cost = Cost(memory_kib=vector["memory_kib"], iterations=vector["iterations"], lanes=vector["lanes"])
        key = derive(passphrase=vector["passphrase"], salt=bytes.fromhex(vector["salt"]), cost=cost)
        assert key.hex() == vector["key"]


def test_accents_typed_either_way_are_the_same_phrase():
    """One system writes é as one character, another as two: the key is the same."""
    composed, apart = "déjà", "de\u0301ja\u0300"
    assert composed != apart
    salt = bytes(16)
    assert derive(passphrase=composed, salt=salt, cost=FLOOR) == derive(
        passphrase=apart, salt=salt, cost=FLOOR
    )


def test_half_a_character_never_quotes_the_phrase():
    """A lone surrogate gives a key, not an error that carries the phrase."""
    assert len(derive(passphrase="marqueur \ud800", salt=bytes(16), cost=FLOOR)) == 32


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("memory_kib", FLOOR.memory_kib - 1),
        ("memory_kib", CEILING.memory_kib + 1),
        ("memory_kib", 2**62),
        ("memory_kib", -1),
        ("iterations", FLOOR.iterations - 1),
        ("iterations", CEILING.iterations + 1),
        ("iterations", 2**40),
        ("lanes", 0),
        ("lanes", CEILING.lanes + 1),
    ],
)
def test_a_cost_outside_the_bounds_is_never_derived(field, value):
    """Neither a weak cost nor one that would exhaust the machine is ever tried."""
    cost = msgspec.structs.replace(DEFAULT, **{field: value})
    assert not cost.allowed
    with pytest.raises(ValueError, match="outside what is allowed"):
        derive(passphrase="peu importe", salt=bytes(16), cost=cost)


def test_the_named_costs_are_allowed():
    """Floor, default and ceiling are inside the bounds they draw."""
    assert FLOOR.allowed
    assert DEFAULT.allowed
    assert CEILING.allowed


@given(seconds=st.floats(0.01, 60))
def test_calibration_aims_at_a_second_within_the_bounds(seconds):
    """On a faster or slower machine the cost takes 0.7 to 1.2 s, unless a bound is reached."""
    cost = calibrate(measure=lambda _: seconds)
    assert cost.allowed
    predicted = seconds * cost.memory_kib * cost.iterations / (DEFAULT.memory_kib * DEFAULT.iterations)
    if predicted > 1.21:
        assert (cost.memory_kib, cost.iterations) == (FLOOR.memory_kib, FLOOR.iterations)
    if predicted < 0.69:
        assert (cost.memory_kib, cost.iterations) == (CEILING.memory_kib, CEILING.iterations)


def test_a_busy_moment_does_not_weaken_a_notebook():
    """When the first measure is slow, the machine gets a second chance."""
    measures = iter([4.0, 0.9])
    assert calibrate(measure=lambda _: next(measures)) == DEFAULT


def test_calibration_measures_this_machine():
    """Without anything given, the cost is one this machine was timed for."""
    assert calibrate().allowed


def test_too_little_memory_is_a_failure_with_a_sentence():
    """Where memory lacks, creation falls back to the floor and opening says so in words."""
    script = """
        import resource
        from app.errors import MemoryShort
        from app.security.passphrase import DEFAULT, FLOOR, calibrate, derive
        used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        limit = used + 120 * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        cost = calibrate()
        assert (cost.memory_kib, cost.iterations) == (FLOOR.memory_kib, FLOOR.iterations), cost
        try:
            derive(passphrase="marqueur", salt=bytes(16), cost=DEFAULT)
        except MemoryShort as error:
            assert "marqueur" not in repr(error)
            print("said")
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "said", done.stderr
