"""Pictures and PDFs kept with a record."""
