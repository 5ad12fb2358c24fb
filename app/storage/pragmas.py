"""What is settled on every connection, whoever opens it; security.md A6 measured why.

`FREED_MEMORY` comes before the key does, so that what holds the key is locked in memory and wiped too.
"""

FREED_MEMORY = "cipher_memory_security = ON"
SETTLED = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -16000",
    "synchronous = EXTRA",
)
