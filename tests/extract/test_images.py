from __future__ import annotations

from newsbot.extract.images import read_images
from newsbot.extract.metadata import read_metadata
from newsbot.extract.tree import read_tree
from newsbot.items import Image
from tests.extract.columns import URL, column_of

STATED = '<meta property="og:image" content="/og.jpg">'
HOME = "https://waldbote.test"


def images_of(html, head=""):
    metadata = read_metadata(read_tree(head), URL)
    found = read_images(column_of(html), metadata, URL)
    return found.value if found else ()


def test_a_picture_has_the_caption_behind_it():
    html = "<figure><img src='/a.jpg'><figcaption>Am See</figcaption></figure><img src='/b.jpg'>"
    assert images_of(html) == (
        Image(url=f"{HOME}/a.jpg", caption="Am See"),
        Image(url=f"{HOME}/b.jpg"),
    )


def test_a_picture_that_loads_late_has_its_true_address():
    html = "<img src='data:image/gif;base64,R0' data-src='/a.jpg'>"
    assert images_of(html) == (Image(url=f"{HOME}/a.jpg"),)


def test_an_icon_is_no_picture():
    assert images_of("<img src='/a.gif' width='1' height='1'><img src='/b.png' width='24'>") == ()


def test_a_picture_shown_twice_is_one():
    assert images_of("<img src='/a.jpg'><p>Text</p><img src='/a.jpg'>") == (
        Image(url=f"{HOME}/a.jpg"),
    )


def test_a_stated_picture_counts_where_there_is_no_other():
    assert images_of("<p>Text</p>", STATED) == (Image(url=f"{HOME}/og.jpg"),)


def test_a_stated_picture_is_none_beside_others():
    assert images_of("<img src='/a.jpg'>", STATED) == (Image(url=f"{HOME}/a.jpg"),)
