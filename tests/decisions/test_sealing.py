"""A dossier is assembled from the journal, sealed before anybody is told, and the same bytes whenever it is replayed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from jsonschema import Draft202012Validator

from kyosei.decisions.acts import Replayed
from kyosei.decisions.document import address_of, document_of, dossier_from, dossier_schema
from kyosei.decisions.dossier import Effect, Outcome, Result, Verdicts
from kyosei.decisions.drafting import look_again
from kyosei.decisions.replaying import replay
from kyosei.decisions.sealed import sealed_dossier
from kyosei.errors import AccessRefusal, AccessRefusedError, EntryRefusedError, QuestionError
from kyosei.verdicts.evaluate import Loaded
from tests.access.setting import someone, staff
from tests.decisions.deciding import HOA, ISA, OFFICER, SECOND, Deciding, granting, refusing
from tests.journal.fakes import HOUR, at


@pytest.fixture
def deciding(database: sa.Engine, law: Loaded) -> Deciding:
    return Deciding.on(database, law)


def test_a_draft_holds_the_requirements_with_what_is_open_and_whose_turn_it_is(deciding: Deciding) -> None:
    dossier = deciding.drafted()
    assembled = dossier.assembled
    assert assembled.verdicts is Verdicts.OPEN
    assert {one.norm for one in assembled.findings} >= {"jp.stay.status-fit", "jp.stay.conduct", "jp.stay.notices"}
    assert (assembled.application.person, assembled.application.for_status) == (
        HOA,
        "engineer-humanities-international",
    )
    assert assembled.gaps, "whether she works, nobody has told"
    assert {one.effect for one in assembled.gaps} == {Effect.NONE}
    assert all(not one.owner.startswith("person:") for one in assembled.gaps)
    assert {one.id for one in assembled.facts} >= {id_ for one in assembled.findings for id_ in one.facts}
    assert not any(word in str(document_of(dossier)).lower() for word in ("score", "risk", "rank"))


def test_a_dossier_is_read_back_as_it_was_written_and_fits_its_schema(deciding: Deciding) -> None:
    dossier = granting(deciding.drafted())
    document = document_of(dossier)
    assert dossier_from(document) == dossier
    assert address_of(dossier_from(document)) == address_of(dossier)
    Draft202012Validator(dossier_schema()).validate(document)
    with pytest.raises(QuestionError, match="opinion lacks 'discretion'"):
        dossier_from({**document, "opinion": {k: v for k, v in document["opinion"].items() if k != "discretion"}})


def test_a_permission_is_sealed_and_then_told(deciding: Deciding) -> None:
    address = deciding.seal(granting(deciding.drafted()))
    deciding.act("notify", address, language="en")
    deciding.act("supplement", address, OFFICER, reason="The contract of 2024 was read as well.")
    found = deciding.sealed(address)
    assert [one.act.value for one in found.acts] == ["seal", "notify", "supplement"]
    assert found.dossier.opinion.outcome.period == "P3Y"
    assert {one.came_to.value for one in found.dossier.checks} == {"pass"}


def test_nobody_is_told_of_what_is_not_sealed_nor_of_a_refusal_before_a_second_officer_has_concurred(
    deciding: Deciding,
) -> None:
    deciding.found("status_fit", "no")
    with pytest.raises(EntryRefusedError, match="no dossier"):
        deciding.act("notify", "0" * 64, language="en")
    address = deciding.seal(refusing(deciding.drafted()))
    with pytest.raises(EntryRefusedError, match="second officer"):
        deciding.act("notify", address, language="en")
    with pytest.raises(EntryRefusedError, match="a second officer reads it"):
        deciding.act("concur", address, OFFICER, reason="I agree with myself")
    with pytest.raises(EntryRefusedError, match="reason"):
        deciding.act("concur", address)
    deciding.act("concur", address, SECOND, reason="I read the contract; the work is another one.")
    deciding.act("notify", address, language="en")
    with pytest.raises(EntryRefusedError, match="already"):
        deciding.act("notify", address, language="ja")


def test_a_dossier_is_shown_to_its_office_and_to_the_person_once_they_were_told(deciding: Deciding) -> None:
    address = deciding.seal(granting(deciding.drafted()))
    herself = deciding.setting.request(someone(), "own.records")
    police = deciding.setting.request(staff(organisation="authority:pension-service"), "pension.insured-status")
    with pytest.raises(AccessRefusedError) as early:
        sealed_dossier(deciding.setting.path, herself, address)
    deciding.act("notify", address, language="en")
    assert early.value.refusal is AccessRefusal.DOSSIER_OF_OTHERS
    before = len(deciding.setting.log())
    assert sealed_dossier(deciding.setting.path, herself, address).acts[-1].language == "en"
    assert len(deciding.setting.log()) == before + 1
    for request in (police, deciding.request("person:minh")):
        with pytest.raises(AccessRefusedError):
            sealed_dossier(deciding.setting.path, request, address)


def test_a_program_seals_nothing(deciding: Deciding) -> None:
    """P08: what decides is a human's key."""
    from kyosei.decisions.sealing import examine_dossier, seal_line

    program = deciding.setting.world.register(ISA, entry_types=["decision", "assessment"])
    examined = examine_dossier(deciding.office, deciding.request(), granting(deciding.drafted()), deciding.now)
    with pytest.raises(EntryRefusedError, match="a human decides"):
        deciding.setting.world.journal.submit_one(program.sign(seal_line(examined, deciding.now - 1)))


