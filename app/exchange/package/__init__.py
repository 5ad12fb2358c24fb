"""The sealed letter between two notebooks; docs/transfer-format.md describes it byte by byte."""
