from __future__ import annotations

import pytest

from newsbot.extract.appeals import is_appeal, is_credit


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for the Waldbote’s free newsletter.",
        "There is more where that came from. Subscribe to the Waldbote newsletter.",
        "Our pages bring the news of the woods; bookmark them and sign up for our daily e-mail.",
        "Folgen Sie dem Waldboten auf WhatsApp",
        "Abonnez-vous à la newsletter de la Gazette",
        "Sigue a la Gaceta en Google News",
        "Siga a Gazeta no Instagram",
        "Iscriviti alla newsletter della Gazzetta",
        "Zapisz się na newsletter",
        "Подписывайтесь на «Вестник» в Telegram".replace("«", "").replace("»", ""),
        "Ikuti Rawa Pos di WhatsApp Channel",
        "Theo dõi Báo Đồng Rạng trên Facebook",
        "「森の便り」をLINEでフォロー",
        "Hat Ihnen der Beitrag gefallen? Bitte unterstützen Sie uns mit einer Spende.",
        "Have a tip? Ida Moor may be reached at moor@waldbote.test.",
    ],
)
def test_an_appeal_to_the_reader_is_known(text):
    assert is_appeal(text)


@pytest.mark.parametrize(
    "text",
    [
        "Folgen hat das vor allem für den Wald.",
        "The band sold its newsletter to a publisher.",
        "Getting a newsletter printed is no small matter, the council says.",
        "“Subscribe to our newsletter,” the mayor said.",
        "They don't say what our donors gave.",
        "登録者は昨年より増えた。",
        f"Subscribe to the newsletter. {'Ein langer Satz. ' * 20}",
    ],
)
def test_a_sentence_of_the_text_is_no_appeal(text):
    assert not is_appeal(text)


@pytest.mark.parametrize(
    "text",
    [
        "(Reporting by Ida Moor; editing by Jan Holm)",
        "With additional reporting by Ida Moor",
        "First published in the Waldbote.",
        "Zuerst veröffentlicht am 3. Mai 2024",
        "This article was originally published by the Waldbote.",
        "Dieser Artikel wurde im Original veröffentlicht auf Englisch",
    ],
)
def test_how_a_text_came_about_is_known(text):
    assert is_credit(text)


@pytest.mark.parametrize(
    "text",
    ["Reporting is hard work.", "This bridge was first built in 1902.", "Zuerst kam der Regen."],
)
def test_a_sentence_that_begins_alike_is_no_credit(text):
    assert not is_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mọi thông tin xin gửi về: Báo Rừng Xanh, 5 Bờ Đê. Email: toasoan@rungxanh.test",
        "Mọi ý kiến đóng góp xin gửi về chuyên mục theo địa chỉ email bandoc@rungxanh.test",
        "Suivez toute l’actualité de la vallée en vous inscrivant ici.",
        "Get the latest news from the valley.",
    ],
)
def test_what_readers_are_to_send_or_to_follow_is_asked_for(text):
    assert is_appeal(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mọi sự giúp đỡ xin gửi về: bà Hoa, thôn Bờ Đê, hoặc Báo Rừng Xanh.",
        "Mọi thông tin, ủng hộ xin gửi về Báo Rừng Xanh, số tài khoản 123.",
        "Mọi thông tin về kẻ gian xin báo cho Công an xã Bờ Đê.",
    ],
)
def test_where_help_is_sent_to_is_text(text):
    assert not is_appeal(text)
