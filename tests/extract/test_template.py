from __future__ import annotations

import pytest

from newsbot.extract.template import NO_TEMPLATES, Templates
from tests.extract.papers import learnt, paragraph, paragraphs, read, story

LETTER = "<p class='letter'>Jeden Morgen neu schreibt die Redaktion einen Brief aus der Region.</p>"
PLAIN = "<p>Dieser Text wurde mit Hilfe von Fördermitteln des Kreises veröffentlicht.</p>"


def body_of(html, templates, number=9):
    return (read(html, number, templates).article.body or "").split("\n\n")


def test_a_block_that_says_the_same_on_another_article_is_no_text():
    page = story(9, LETTER)

    assert body_of(page, NO_TEMPLATES) != paragraphs(9)
    assert body_of(page, learnt(story(0, LETTER))) == paragraphs(9)


def test_a_paragraph_on_most_articles_is_no_text():
    templates = learnt(*(story(n, PLAIN) for n in range(3)))

    assert body_of(story(9, PLAIN), templates) == paragraphs(9)


@pytest.mark.parametrize("number", [1, 2])
def test_a_paragraph_that_few_articles_share_is_text(number):
    templates = learnt(*(story(n, PLAIN if n < number else "") for n in range(4)))

    assert len(body_of(story(9, PLAIN), templates)) == 9


@pytest.mark.parametrize("number", [3, 8])
def test_a_paragraph_on_some_of_many_articles_is_text(number):
    templates = learnt(*(story(n, PLAIN if n < number else "") for n in range(16)))

    assert len(body_of(story(9, PLAIN), templates)) == 9


def test_what_always_ends_the_text_of_some_articles_is_none():
    pages = [story(n).replace("</div></div>", f"{PLAIN}</div></div>") for n in (0, 1, 2, 3, 9)]
    templates = learnt(*pages[:-1], *(story(n) for n in range(4, 12)))

    assert body_of(pages[-1], templates, number=99) == paragraphs(9)


def test_a_copy_of_an_article_keeps_its_text():
    assert body_of(story(0), learnt(story(0))) == paragraphs(0)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_an_article_learnt_from_keeps_its_text(count):
    templates = learnt(*map(story, range(count)))

    assert body_of(story(0), templates, number=0) == paragraphs(0)


def test_a_page_of_no_known_template_is_read_as_without():
    new = "page bar article title content summary bottom grid card tools side narrow"
    page = story(9, LETTER, names=new)

    assert body_of(page, learnt(story(0, LETTER))) == body_of(page, NO_TEMPLATES)


def test_an_author_of_several_articles_stays_one():
    byline = "<p class='who'>Von Ida Moor</p>"
    pages = [story(n).replace("</h1>", f"</h1>{byline}") for n in (0, 1, 2, 9)]

    assert read(pages[-1], 9, learnt(*pages[:-1])).article.authors == ("Ida Moor",)


def with_head(number, image):
    head = f"<meta property='og:image' content='/bilder/{image}.jpg'>"
    return story(number, head=head + "<meta name='keywords' content='Wald, Nachrichten'>")


def test_what_is_stated_of_most_articles_is_the_sites():
    templates = learnt(*(with_head(n, "wappen") for n in range(4)))

    article = read(with_head(9, "wappen"), 9, templates).article

    assert (article.images, article.keywords) == ((), ())


def test_what_is_stated_of_a_few_articles_is_theirs():
    templates = learnt(*(with_head(n, "wappen" if n < 2 else n) for n in range(4)))

    assert len(read(with_head(9, "wappen"), 9, templates).article.images) == 1


def with_teasers(number, length):
    """Return a page whose teasers, of other articles each time, may be longer than its text."""
    teasers = "".join(
        f"<div class='rail'><p>Die Woche im Wald in Zahlen und Bildern, {number}-{n}</p></div>"
        for n in range(6)
    )
    return story(number, length=length).replace("</body>", f"{teasers}</body>")


def test_a_brief_is_not_taken_for_the_text_beside_it():
    brief = with_teasers(9, 1)

    assert body_of(brief, NO_TEMPLATES) != [paragraph(9, 0)]
    assert body_of(brief, learnt(*(with_teasers(n, 20) for n in range(3)))) == [paragraph(9, 0)]


def test_templates_are_read_back_as_they_were():
    templates = learnt(*(story(n, LETTER) for n in range(5)))

    back = Templates.of_json(templates.json)

    assert back.json == templates.json
    assert body_of(story(9, LETTER), back) == paragraphs(9)
