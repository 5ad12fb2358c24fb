"""One record in two versions, until somebody decides."""
