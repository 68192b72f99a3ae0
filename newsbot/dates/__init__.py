"""Dates and date lines as papers print them; no clock of our own: *now* comes in."""

from newsbot.dates.moment import Moment, from_epoch
from newsbot.dates.reading import find_date, read_date
from newsbot.dates.remainder import read_remainder

__all__ = ["Moment", "find_date", "from_epoch", "read_date", "read_remainder"]
