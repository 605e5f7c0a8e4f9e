from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.model import Article
from tracker.sources import KINDS, Failure, read_bytes

RECORDED = Path(__file__).parents[1] / "data" / "sources"

payloads = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text("<>/=\"'ahtmlscrip &;#x{}[]:,0\n", max_size=200).map(str.encode),
)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=80, deadline=None)
@given(payload=payloads)
def test_no_bytes_raise_and_every_answer_can_be_printed_and_stored(kind: str, payload: bytes) -> None:
    for found in read_bytes(f"a{kind}", payload, max_bytes=300):
        if isinstance(found, Failure):
            assert str(found).isprintable()
            assert found.where.startswith("a.")
            assert found.what
            assert found.remedy
        else:
            assert isinstance(found, Article)
            assert found.text.strip()
            assert len(found.text.encode()) <= 300
            assert "\0" not in found.text
            (found.id + (found.title or "") + (found.publisher or "")).encode()


@pytest.mark.parametrize("path", sorted(RECORDED.iterdir()), ids=lambda path: path.name)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_no_damage_to_a_good_file_raises(path: Path, data: st.DataObject) -> None:
    payload = bytearray(path.read_bytes())
    places = st.lists(st.tuples(st.integers(0, len(payload) - 1), st.integers(0, 255)), max_size=8)
    for place, byte in data.draw(places):
        payload[place] = byte
    cut = data.draw(st.integers(0, len(payload)))
    assert all(isinstance(found, Article | Failure) for found in read_bytes(path.name, bytes(payload[:cut])))