def test_what_is_assembled_is_not_for_the_officer_to_write(deciding: Deciding) -> None:
    dossier = granting(deciding.drafted())
    altered = replace(dossier, assembled=replace(dossier.assembled, gaps=()))
    with pytest.raises(QuestionError, match=r"assembled\.gaps is not what the journal"):
        deciding.seal(altered)


def test_a_refusal_that_fails_a_check_is_not_sealed_and_a_permission_is_with_the_flaw_on_record(
    deciding: Deciding,
) -> None:
    dossier = granting(deciding.drafted())
    flawed = replace(dossier, opinion=replace(dossier.opinion, discretion=""))
    address = deciding.seal(flawed)
    sealed = deciding.sealed(address).dossier
    assert [one.check for one in sealed.checks if one.came_to.value == "fail"] == ["discretion-within-bounds"]
    refused = replace(flawed, opinion=replace(flawed.opinion, outcome=Outcome(Result.REFUSED)))
    with pytest.raises(QuestionError, match="a refusal is sealed when every check passes"):
        deciding.seal(refused)


def test_an_untouched_draft_is_not_sealed_and_following_the_verdicts_takes_words_of_ones_own(
    deciding: Deciding,
) -> None:
    drafted = deciding.drafted()
    with pytest.raises(
        QuestionError, match=r"not written yet: opinion\.reasons, opinion\.on_verdicts, opinion\.outcome"
    ):
        deciding.seal(drafted)
    following = granting(drafted)
    with pytest.raises(QuestionError, match=r"not written yet: opinion\.on_verdicts$"):
        deciding.seal(replace(following, opinion=replace(following.opinion, on_verdicts=" ")))


def test_an_altered_dossier_has_another_address_and_the_journal_refuses_it(deciding: Deciding) -> None:
    from kyosei.decisions.sealing import examine_dossier, seal_line

    examined = examine_dossier(deciding.office, deciding.request(), granting(deciding.drafted()), deciding.now)
    line = dict(seal_line(examined, deciding.now - 1))
    line["document"] = {**line["document"], "program": "another"}  # type: ignore[dict-item]  # is a mapping
    with pytest.raises(EntryRefusedError, match="is not the address"):
        deciding.setting.world.journal.submit_one(deciding.officer.sign(line))


def test_whatever_is_changed_in_the_store_is_noticed(deciding: Deciding) -> None:
    address = deciding.seal(granting(deciding.drafted()))
    with deciding.setting.engine.begin() as connection:
        connection.execute(
            sa.text(
                "UPDATE decisions SET document = jsonb_set(document, '{program}', '\"another\"') WHERE act = 'seal'"
            )
        )
    assert deciding.sealed(address).dossier.program == "kyosei test", "the entry is what was signed"
    with pytest.raises(sa.exc.ProgrammingError), deciding.setting.engine.begin() as connection:
        connection.execute(sa.text("UPDATE entries SET envelope = envelope || 'x' WHERE type = 'decision'"))


