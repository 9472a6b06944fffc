"""Who is who: identifiers of institutions, candidates for links, links as statements, pairwise pseudonyms.

Other floors use `identifiers`, `individual_number` (what is never kept), `forms`, `names`, `candidates`, `links` and
`persons` (who is one person as known at an instant), `person_case` (their records), `pseudonyms`.
"""
