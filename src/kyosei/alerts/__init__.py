"""From cases to notices and back: who is told of a case, and from which receipt its time counts.

Other floors use `telling` (posts the notices of cases), `retelling` (who relied on an answer that is another
now is told), `arriving` (receipts become acts), `following` (all of it in one go).
"""
