"""The texts of the laws at hand: finding a cited provision in them, and telling whether it still reads as when it was read.

Other floors use `texts.read_texts`, `checking.check_citations`, `readings` and `sources.LegalSources`. The text of a statute
is read from a folder and never kept.
"""
