"""How tellings become stays, transfers, events and contradictions; the people are invented."""

import pytest

from graph.claim import Kind, Polarity, Told
from graph.clearance import Clearance
from graph.document import Text
from graph.event import ContradictionType, HopKind, Stay
from graph.grade import Grade
from graph.judgement import Verdict
from graph.knowledge import Knowledge
from graph.period import iso
from tests.graph.fold.story import Story


class Case:
    """One person, some facilities, one document after another."""

    def __init__(self) -> None:
        self.story = Story()
        self.text: Text = self.story.document("first")
        self.who = self.story.mention(self.text, Kind.PERSON, "Taras Invented")
        self.places = {n: self.story.mention(self.text, Kind.FACILITY, n) for n in "ABC"}

    def held(self, at: str, when: str, **more: object) -> str:
        return self.story.say(
            self.text, None, "held_at", who=self.who, at=self.places[at], when=when, **more
        )

    def moved(self, origin: str | None, destination: str | None, when: str) -> str:
        ends = {"from_": origin, "to": destination}
        roles = {role: self.places[end] for role, end in ends.items() if end is not None}
        return self.story.say(self.text, None, "moved", who=self.who, when=when, **roles)

    @property
    def seen(self) -> Knowledge:
        return self.story.read_by(Clearance.PUBLIC)


@pytest.fixture
def case() -> Case:
    return Case()


def shown(stay: Stay) -> list[tuple[str, ...]]:
    return [
        tuple(iso(d) for d in (b.start.lo, b.start.hi, b.end.lo, b.end.hi)) for b in stay.bounds
    ]


def test_sightings_a_month_apart_are_one_stay_by_assumption(case: Case) -> None:
    case.held("A", "2022-05-10")
    case.held("A", "2022-06-10")
    (stay,) = case.seen.stays.values()
    assert stay.assumed
    assert shown(stay) == [("..", "2022-05-10", "2022-06-10", "..")]


def test_each_end_of_a_stay_rests_on_the_claims_that_date_it(case: Case) -> None:
    came = case.moved("B", "A", "2022-05-01")
    vague = case.held("A", "[2022-04-20..2022-06-30]")
    seen = case.held("A", "2022-05-20")
    left = case.moved("A", "C", "2022-06-03/2022-06-05")
    (stay,) = [s for s in case.seen.stays.values() if s.kind is HopKind.ATTESTED]
    assert set(stay.support.claims) == {came, vague, seen, left}
    assert (stay.starts, stay.ends) == ((came,), (left,))


def test_each_end_of_a_transfer_rests_on_the_claims_that_date_it(case: Case) -> None:
    whole = case.moved("A", "B", "2024-10/2024-11")
    left = case.moved("A", None, "2024-10-02")
    came = case.moved(None, "B", "2024-11-08")
    (move,) = case.seen.transfers.values()
    assert set(move.support.claims) == {whole, left, came}
    assert (move.starts, move.ends) == ((left,), (came,))


def test_where_sources_agree_on_no_date_none_gives_it(case: Case) -> None:
    one, other = case.moved("A", "B", "2022-05-03"), case.moved("A", "B", "2022-06-28")
    case.story.judge(case.story.claims[one].subject, case.story.claims[other].subject)
    (move,) = case.seen.transfers.values()
    assert (move.starts, move.ends) == ((), ())


def test_sightings_a_year_apart_are_two_stays(case: Case) -> None:
    case.held("A", "2022-05-10")
    case.held("A", "2023-05-10")
    assert len(case.seen.stays) == 2


def test_a_presence_elsewhere_between_parts_what_the_assumption_would_join(case: Case) -> None:
    case.held("A", "2022-05-10")
    case.held("B", "2022-05-20")
    case.held("A", "2022-06-01")
    seen = case.seen
    assert len(seen.stays) == 3
    assert not seen.contradictions


def test_a_departure_between_parts_them_too(case: Case) -> None:
    case.held("A", "2022-05-10")
    case.moved("A", "B", "2022-05-15")
    case.held("A", "2022-06-01")
    at_a = [s for s in case.seen.stays.values() if case.seen.entities[s.at].label == "A"]
    assert len(at_a) == 2


