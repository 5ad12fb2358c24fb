"""Forms, lists and services as data: decoding the resources and walking a form."""
