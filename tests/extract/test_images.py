from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("picture", "name"),
    [
        ("<img data-original='/a.jpg' src='/loading.gif'>", "a.jpg"),
        ("<img src='/blank.gif' srcset='/s.jpg 300w, /l.jpg 900w'>", "l.jpg"),
        ("<img src='/s.jpg?w=40' srcset='/l.jpg 1.5x, /xl.jpg 2x'>", "xl.jpg"),
        ("<picture><source srcset='/a.webp 800w'><img src='data:,'></picture>", "a.webp"),
        ("<img src='/a.jpg' width='600px' height='100%'>", "a.jpg"),
        (
            "<img src='/loading-dock-after-the-fire.jpg'>",
            "loading-dock-after-the-fire.jpg",
        ),
    ],
    ids=["late", "set", "blurred", "source", "units", "telling name"],
)
def test_of_the_addresses_of_a_picture_the_true_and_large_one_counts(picture, name):
    assert images_of(picture) == (Image(url=f"{HOME}/{name}"),)


@pytest.mark.parametrize(
    "src",
    [
        *("/logo.png", "/img/site-logo.jpg", "/default.jpg", "/1x1.gif", "/no-image.png"),
        *("/avatar.jpg", "https://www.gravatar.com/avatar/7?d=mm", "/a.jpg?w=70&h=70"),
        "/share/default-share.png",
    ],
)
def test_what_is_called_a_logo_a_dummy_or_a_face_is_no_picture(src):
    assert images_of(f"<img src='{src}'>", f'<meta property="og:image" content="{src}">') == ()


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


@pytest.mark.parametrize("src", ["/images/zalo.png", "/qr.png", "/ads/a.gif", "/banner-2.jpg"])
def test_a_sign_a_code_or_an_advertisement_is_no_picture(src):
    assert images_of(f"<img src='{src}'>") == ()


def test_a_picture_linked_to_another_host_counts_with_a_caption_alone():
    picture = "<p><a href='https://shop.test/'><img src='/{}.jpg'></a></p>"
    html = f"{picture.format('a')}<p>Text</p>{picture.format('b')}<p><i>Am See</i></p>"
    assert images_of(html) == (Image(url=f"{HOME}/b.jpg", caption="Am See"),)


def test_a_picture_linked_to_its_larger_form_is_a_picture():
    html = "<a href='https://cdn.test/a-1600.jpg'><img src='/a.jpg'></a>"
    assert images_of(html) == (Image(url=f"{HOME}/a.jpg"),)


def test_the_picture_of_another_article_is_none_of_this():
    link = "<td><a href='/artikel/6'>{}</a></td>"
    cells = link.format("<img src='/a.jpg'>") + link.format("Der See ist wieder voll")
    assert images_of(f"<table><tr>{cells}</tr></table><p>Text</p>") == ()
