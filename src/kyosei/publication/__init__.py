"""The law as web pages: a page a norm, made from its tree alone, in every language, the same bytes every time.

Other floors use `site.pages_of` and `site.write_pages`, `cases.read_cases` and
`paraphrases.read_paraphrases`.
"""
