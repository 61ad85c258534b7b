"""Mends in a record's file what is certain, and never what it says."""