def test_a_vague_sighting_joins_the_one_stay_that_it_touches(case: Case) -> None:
    case.held("A", "2022-05-01/2022-05-20")
    case.held("A", "[2022-05-15..2022-08-31]")
    (stay,) = case.seen.stays.values()
    assert len(stay.support.claims) == 2


def test_a_vague_sighting_that_touches_two_stays_is_one_of_these(case: Case) -> None:
    case.held("A", "2022-01-01/2022-02-01")
    case.held("A", "2022-10-01/2022-11-01")
    vague = case.held("A", "2022")
    seen = case.seen
    assert len(seen.stays) == 2
    (torn,) = seen.one_of
    assert torn.claim == vague
    assert set(torn.fits) == set(seen.stays)


def test_tellings_of_one_transfer_narrow_each_other(case: Case) -> None:
    case.moved("A", "B", "2022-05")
    case.moved("A", None, "[2022-05-20..2022-06-10]")
    (transfer,) = case.seen.transfers.values()
    (bounds,) = transfer.bounds
    assert (iso(bounds.start.lo), iso(bounds.start.hi)) == ("2022-05-20", "2022-05-31")


def shown_moves(seen: Knowledge) -> list[tuple[str, ...]]:
    return sorted(
        tuple(iso(d) for b in t.bounds for d in (b.start.lo, b.start.hi, b.end.lo, b.end.hi))
        for t in seen.transfers.values()
    )


def test_an_arrival_told_alone_is_that_of_the_journey_told_whole(case: Case) -> None:
    whole = case.moved("A", "B", "2024-10-03/2024-10-06")
    arrival = case.moved(None, "B", "[2024-10-05..2024-10-20]")
    seen = case.seen
    (transfer,) = seen.transfers.values()
    assert set(transfer.support.claims) == {whole, arrival}
    assert shown_moves(seen) == [("2024-10-03", "2024-10-03", "2024-10-06", "2024-10-06")]


def test_what_is_told_of_one_end_narrows_that_end(case: Case) -> None:
    case.moved("A", "B", "2024-10/2024-11")
    case.moved("A", None, "2024-10-02")
    case.moved(None, "B", "2024-11-08")
    assert shown_moves(case.seen) == [("2024-10-02", "2024-10-02", "2024-11-08", "2024-11-08")]


@pytest.mark.parametrize(
    ("end", "when"), [("B", "2024-10-07"), ("C", "2024-10-06"), ("B", "../2024-10-02")]
)
def test_another_arrival_is_not_that_of_the_journey(case: Case, end: str, when: str) -> None:
    case.moved("A", "B", "2024-10-03/2024-10-06")
    case.moved(None, end, when)
    assert len(case.seen.transfers) == 2


def test_an_arrival_at_a_place_that_may_be_the_same_is_that_arrival(case: Case) -> None:
    for name, town in (("S", "Taganrog SIZO-2"), ("T", "Таганрозьке СІЗО"), ("U", "SIZO-1")):
        case.places[name] = case.story.mention(case.text, Kind.FACILITY, town)
    case.moved("A", "S", "2024-10-03/2024-10-06")
    case.moved(None, "T", "2024-10")
    assert len(case.seen.transfers) == 1
    assert not case.seen.contradictions
    case.moved(None, "U", "2024-10")  # another number: another arrival
    assert len(case.seen.transfers) == 2


def test_nobody_is_moved_from_a_place_to_itself(case: Case) -> None:
    case.moved("A", None, "2024-10")
    case.moved(None, "A", "2024-10")
    assert len(case.seen.transfers) == 2


def test_a_departure_and_an_arrival_that_nobody_tells_whole_are_two(case: Case) -> None:
    case.moved("A", None, "2024-10-03")
    case.moved(None, "B", "2024-10-06")
    assert len(case.seen.transfers) == 2


def test_a_journey_that_fits_two_bridges_no_departure_and_arrival(case: Case) -> None:
    case.moved("A", None, "2024-10-03")
    case.moved(None, "B", "2024-11-06")
    case.moved(None, "B", "2024-11-12")
    vague = case.moved("A", "B", "2024-10/2024-11")
    seen = case.seen
    assert len(seen.transfers) == 3
    assert [o.claim for o in seen.one_of] == [vague]


