"""A record that somebody begins on their own machine: asked, judged and named before it is written."""
