"""Fields that know the notebook."""
