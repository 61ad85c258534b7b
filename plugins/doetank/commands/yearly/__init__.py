"""The steps of the yearly lessons, one module each, all with `run(work)`; report.py offers them."""
