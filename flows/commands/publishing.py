"""``ikm publish``: publish again, and freeze a copy under a name."""

from __future__ import annotations

import argparse
import sys

from flows.deliver import schema_hash
from flows.messages import Language, say
from flows.obligations import renew
from flows.take_in import code_version
from schemas.reports import specs
from warehouse.freeze import FreezeError, free_folder, freeze
from warehouse.keys import masking_key
from warehouse.publish import publish
from warehouse.records import Stamp

WAIT_SECONDS = 30


def publish_command(options: argparse.Namespace, bahasa: Language) -> int:
    """Publish what the warehouse holds. 0: it is published (and frozen), 2: nothing could be done."""
    if not (options.home / "warehouse" / "kerja.duckdb").exists():
        print(say("no_warehouse", bahasa, home=options.home), file=sys.stderr)
        return 2
    try:
        if options.beku is not None:
            free_folder(options.home, options.beku)
        renew(options.home, WAIT_SECONDS)
        made = publish(options.home, specs(), masking_key(options.home), WAIT_SECONDS)
        print(say("publish.fresh" if made.baru else "publish.same", bahasa, berkas=made.umum))
        if options.beku is not None:
            folder = freeze(options.home, options.beku, Stamp(code_version(), schema_hash()), WAIT_SECONDS)
            print(say("frozen.done", bahasa, nama=folder.name, folder=folder))
    except FreezeError as problem:
        print(say(problem.key, bahasa, **problem.rincian), file=sys.stderr)
        return 2
    return 0
