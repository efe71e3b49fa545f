"""Generated case notes with the truth about every piece of personal data in them.

>>> from benchmarks.case_notes import notes
>>> for note in notes("development", 1000, seed=7):
...     print(note.text, note.truths)

Three splits share no name, no template and no red herring. `development` is open to whoever works on
the scanner. `held_out` (the files `held_out_*.py`) is read by nobody who does, but its numbers were
looked at again and again while the scanner was repaired, so that it is no longer a test of anything
unseen. `fresh` (the files `fresh_*.py`) was written last, by somebody who had not read the scanner, with
other origins, layouts and registers; the scanner was asked about it once, when it was finished: the
published numbers come from it. Who repairs the scanner after reading them needs a fourth split.

Provenance
----------
The people do not exist. Given and family names were written down for this corpus from general
knowledge of which names are common among people of an origin, and were put together by chance; no
list, no leak, no other data set was used. Identifiers are fictional by construction (`values.py`
and `fresh_values.py` say how, one by one). Notes, streets, camps' blocks and organisations are invented; towns,
countries, hospitals' patrons and the like are named as any clerk would name them. Somebody who bears
one of these names has nothing to do with what is said there.
"""

from benchmarks.case_notes.corpus import SPLITS, notes
from benchmarks.case_notes.truth import Note, Truth

__all__ = ["SPLITS", "Note", "Truth", "notes"]
