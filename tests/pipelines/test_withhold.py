from __future__ import annotations

from newsbot.items import Image
from newsbot.pipelines import WithholdPipeline

EVIDENCE = {"headline": "json-ld", "body": "generic", "description": "profile", "keywords": "meta"}


def test_an_article_whose_page_asks_for_nothing_is_as_it_was(make_article):
    article = make_article()

    assert WithholdPipeline().process_item(article) is article


def test_what_is_withheld_keeps_headline_dates_and_urls_alone(make_article):
    image = Image(url="https://waldbote.test/a.jpg", caption="Die Brücke")
    article = make_article(
        body_status="withheld", images=(image,), keywords=("Lahn",), evidence=EVIDENCE
    )

    kept = WithholdPipeline().process_item(article)

    assert (kept.body, kept.description, kept.keywords) == (None, None, ())
    assert [(one.url, one.caption) for one in kept.images] == [(image.url, None)]
    assert kept.evidence == {"headline": "json-ld"}
    assert (kept.headline, kept.date_published) == (article.headline, article.date_published)
