"""Pages to bytes: rendering with all cores, writing beside the last good output, and the swap."""
