"""What TensorBoard's own reader finds in the event files of TensorBoardTest.

    python tensorboard_events.py ../resources/dev/annette/runtime/callback/tensorboard

writes read.json into the directory. Needs the package tensorboard, without TensorFlow.
"""

import json
import sys
from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator


def scalars(run):
    events = EventAccumulator(str(run), size_guidance={"scalars": 0})
    events.Reload()
    return {
        tag: [[event.step, event.value] for event in events.Scalars(tag)]
        for tag in events.Tags()["scalars"]
    }


folder = Path(sys.argv[1])
read = {run.name: scalars(run) for run in sorted(folder.iterdir()) if run.is_dir()}
(folder / "read.json").write_text(json.dumps(read, indent=1, sort_keys=True) + "\n")
