"""Who takes part, a module each; every.py has them all. A build of ours loads two of them, so here is nothing that takes time."""
