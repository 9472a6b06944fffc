"""Benchmarks: speed as figures and as ratios against the naive interpreter, taken in one run."""
