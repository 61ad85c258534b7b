"""How fast a build is, as a ratio to stock Pelican on the same texts in the same run."""