def test_a_replay_is_bit_identical_after_later_records_and_says_when_something_was_erased(deciding: Deciding) -> None:
    dossier = granting(deciding.drafted())
    address = deciding.seal(dossier)
    deciding.setting.go_to(date(2027, 1, 15))
    deciding.found("conduct", "no")
    deciding.setting.state(
        "conduct.penalty", "authority:prosecutor", {"person": HOA}, {}, on="2026-10-01"
    )  # fmt: skip
    sealed = deciding.sealed(address).dossier
    assert replay(lambda version: deciding.office, deciding.request(), sealed).came_to is Replayed.SAME
    now = look_again(deciding.office, deciding.request(), sealed.assembled)
    assert now.assembled == dossier.assembled

    def elsewhere(version: str) -> object:
        raise QuestionError("no such law")

    assert replay(elsewhere, deciding.request(), sealed).came_to is Replayed.LAW_NOT_HERE  # type: ignore[arg-type]


def test_an_erasure_of_what_a_dossier_rests_on_is_said_and_of_anything_else_changes_nothing(deciding: Deciding) -> None:
    finding = deciding.found("status_fit", "no")
    address = deciding.seal(refusing(deciding.drafted()))
    eraser = deciding.setting.world.register("authority:dpo", human="staff:clerk", entry_types=["erasure"])
    for target, came in (("person:minh", Replayed.SAME), (finding, Replayed.ERASED)):
        deciding.setting.world.later()
        line = {
            "type": "erasure", "id": f"erase-{target}", "target": target, "basis": "a judgment", "reason": "it was asked for",
            "author": "staff:clerk", "source": "authority:dpo", "stated_at": at(deciding.now - HOUR // 2),
        }  # fmt: skip
        deciding.setting.world.journal.submit_one(eraser.sign(line))
        found = replay(lambda version: deciding.office, deciding.request(), deciding.sealed(address).dossier)
        assert found.came_to is came, target
    assert finding not in str(document_of(deciding.sealed(address).dossier)["opinion"]), "what it said stands nowhere"


def test_a_dossier_may_be_longer_than_other_entries_but_not_without_end(deciding: Deciding) -> None:
    """A diligent officer's reasons in Japanese take three bytes a letter."""
    dossier = granting(deciding.drafted())
    for letters, is_taken in ((30_000, True), (90_000, False)):
        reasons = (replace(dossier.opinion.reasons[0], text="理" * letters),)
        long = replace(dossier, opinion=replace(dossier.opinion, reasons=reasons))
        if is_taken:
            address = deciding.seal(long)
            assert deciding.sealed(address).dossier.opinion.reasons == reasons
        else:
            with pytest.raises(EntryRefusedError, match="has at most"):
                deciding.seal(long)
    with pytest.raises(EntryRefusedError, match="a line has at most 65536"):
        deciding.setting.submit({"type": "party", "id": "person:long", "party": "person", "names": [
            {"script": "Latn", "text": "x" * 70_000}
        ]})  # fmt: skip


def test_of_many_like_cases_a_dossier_names_the_newest_of_each_outcome(deciding: Deciding) -> None:
    """However many there are: else no more could be sealed one day."""
    from kyosei.decisions.sealing import Examined, seal_line

    first = granting(deciding.drafted())
    application = replace(first.assembled.application, id="another-application")
    setting = deciding.setting
    setting.state("residence.application", ISA, {"person": "person:minh"}, {"procedure": "renewal"}, id="another-application",
                  on="2026-11-20")  # fmt: skip
    addresses = []
    for number in range(13):
        period = "P1Y" if number == 0 else "P3Y"
        opinion = replace(first.opinion, outcome=replace(first.opinion.outcome, period=period))
        filed = replace(first.assembled, application=replace(application, person="person:minh"))
        one = replace(first, assembled=filed, opinion=opinion, program=f"kyosei test {number}")
        setting.world.later()
        line = seal_line(Examined(one, ()), deciding.now - HOUR // 2)
        setting.world.journal.submit_one(deciding.officer.sign(line))
        addresses.append(address_of(one))
    like = deciding.read().assembled.like
    assert [one.dossier for one in like] == [addresses[0], *addresses[3:]]
    assert [one.period for one in like] == ["P1Y", *["P3Y"] * 10]
