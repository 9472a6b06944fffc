"""One crew of SmartHR, and what the employer's records say by it.

Not taken: the stay (在留資格, 在留期日, 資格外活動許可) and the card number, which are the immigration office's to say and
not an employer's; nationality, sex, addresses, family, personal numbers, 勤労学生 (a tax deduction, not enrolment at
a school); 報酬月額 (with commuting, so not the contract's wage) and 標準報酬月額, whose unit the API does not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from kyosei.connectors.api_answers.located import Located, japanese_day
from kyosei.connectors.connector import Line
from kyosei.connectors.lines import interval_line, name_in_script, person_line, shown

__all__ = ["crew_lines"]

# 雇用形態's preset to the vocabulary's; `etc` has no counterpart.
EMPLOYMENT_TYPES = {
    "full_timer": "regular", "contract_worker": "fixed_term", "part_timer": "part_time", "permatemp": "dispatched",
}  # fmt: skip
WITHOUT_CONTRACT_OF_WORK = ("board_member", "outsourcing_contractor")
PRESETS = (*EMPLOYMENT_TYPES, *WITHOUT_CONTRACT_OF_WORK, "etc")
CONTRACTS = ("unlimited", "fixed_term")
RENEWALS = ("renewal", "none", "auto_renewal")
STATES = ("employed", "absent", "retired")


def crew_lines(connector: str, crew: Located, employer: str, retrieved_at: datetime) -> Iterator[Line]:
    """The person, the contract, and the insurances in which the employer's records hold the person to be."""
    person = f"person:{employer.removeprefix('org:')}.{identifier(crew)}"
    yield person_line(person, names(crew), day(crew, "birth_at"))
    about = {"person": person, "employer": employer}

    def spell(kind: str, from_day: date | None, until_day: date | None, fields: Mapping[str, object]) -> Iterator[Line]:
        if from_day is not None:
            yield interval_line(connector, kind, employer, about, from_day, until_day, fields, retrieved_at)

    entered, until_day = employment(crew, retrieved_at)
    preset = employment_preset(crew)
    if preset not in WITHOUT_CONTRACT_OF_WORK:
        yield from spell("work.contract", entered, until_day, contract_fields(crew, preset))
    # 資格喪失年月日 is the first day outside; 離職等年月日, of employment insurance, the last one inside.
    social = period(crew, "soc_ins_qualified_at", "soc_ins_disqualified_at", days_later=0)
    if crew.optional("monthly_standard_income_pns") is not None:
        yield from spell("pension.enrolment", *social, {"scheme": "employees"})
    if crew.optional("monthly_standard_income_hel") is not None:
        # Which insurer it is, the association or a society, SmartHR does not say here.
        yield from spell("health.enrolment", *social, {})
    unemployment = period(crew, "emp_ins_qualified_at", "emp_ins_disqualified_at", days_later=1)
    yield from spell("employment_insurance.enrolment", *unemployment, {})


def identifier(crew: Located) -> str:
    """SmartHR's own id of the crew."""
    place = crew.member("id")
    text = place.text()
    if (
        not text
        or len(text) > 60
        or not all(letter.isascii() and (letter.isalnum() or letter == "-") for letter in text)
    ):
        raise place.refusal(f"is {shown(text)}, which is no id of a crew; give the answer as SmartHR sent it")
    return text


def names(crew: Located) -> list[dict[str, str]]:
    """The name as written, the katakana, and the name of the residence card, where each is entered."""
    written = joined(crew, "last_name", "first_name")
    if not written:
        raise crew.member("last_name").refusal("is empty; enter the name in SmartHR and ask again")
    found = [name_in_script(written)]
    kana = joined(crew, "last_name_yomi", "first_name_yomi")
    if kana:
        found.append({"script": "Kana", "text": kana})
    card = joined(crew, "foreign_resident_last_name", "foreign_resident_first_name", "foreign_resident_middle_name")
    if card and name_in_script(card) not in found:
        found.append(name_in_script(card))
    return found


def joined(crew: Located, *members: str) -> str:
    """Parts of a name, those that are entered, joined by spaces."""
    places = [crew.optional(name) for name in members]
    return " ".join(text for place in places if place is not None and (text := place.text().strip()))


def employment(crew: Located, retrieved_at: datetime) -> tuple[date | None, date | None]:
    """From 入社年月日 to the day after 退職年月日; an employee who has left without a day leaves the end unsaid."""
    state = chosen(crew, "emp_status", STATES)
    entered, until_day = period(crew, "entered_at", "resigned_at", days_later=1)
    if state == "retired" and until_day is None:
        return None, None
    if state in ("employed", "absent") and until_day is not None and until_day <= japanese_day(retrieved_at):
        raise crew.member("resigned_at").refusal(
            "is past, but emp_status says employed; correct either in SmartHR, ask again"
        )
    return entered, until_day


def contract_fields(crew: Located, preset: str | None) -> dict[str, object]:
    """Type of employment, and when it is expected to end: only a contract that is not to be renewed has such a day."""
    fields: dict[str, object] = {}
    if preset in EMPLOYMENT_TYPES:
        fields["employment_type"] = EMPLOYMENT_TYPES[preset]
    contract, renewal = chosen(crew, "contract_type", CONTRACTS), chosen(crew, "contract_renewal_type", RENEWALS)
    ends_on = day(crew, "contract_end_on")
    if contract == "fixed_term" and renewal == "none" and ends_on is not None:
        fields["expected_until"] = ends_on.isoformat()
    return fields


def employment_preset(crew: Located) -> str | None:
    """The preset of the crew's type of employment; a company's own type has one too."""
    place = crew.optional("employment_type")
    return None if place is None else chosen(place, "preset_type", PRESETS)


def chosen(place: Located, name: str, options: tuple[str, ...]) -> str | None:
    """One of SmartHR's words, or None where nothing is chosen."""
    found = place.optional(name)
    if found is None:
        return None
    if found.text() not in options:
        raise found.refusal(
            f"is {shown(found.value)}, not one of {', '.join(options)}; give the answer as SmartHR sent it"
        )
    return found.text()


def period(crew: Located, first: str, last: str, *, days_later: int) -> tuple[date | None, date | None]:
    """[first, last + days_later); a last day without a first one cannot be stated."""
    from_day, end = day(crew, first), day(crew, last)
    until_day = None if end is None else end + timedelta(days=days_later)
    if from_day is not None and until_day is not None and until_day <= from_day:
        raise crew.member(last).refusal(f"is {end}, before {first} {from_day}; correct the days in SmartHR, ask again")
    return from_day, until_day


def day(crew: Located, name: str) -> date | None:
    """A day, or None where it is absent or null."""
    place = crew.optional(name)
    return None if place is None else place.day()
