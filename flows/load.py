"""``ikm load`` as a flow, for other folders than the inbox: for those who schedule it with Prefect themselves."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from prefect import flow, get_run_logger, task

from flows.commands.feedback import answer
from flows.messages import Language, say
from flows.runs import RETRY_SECONDS, in_a_sentence, worth_retrying
from flows.shapes import Settled
from flows.take_in import Taken, load_paths


@task(
    name="muat",
    retries=len(RETRY_SECONDS),
    retry_delay_seconds=RETRY_SECONDS,
    retry_condition_fn=worth_retrying,
)
def load_task(paths: list[Path], home: Path, settled: Settled) -> Taken:
    """One task for the whole folder: a task run costs far more than understanding one workbook."""
    with in_a_sentence(home, "id"):
        return load_paths(paths, home, settled)


@task(name="balas")
def answer_task(kiriman: list[str], home: Path, bahasa: Language) -> str | None:
    """Write the answers to the districts; the sentence to be logged where they could not be written."""
    told = answer(home, kiriman, bahasa)
    return told if isinstance(told, str) else None


@flow(name="muat-laporan", log_prints=False, timeout_seconds=timedelta(hours=6).total_seconds())
def load_flow(folders: list[str], home: str, bahasa: str = "id") -> dict[str, int]:
    """Load everything new in ``folders``; the counts are the result and stand in the log."""
    taken = load_task([Path(folder) for folder in folders], Path(home), Settled())
    kiriman = [one.kiriman_id for one in taken.outcomes]
    trouble = answer_task(kiriman, Path(home), "en" if bahasa == "en" else "id")
    if trouble is not None:
        get_run_logger().warning("%s", trouble)
    counts = {
        "berkas": taken.files,
        "sudah_dimuat": taken.known,
        "dimuat": sum(one.status in {"dimuat", "dimuat_sebagian"} for one in taken.outcomes),
        "ditolak": sum(one.status == "ditolak" for one in taken.outcomes),
        "baris": sum(one.baris_dimuat for one in taken.outcomes),
        "baris_ditahan": sum(one.baris_karantina for one in taken.outcomes),
    }
    words = say("summary", "en" if bahasa == "en" else "id")
    get_run_logger().info("%s: %s", words, ", ".join(f"{name} {value}" for name, value in counts.items()))
    return counts
