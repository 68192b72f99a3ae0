"""What an article goes through before it is kept, in this order.

validate (100) drops what is no article, withhold (150) leaves out the text that is not to be
archived, normalise (200) gives text one form, deduplicate (300) finds out which article it is,
store (400) keeps it.
"""

from newsbot.pipelines.deduplicate import DeduplicatePipeline
from newsbot.pipelines.normalise import NormalisePipeline
from newsbot.pipelines.store import StorePipeline
from newsbot.pipelines.validate import ValidatePipeline
from newsbot.pipelines.withhold import WithholdPipeline

__all__ = [
    "DeduplicatePipeline",
    "NormalisePipeline",
    "StorePipeline",
    "ValidatePipeline",
    "WithholdPipeline",
]
