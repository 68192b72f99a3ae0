from __future__ import annotations

import pytest
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from newsbot.pipelines import DeduplicatePipeline, StorePipeline, ValidatePipeline
from newsbot.run import Run
from newsbot.spiderloader import spider_for
from newsbot.state import State

STAGES = (ValidatePipeline, DeduplicatePipeline, StorePipeline)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_works_for_the_run_of_its_crawler(profile, stage):
    crawler = get_crawler(spider_for(profile))
    crawler.spider = crawler.spidercls.from_crawler(crawler, run=Run(profile, State()))

    assert stage.from_crawler(crawler).run is crawler.spider.run


@pytest.mark.parametrize("stage", STAGES)
def test_a_crawl_of_nobodys_site_has_no_stages(stage):
    with pytest.raises(NotConfigured):
        stage.from_crawler(get_crawler())
