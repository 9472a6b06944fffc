"""The algebra of timelines: step functions of days, their operators, and the one machine that runs them.

Nothing is imported here: a folder that only needs the days or the truths does not pay for the kernels. Other floors use
`days` (day numbers), `truth` (three truths with causes), `program` (operators and the flat program) and
`machine` (running a program over subjects).
"""
