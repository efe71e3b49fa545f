"""Generated case notes with the truth about every piece of personal data in them.

>>> from benchmarks.case_notes import notes
>>> for note in notes("development", 1000, seed=7):
...     print(note.text, note.truths)

The splits (folders in `splits/`) share no name, no template and no red herring. `development`,
`held_out`, `fresh`, `validation` and `trial` are open to whoever works on the scanner; all but the first were
blind until the scanner was repaired after what they showed. `test` was written by somebody who had not
read the scanner, with other origins, layouts and registers, and was asked about once, when the scanner
was finished: the published numbers come from it. Who repairs the scanner after reading them needs
another split.

Provenance
----------
The people do not exist. Given and family names were written down for this corpus from general
knowledge of which names are common among people of an origin, and were put together by chance; no
list, no leak, no other data set was used. Identifiers are fictional by construction (`values.py`
here and in each split says how, one by one). Notes, streets, camps' blocks and organisations are invented; towns,
countries, hospitals' patrons and the like are named as any clerk would name them. Somebody who bears
one of these names has nothing to do with what is said there.
"""

from benchmarks.case_notes.corpus import SPLITS, notes
from benchmarks.case_notes.truth import Note, Truth

__all__ = ["SPLITS", "Note", "Truth", "notes"]
