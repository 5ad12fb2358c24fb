"""Paper: any form, blank or filled, from loaded records; it never opens the notebook."""
