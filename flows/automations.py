"""Prefect tells of a run that failed and of an inbox that nobody looked into; what is told is noted in a file."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from prefect.automations import AutomationCore, EventTrigger, Posture, ResourceSpecification, SendNotification
from prefect.blocks.notifications import CustomWebhookNotificationBlock
from prefect.client.orchestration import get_client

from flows.messages import Language, say
from flows.settings import Settings

BLOCK = "rekap-ikm"


def set_automations(settings: Settings, notices: str, bahasa: Language) -> None:
    """Make the automations as they should be; those of an earlier start give way."""
    wanted = list(_wanted(settings, _block(notices), bahasa))
    with get_client(sync_client=True) as client:
        ours = {one.name for one in wanted}
        for there in client.read_automations():
            if there.name in ours:
                client.delete_automation(there.id)
        for one in wanted:
            client.create_automation(one)


def _block(notices: str) -> UUID:
    """The address that notices go to; it changes with every start."""
    block = CustomWebhookNotificationBlock(
        name=BLOCK,
        url=notices,
        json_data={"judul": "{{subject}}", "isi": "{{body}}"},
        headers=None,
        cookies=None,
        timeout=10,
    )
    made = block.save(BLOCK, overwrite=True)
    assert isinstance(made, UUID)  # a coroutine only for those who await it
    return made


def _wanted(settings: Settings, block: UUID, bahasa: Language) -> Iterator[AutomationCore]:
    yield AutomationCore(
        name="rekap-ikm: gagal",
        description=say("notice.failed.about", bahasa),
        trigger=EventTrigger(
            expect={"prefect.flow-run.Failed", "prefect.flow-run.Crashed", "prefect.flow-run.TimedOut"},
            match=ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"}),
            posture=Posture.Reactive,
            threshold=1,
        ),
        actions=[_tell(block, say("notice.failed", bahasa), "{{ flow.name }}: {{ flow_run.state.message }}")],
    )
    within = settings.pemberitahuan.tidak_berjalan
    yield AutomationCore(
        name="rekap-ikm: tidak berjalan",
        description=say("notice.stuck.about", bahasa),
        trigger=EventTrigger(
            expect={"prefect.flow-run.Completed"},
            match=ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"}),
            match_related=ResourceSpecification(
                {"prefect.resource.role": "flow", "prefect.resource.name": "kotak-masuk"}
            ),
            posture=Posture.Proactive,
            threshold=1,
            within=within,
        ),
        actions=[_tell(block, say("notice.stuck", bahasa), say("notice.stuck.cure", bahasa))],
    )


def _tell(block: UUID, subject: str, body: str) -> SendNotification:
    return SendNotification(block_document_id=block, subject=subject, body=body)
