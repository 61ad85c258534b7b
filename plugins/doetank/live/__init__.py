"""The site while it is written: a server and a watcher, which outlive the builder, a program of its own."""
