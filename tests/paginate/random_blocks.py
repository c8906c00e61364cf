"""Blocks of documents by chance."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from hornbook.plan.document import (
    AnswerLines,
    Block,
    Card,
    ColumnFlow,
    Heading,
    Keep,
    ListBlock,
    ListItem,
    PageBreak,
    Side,
    TableBlock,
    Words,
)
from hornbook.source.runs import Run

WORD = st.sampled_from(["river", "spring", "a", "sediment", "sea", "flows", "wellknown", "2,300", "mouth"])
RUNS = st.lists(WORD, min_size=1, max_size=60).map(lambda words: (Run(" ".join(words)),))
SHORT = st.lists(WORD, min_size=1, max_size=6).map(lambda words: (Run(" ".join(words)),))
PLAIN = st.one_of(
    RUNS.map(Words),
    st.builds(Heading, st.sampled_from([2, 3, 4]), SHORT),
    st.builds(AnswerLines, st.integers(1, 12)),
    st.lists(st.builds(ListItem, SHORT, lines=st.integers(0, 3)), min_size=1, max_size=6).map(
        lambda items: ListBlock(tuple(items), "number")
    ),
    st.lists(st.tuples(SHORT, RUNS), min_size=1, max_size=8).map(
        lambda rows: TableBlock(((Run("Name"),), (Run("Words"),)), tuple(rows))
    ),
)
INNER = st.lists(PLAIN, min_size=1, max_size=4).map(tuple)


def blocks_with(stack: SearchStrategy[tuple[Block, ...]]) -> SearchStrategy[Block]:
    """Any block that flows; `stack` is what stands on either side of one that is divided."""
    return st.one_of(
        PLAIN,
        st.builds(Side, stack, stack, st.sampled_from([0.3, 0.5])),
        st.builds(Card, INNER, st.sampled_from(["mist", "outline", "light"])),
        st.builds(ColumnFlow, INNER, st.sampled_from([2])),
        st.builds(Keep, INNER),
        st.just(PageBreak()),
    )