def test_an_arrival_told_of_a_member_is_that_of_the_groups_journey(case: Case) -> None:
    story, group = case.story, case.story.mention(case.text, Kind.GROUP)
    story.say(case.text, case.who, "member_of", of=group)
    ends = {"from_": case.places["A"], "to": case.places["B"]}
    story.say(case.text, None, "moved", who=group, when="2024-10-03/2024-10-06", **ends)
    case.moved(None, "B", "2024-10-06")
    seen = case.seen
    assert not seen.shared.get(seen.entity_of[case.who])


def test_a_telling_that_fits_two_transfers_joins_and_bounds_neither(case: Case) -> None:
    case.moved("A", "B", "2022-05-03")
    case.moved("A", "B", "2022-05-28")
    vague = case.moved("A", "B", "2022-05")
    seen = case.seen
    assert len(seen.transfers) == 2
    assert [o.claim for o in seen.one_of] == [vague]


def test_people_can_join_what_dates_hold_apart_and_it_stays_an_alternative(case: Case) -> None:
    one, other = case.moved("A", "B", "2022-05-03"), case.moved("A", "B", "2022-06-28")
    claims = case.story.claims
    case.story.judge(claims[one].subject, claims[other].subject)
    seen = case.seen
    (transfer,) = seen.transfers.values()
    assert len(transfer.bounds) == 2
    assert transfer.support.grade is Grade.DISPUTED
    assert [c.type for c in seen.contradictions.values()] == [ContradictionType.DATES_DIFFER]


def test_people_can_part_what_dates_would_join(case: Case) -> None:
    one, other = case.moved("A", "B", "2022-05"), case.moved("A", "B", "2022-05-28")
    claims = case.story.claims
    case.story.judge(claims[one].subject, claims[other].subject, Verdict.DIFFERENT)
    assert len(case.seen.transfers) == 2


def test_two_places_on_one_day_contradict_and_are_disputed(case: Case) -> None:
    case.held("A", "2022-05-10")
    case.held("B", "2022-05-01/2022-05-31")
    seen = case.seen
    (problem,) = seen.contradictions.values()
    assert problem.type is ContradictionType.TWO_PLACES
    assert {s.support.grade for s in seen.stays.values()} == {Grade.DISPUTED}


def test_a_court_does_not_exclude_the_place_that_sent_them(case: Case) -> None:
    case.story.say(case.text, case.places["B"], "facility_type", value="court")
    case.held("A", "2022-05-01/2022-05-31")
    case.held("B", "2022-05-10")
    assert not case.seen.contradictions


def test_presence_after_death_contradicts(case: Case) -> None:
    case.story.say(case.text, None, "died", who=case.who, when="2022-05-10")
    case.held("A", "2022-06-01")
    (problem,) = case.seen.contradictions.values()
    assert problem.type is ContradictionType.AFTER_END


@pytest.mark.parametrize("later", ["exchanged", "captured", "released"])
def test_nothing_befalls_the_dead(case: Case, later: str) -> None:
    case.story.say(case.text, None, "died", who=case.who, when="2023-10")
    case.story.say(case.text, None, later, who=case.who, when="2024-12-30")
    case.story.say(case.text, None, "body_returned", who=case.who, when="2025-02")
    (problem,) = case.seen.contradictions.values()
    assert problem.type is ContradictionType.AFTER_END


def test_capture_again_after_an_exchange_does_not(case: Case) -> None:
    case.story.say(case.text, None, "exchanged", who=case.who, when="2022-05-10")
    case.story.say(case.text, None, "captured", who=case.who, when="2022-05-20")
    case.held("A", "2022-06-01")
    assert not case.seen.contradictions


def test_two_dates_of_death_are_one_death_and_a_contradiction(case: Case) -> None:
    case.story.say(case.text, None, "died", who=case.who, when="2024-10-14")
    case.story.say(case.text, None, "died", who=case.who, when="2024-10-19")
    seen = case.seen
    (death,) = seen.events.values()
    assert len(death.bounds) == 2
    assert [c.type for c in seen.contradictions.values()] == [ContradictionType.DATES_DIFFER]


def test_differing_numbers_of_one_facility_contradict(case: Case) -> None:
    for number in ("2", "3"):
        case.story.say(case.text, case.places["A"], "number", value=number)
    (problem,) = case.seen.contradictions.values()
    assert (problem.type, problem.property) == (ContradictionType.NUMBERS_DIFFER, "number")


