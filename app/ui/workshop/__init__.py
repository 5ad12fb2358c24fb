"""The workshop of a unit: what its pages for lists, forms, letters and services are made of."""
