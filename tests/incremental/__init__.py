"""A build that goes on from an earlier one gives what a build from nothing gives, whatever happened in between."""
