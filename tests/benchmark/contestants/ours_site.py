"""What our site consists of here, in place of `doetank.whole_site`: what a peer makes, and nothing else."""

from doetank.outputs import Output, PerRecord, Printed
from tests.benchmark.contestants import ours_outputs, ours_records

OUTPUTS: tuple[Output | PerRecord, ...] = (ours_records, ours_outputs)
ONCE: tuple[Output, ...] = ()
PRINTED: tuple[Printed, ...] = ()
