"""People who decide are numbered in an order that says nothing."""

from audit.measures._pseudonyms import pseudonyms


def test_numbers_follow_no_name_and_stay_the_same():
    names = pseudonyms([f"judge {letter}" for letter in "abcdefghijkl"] + [None], seed=3)
    assert set(names.values()) == {f"reviewer {i:02d}" for i in range(1, 13)}
    assert list(names) != sorted(names)
    assert names == pseudonyms(reversed([*names]), seed=3)
    assert names != pseudonyms(names, seed=4)
    assert None not in names
