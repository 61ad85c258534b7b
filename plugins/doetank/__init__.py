"""Records of what was learned by trying, turned into a linked site. Read pipeline.py first."""
