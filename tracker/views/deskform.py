"""The correction desk's widgets: what waits, and the form by which a person decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from tracker.desk import Decision, Desk, Outcome, shown
from tracker.errors import TrackerError
from tracker.events import active, value_of
from tracker.figures import words
from tracker.model import Article, Effect, Judgement, Kind, Status, Strike, Verdict, Weapon
from tracker.views import access, data, deskview, markup, side, state
from tracker.views.filters import FIRST_DAY

WAITING = 12
PAST = 50
NEAREST = 200
_SAID, _PROBLEM, _NAME = "desk.said", "desk.problem", "desk.name"
_CHOICES = {
    Verdict.ACCEPT: "Accept",
    Verdict.CORRECT: "Correct",
    Verdict.MERGE: "Merge",
    Verdict.SPLIT: "Split",
    Verdict.REJECT: "Reject",
    Verdict.RETRACT: "Retract",
}
_MEANS = {
    Verdict.ACCEPT: "It is right as it stands.",
    Verdict.CORRECT: "One value is wrong.",
    Verdict.MERGE: "It is the same attack as another strike.",
    Verdict.SPLIT: "Some of its reports are of another attack.",
    Verdict.REJECT: "It is no strike: its reports were misread. They stay in the store.",
    Verdict.RETRACT: "Its source withdrew it. The reports stay in the store.",
}
_DATES = "dates"
_FIELDS = {
    **{field: label for field, label in deskview.LABELS.items() if not field.startswith("date_")},
    _DATES: "Dates",
}
_ORDER = ("weapons", "effects", "status", _DATES, "facility_id", "place", "kind", "attacker", "name")


def queue(waiting: Sequence[Strike], opened: Strike | None) -> None:
    """The strikes that wait, as buttons that open them."""
    st.html(markup.heading("Waiting", f"{min(len(waiting), WAITING)} of {len(waiting):,}"))
    place = st.container(gap=None, key="list")
    for strike in waiting[:WAITING]:
        mark = "▸ " if opened and strike.id == opened.id else ""
        label = f"{strike.confidence:.2f}  {words.when(strike.when)}  {words.where(strike)}"
        place.button(
            side.plain(mark + label), key=f"wait {strike.id}", on_click=state.change,
            kwargs={"strike": strike.id}, type="tertiary",
        )  # fmt: skip
    if not waiting:
        st.html(markup.line("Nothing here waits for a person.", "quiet"))


def said() -> None:
    """What the last decision did, once."""
    for key, style in ((_SAID, "notice"), (_PROBLEM, "problem")):
        text = st.session_state.pop(key, None)
        if text:
            st.html(markup.notice(text, style))


def form(strike: Strike, strikes: Sequence[Strike], articles: Mapping[str, Article]) -> None:
    """How a person decides over one strike."""
    refused = access.refusal()
    if refused:
        st.html(markup.notice(refused))
        return
    kinds = [kind for kind in _CHOICES if kind is not Verdict.SPLIT or len(strike.reports) > 1]
    kind = st.radio(
        "Decide", kinds, format_func=_CHOICES.__getitem__, horizontal=True, key=_key("kind", strike)
    )
    st.html(markup.line(_MEANS[kind], "quiet"))
    field = None
    if kind is Verdict.CORRECT:
        field = st.selectbox("Value", _ORDER, format_func=_FIELDS.__getitem__, key=_key("field", strike))
    with st.form(f"desk.form {kind}", border=False):
        if field is not None:
            _value_widget(field, strike, strikes)
        elif kind is Verdict.MERGE:
            st.selectbox(
                "The other strike", [other.id for other in _nearest(strike, strikes)], index=None,
                format_func=_labels(strikes).__getitem__, key=_key("other", strike),
                placeholder="Same place and nearest days first",
            )  # fmt: skip
        elif kind is Verdict.SPLIT:
            numbers = {
                n: deskview.report_label(n, r, articles) for n, r in enumerate(strike.reports, start=1)
            }
            st.multiselect(
                "Reports to take out",
                list(numbers),
                format_func=numbers.__getitem__,
                key=_key("apart", strike),
            )
        _who_and_why(kind, strike.id)
        st.form_submit_button(
            _button(kind, field), type="primary", on_click=_submit, args=(kind, strike, field)
        )


def past(found: Desk, opened: Strike | None) -> None:
    """What people decided, the newest first, and the form that takes one judgement back."""
    if not found.judgements:
        return
    kept = active(found.judgements)
    with st.expander("What people decided"):
        newest = found.judgements[-PAST:]
        st.html(deskview.judgements(newest, frozenset(j.id for j in kept), with_ids=True))
        if access.refusal() or not kept:
            return
        own = {j.id for j in found.of(opened)} if opened else set()
        ordered = sorted(kept, key=lambda j: (j.id not in own, -j.id))
        labels = {j.id: deskview.judgement(j) for j in ordered}
        with st.form("desk.undo", border=False):
            st.selectbox("Judgement to undo", list(labels), format_func=labels.__getitem__, key="desk.undoes")
            _who_and_why(Verdict.UNDO, "undo")
            st.form_submit_button("Undo this judgement", on_click=_undo)


def _value_widget(field: str, strike: Strike, strikes: Sequence[Strike]) -> None:
    key = _key(field, strike)
    known = value_of(strike, field) if field != _DATES else None
    label = _FIELDS[field]
    choices: dict[str, tuple[Sequence[Any], Callable[[Any], str]]] = {
        "kind": (list(Kind), words.kind), "status": (list(Status), words.status),
        "weapons": (list(Weapon), words.weapon), "effects": (list(Effect), words.effect),
        "attacker": (sorted({"UA", "RU", "unknown", *(s.attacker for s in strikes)}), words.country),
        "facility_id": facilities(),
    }  # fmt: skip
    if field == _DATES:
        for end in ("date_start", "date_end"):
            st.date_input(
                deskview.LABELS[end], value=value_of(strike, end), min_value=FIRST_DAY,
                max_value=max(filter(None, (data.today(), strike.when.end))), format="YYYY-MM-DD",
                key=_key(end, strike), help="Empty: not known",
            )  # fmt: skip
    elif field in ("weapons", "effects"):
        options, word = choices[field]
        st.multiselect(
            label, options, default=list(known or ()), format_func=word, key=key, placeholder="Not known"
        )
    elif field in choices:
        options, word = choices[field]
        index = options.index(known) if known in options else None
        st.selectbox(label, options, index=index, format_func=word, key=key)
    else:
        hint = "Town, Region or Town, CC with a country's code" if field == "place" else None
        st.text_input(label, value=shown(known), key=key, help=hint, max_chars=200)


def facilities() -> tuple[Sequence[str], Callable[[str], str]]:
    """The ids of all facilities to choose from, by name, and the label of each."""
    known = data.facts().gazetteer.facilities
    ids = sorted(
        (key for key, item in known.items() if not item.replaced_by), key=lambda key: known[key].name
    )
    return ids, lambda key: f"{known[key].name} ({words.country(known[key].country)})"


def _nearest(strike: Strike, strikes: Sequence[Strike]) -> list[Strike]:
    def away(other: Strike) -> tuple[bool, int, str]:
        here, there = strike.when.start, other.when.start
        days = abs((here - there).days) if here and there else date.max.toordinal()
        return not side.same_place(strike, other), days, other.id

    return sorted((other for other in strikes if other.id != strike.id), key=away)[:NEAREST]


def _labels(strikes: Sequence[Strike]) -> dict[str, str]:
    return {strike.id: f"{words.when(strike.when)}  {words.located(strike)}" for strike in strikes}


def _who_and_why(kind: Verdict, owner: str) -> None:
    left, right = st.columns([1, 2])
    left.text_input(
        "Your name", value=st.session_state.get(_NAME, ""), key=f"desk.who {owner}", max_chars=100
    )
    needed = "Reason (may stay empty)" if kind is Verdict.ACCEPT else "Reason"
    right.text_input(needed, key=f"desk.why {owner}", max_chars=1000)


def _button(kind: Verdict, field: str | None) -> str:
    if field:
        return f"Set {_FIELDS[field].lower()}"
    return {
        Verdict.ACCEPT: "Accept this strike", Verdict.MERGE: "Merge the two strikes",
        Verdict.SPLIT: "Take these reports out", Verdict.REJECT: "Reject this strike",
        Verdict.RETRACT: "Retract this strike",
    }[kind]  # fmt: skip


def _key(name: str, strike: Strike) -> str:
    return f"desk.{name} {strike.id}"


def _submit(kind: Verdict, strike: Strike, field: str | None) -> None:
    """Callback: decides with what stands in the widgets now."""
    values: tuple[tuple[str, str], ...] = ()
    if field:
        fields = ("date_start", "date_end") if field == _DATES else (field,)
        values = tuple((name, shown(st.session_state.get(_key(name, strike)))) for name in fields)
    who, why = _signed(strike.id)
    decision = Decision(
        kind=kind, who=who, why=why, strike=strike.id, values=values,
        other=st.session_state.get(_key("other", strike)) or "",
        apart=tuple(st.session_state.get(_key("apart", strike)) or ()),
    )  # fmt: skip
    outcome = _decide(decision, strike.id)
    if outcome is None:
        return
    stays = kind in (Verdict.CORRECT, Verdict.MERGE, Verdict.SPLIT) and outcome.after
    state.change(strike=max(outcome.after, key=lambda s: len(s.reports)).id if stays else "")


def _undo() -> None:
    who, why = _signed("undo")
    number: int | None = st.session_state.get("desk.undoes")
    outcome = _decide(Decision(kind=Verdict.UNDO, who=who, why=why, undoes=number), "undo")
    if outcome and outcome.after:
        state.change(strike=outcome.after[0].id)


def _signed(owner: str) -> tuple[str, str]:
    """Who decides and why, as the form of a strike or of the undoing says."""
    who, why = (str(st.session_state.get(f"desk.{name} {owner}") or "") for name in ("who", "why"))
    return who, why


def _decide(decision: Decision, owner: str) -> Outcome | None:
    """Decides and says so, or says what is wrong with the decision."""
    refused = access.refusal()
    try:
        outcome = None if refused else data.decide(decision)
    except TrackerError as error:
        refused, outcome = str(error), None
    if outcome is None:
        st.session_state[_PROBLEM] = refused
        return None
    st.session_state[_NAME] = decision.who
    st.session_state[f"desk.why {owner}"] = ""
    st.session_state[_SAID] = told(decision, outcome)
    return outcome


def told(decision: Decision, outcome: Outcome) -> str:
    """What a decision did, in a sentence or two."""
    number = f"Judgement {', '.join(map(str, outcome.ids))}"
    before = " and ".join(words.where(strike) for strike in outcome.before) or "what had left the strikes"
    if decision.kind is Verdict.CORRECT:
        changed = [
            f"{deskview.LABELS[name].lower()} was {deskview.value(name, was)}, is {deskview.value(name, now)}"
            for was, now in zip(outcome.before[:1], outcome.after[:1], strict=False)
            for name, _ in decision.values
        ]
        return f"{number}: {before}; {'; '.join(changed)}."
    if decision.kind is Verdict.ACCEPT:
        return f"{number}: accepted {before}."
    after = words.count(len(outcome.after), "strike")
    left = "no strike is left of it; its reports stay in the store" if not outcome.after else f"now {after}"
    return f"{number}: {deskview.VERDICTS[decision.kind].split()[0]} {before}; {left}."


def judgements_of(found: Desk, items: Sequence[Judgement]) -> str:
    """Some judgements as HTML, undone ones marked."""
    return deskview.judgements(items, frozenset(j.id for j in active(found.judgements)), with_ids=False)
