from __future__ import annotations

from contextlib import closing

import pytest

from newsbot.pages.article import ArticlePage
from newsbot.replay.reader import Reader
from tests.replay.archives import Kept


@pytest.fixture
def kept(tmp_path):
    """An archive of waldbote without a capture."""
    with closing(Kept(tmp_path)) as kept:
        yield kept


@pytest.fixture
def reader(profile):
    return Reader(profile, ArticlePage)
