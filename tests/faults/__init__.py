"""The fault table: what may befall a run, and what must hold when one gets to its end.

`make test` meets a share of the faults, always the same; `make faults` meets them all.
"""

import os

WHOLE = os.environ.get("NEWSBOT_FAULTS") == "all"
