"""Checks that need all records, one module a rule. Each takes what was parsed and yields Problems."""
