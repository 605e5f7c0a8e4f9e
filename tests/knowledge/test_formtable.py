"""The forms of names are inflected once, and again when names or rules change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tracker.knowledge import formtable, knowledge
from tracker.knowledge.gazetteer import Alias, Gazetteer


@pytest.fixture
def small() -> Gazetteer:
    facilities = {
        key: knowledge().gazetteer.facilities[key] for key in ("ryazan-refinery", "saratov-refinery")
    }
    names = (
        Alias("ryazan-refinery", "Рязанский НПЗ", "ru", "name"),
        Alias("ryazan-refinery", "Рязань", "ru", "short"),
        Alias("saratov-refinery", "szaratovi finomító", "hu", "name"),
    )
    return Gazetteer(facilities, names)


def found(gazetteer: Gazetteer, folder: Path) -> dict[str, formtable.Form]:
    return {form.form: form for form in formtable.open_forms(gazetteer, folder)}


def test_every_form_knows_its_facility_and_how_it_links(small: Gazetteer, tmp_path: Path) -> None:
    forms = found(small, tmp_path)
    assert forms["рязанского нпз"] == formtable.Form("рязанского нпз", ("ryazan-refinery",), True, False)
    assert not forms["рязани"].alone
    assert forms["szaratovi finomítót"].small


def test_the_forms_are_inflected_once(
    small: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = found(small, tmp_path)
    monkeypatch.setattr(formtable, "forms", lambda *_: pytest.fail("inflected again"))
    assert found(small, tmp_path) == first
    assert len(list(tmp_path.iterdir())) == 1


def test_another_name_makes_another_table(small: Gazetteer, tmp_path: Path) -> None:
    found(small, tmp_path)
    more = (*small.aliases, Alias("saratov-refinery", "Саратовский НПЗ", "ru", "name"))
    assert "саратовского нпз" in found(replace(small, aliases=more), tmp_path)


def test_a_damaged_table_is_made_again(small: Gazetteer, tmp_path: Path) -> None:
    first = found(small, tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-20])
    assert found(small, tmp_path) == first
