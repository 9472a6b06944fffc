"""Who is who: identifiers of institutions, candidates for links, who links join, pairwise pseudonyms.

Other floors use `identifiers`, `forms`, `names`, `candidates`, `persons` (who is one person as known at an instant),
`person_case` (their records), `reach` (whom links join to a local id), `from_journal` (both out of the journal),
`pseudonyms`. What a link is: `facts.links`.
"""