def test_what_is_denied_planned_or_coerced_makes_no_history(case: Case) -> None:
    case.held("A", "2022-05-10", polarity=Polarity.PLANNED)
    case.held("A", "2022-05-10", polarity=Polarity.REFUSED)
    case.held("A", "2022-05-10", told=Told.COERCED)
    case.held("B", "2022-05-10", polarity=Polarity.DENIED)
    seen = case.seen
    assert not seen.stays
    assert not seen.contradictions


def test_a_denial_stands_against_what_it_denies(case: Case) -> None:
    case.held("A", "2022-05-10")
    case.held("A", "2022-05", polarity=Polarity.DENIED)
    seen = case.seen
    (problem,) = seen.contradictions.values()
    assert problem.type is ContradictionType.DENIED
    (stay,) = seen.stays.values()
    assert stay.support.grade is Grade.DISPUTED


def test_what_befell_a_group_bounds_the_way_of_its_members(case: Case) -> None:
    story = case.story
    group = story.mention(case.text, Kind.GROUP)
    story.say(case.text, case.who, "member_of", of=group)
    story.say(
        case.text,
        None,
        "moved",
        who=group,
        from_=case.places["A"],
        to=case.places["B"],
        when="2022-05-20",
        details=(("size_least", "200"), ("size_most", "200")),
    )
    case.held("A", "2022-05-01")
    seen = case.seen
    (transfer,) = seen.transfers.values()
    assert (transfer.size_least, transfer.who) == (200, seen.entity_of[group])
    person = seen.entity_of[case.who]
    hops = [n for n in seen.nexts.values() if n.who == person]
    assert any(n.transfer == transfer.id and n.kind is HopKind.ATTESTED for n in hops)


def test_two_rows_that_say_the_same_are_two_transfers(case: Case) -> None:
    for _ in range(2):
        case.story.say(
            case.text, None, "moved", from_=case.places["A"], to=case.places["B"], when="2022-05-20"
        )
    assert len(case.seen.transfers) == 2


def test_ten_retellings_of_one_interview_are_one_lineage(case: Case) -> None:
    case.held("A", "2022-05-10")
    for number in range(3):
        repeated = case.story.document(f"article {number}", lineage="first")
        who = case.story.mention(repeated, Kind.PERSON, "Taras Invented")
        at = case.story.mention(repeated, Kind.FACILITY, "A")
        case.story.judge(who, case.who)
        case.story.judge(at, case.places["A"])
        case.story.say(repeated, None, "held_at", who=who, at=at, when="2022-05-10")
    (stay,) = case.seen.stays.values()
    assert len(stay.support.documents) == 4
    assert len(stay.support.lineages) == 1
    assert stay.support.grade is Grade.REPORTED


def test_one_witness_quoted_twice_is_one_lineage_and_two_witnesses_are_two(case: Case) -> None:
    teller = case.story.mention(case.text, Kind.PERSON, "Witness")
    case.held("A", "2022-05-10", teller=teller)
    second = case.story.document("second")
    who = case.story.mention(second, Kind.PERSON, "Taras Invented")
    again = case.story.mention(second, Kind.PERSON, "Witness")
    at = case.story.mention(second, Kind.FACILITY, "A")
    case.story.judge(who, case.who)
    case.story.judge(at, case.places["A"])
    case.story.say(second, None, "held_at", who=who, at=at, when="2022-05-10", teller=again)
    (stay,) = case.seen.stays.values()
    assert (len(stay.support.lineages), stay.support.grade) == (2, Grade.ESTABLISHED)
    case.story.judge(teller, again)
    (stay,) = case.seen.stays.values()
    assert (len(stay.support.lineages), stay.support.grade) == (1, Grade.REPORTED)


def test_a_town_judged_to_mean_the_colony_there_is_the_colony(case: Case) -> None:
    second = case.story.document("second")
    who = case.story.mention(second, Kind.PERSON, "Taras Invented")
    town = case.story.mention(second, Kind.PLACE, "Olenivka")
    case.story.judge(who, case.who)
    case.story.say(second, None, "moved", who=who, from_=town, to=town, when="2022-05")
    case.moved("A", None, "2022-05-20")
    assert len(case.seen.transfers) == 2
    case.story.judge(town, case.places["A"])
    seen = case.seen
    assert seen.entities[seen.entity_of[town]].kind is Kind.FACILITY
    assert seen.entity_of[town] == seen.entity_of[case.places["A"]]
