from __future__ import annotations

import pytest

from newsbot.copies.frames import slots

REST = (
    " Die Zufahrt bleibt für Anlieger frei, der Bus hält an der nächsten Ecke. Wer Fragen hat,"
    " wendet sich an das Bauamt, das sie zu den üblichen Zeiten gern beantwortet."
)
CLOSED = "Die Straße nach {} ist am {} von {} Uhr an wegen eines Festes gesperrt." + REST
BURSTS = "{} town crews are {} water mains until further notice." + REST
JAPANESE = (
    "{}の小学校で{}日、子どもたちが{}を体験し、地元の農家が手ほどきをした。"
    "収穫は秋の給食で味わう予定で、学校は来年も続けたいとしている。"
)
ARABIC = (
    "أعلنت بلدية {} عن إغلاق الطريق الرئيسي يوم {} لأعمال الصيانة"
    " ودعت السائقين إلى استخدام الطرق البديلة والالتزام بالسرعة المحددة"
)


@pytest.mark.parametrize(
    ("form", "one", "other", "count"),
    [
        pytest.param(CLOSED, ("Kornau", "Montag", 8), ("Lindach", "Freitag", 9), 3, id="three"),
        pytest.param(CLOSED, ("Kornau", "Montag", 8), ("Kornau", "Montag", 9), 1, id="a number"),
        pytest.param(CLOSED, ("Kornau", "Montag", 8), ("Kornau", "Montag", "früh"), 0.5, id="half"),
        pytest.param(BURSTS, ("Elmford", "mending"), ("Ashby", "flushing"), 1.5, id="at the start"),
        pytest.param(JAPANESE, ("花巻", 3, "田植え"), ("北上", 9, "そば打ち"), 3, id="Japanese"),
        pytest.param(ARABIC, ("النور", "الاحد"), ("الساحل", "الخميس"), 2, id="no capitals"),
    ],
)
def test_a_form_is_filled_in_differently_in_so_many_places(form, one, other, count):
    assert slots(form.format(*one), form.format(*other)) == count


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(CLOSED, id="the same"),
        pytest.param(f"KORNAU (dpa) – {CLOSED}", id="a dateline"),
        pytest.param(f"Lindach, im Mai – {CLOSED}", id="a dateline without an agency"),
        pytest.param(CLOSED.replace("von {} Uhr an ", ""), id="words dropped"),
        pytest.param("Nach Lindach fährt an diesem Freitag keiner." + REST, id="a lead of its own"),
        pytest.param("Ganz anderes steht hier.", id="another text"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_not_of_one_form_has_no_slots(other):
    assert slots(CLOSED, other) == slots(other, CLOSED) == 0


def test_a_name_set_right_in_part_is_half_a_slot():
    text = CLOSED.format("Bad Kornau", "Montag", 8)

    assert slots(text, text.replace("Kornau", "Kornow")) == 0.5
