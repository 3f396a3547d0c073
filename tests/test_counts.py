"""Counts over many bags encode as one bag does, and keep only what several organisations say."""

from collections import Counter
from itertools import repeat

import numpy as np
import pytest

from analyzer.judging.store import pack_terms, unpack_terms
from analyzer.learning.counts import Counts

BAGS = [Counter("ああいう"), Counter("いえ"), Counter(), Counter("うえおお"), Counter("あう")]
GROUPS = ["a", "a", "b", "b", "c"]


def test_terms_of_one_organisation_alone_are_not_learnt() -> None:
    assert list(Counts.of(BAGS).vocabulary(GROUPS, 2).columns) == ["あ", "う", "え"]
    assert list(Counts.of(BAGS).vocabulary(GROUPS, 1).columns) == list("あいうえお")


@pytest.mark.parametrize("least", [1, 2])
def test_the_table_holds_what_the_vocabulary_gives_for_each_bag(least: int) -> None:
    counts = Counts.of(BAGS)
    vocabulary = counts.vocabulary(GROUPS, least)
    table = counts.encoded(vocabulary).toarray()
    for row, bag in zip(table, BAGS, strict=True):
        columns, values = vocabulary.encode(bag)
        single = np.zeros(len(vocabulary.columns))
        single[columns] = values
        assert row == pytest.approx(single)


def test_rows_and_left_out_terms() -> None:
    counts = Counts.of(BAGS)
    assert counts.rows(np.array([3, 0])).table.toarray().tolist() == counts.table.toarray()[[3, 0]].tolist()
    without = counts.without(lambda term, bag: term == "あ" or bag == 3)
    assert without.table.sum() == sum(n for at, bag in enumerate(BAGS) for term, n in bag.items() if term != "あ" and at != 3)


def test_a_term_is_found_alike_by_search_and_in_the_table() -> None:
    terms = sorted({f"{first}{second}" for first in "あいうえお漢" for second in "かきくけこ字"})
    asked = [*terms[::5], "", "あ", "お漢", "ん"]
    found = unpack_terms(pack_terms(terms))
    places = [list(map(found.get, asked, repeat(-1))) for _ in range(3)]
    assert places == 3 * [[terms.index(term) if term in terms else -1 for term in asked]]
    assert dict(found) == {term: at for at, term in enumerate(terms)}
    assert unpack_terms(pack_terms([])).get("あ", -1) == -1
