from __future__ import annotations

import pytest

from newsbot.copies.likeness import likeness, may_be_copies
from newsbot.copies.shingles import shingled

STORY = " ".join(f"chuyện{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(100))
OTHER = " ".join(f"khác{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(100))
DIGEST = " ".join(f"tin{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(450))
REPORT = """
Sáng 12/3, huyện Hòa Bình khai trương tuyến đường dài 12,5 km nối thị trấn với 7 xã phía tây.
Con đường được làm trong 18 tháng, có 4 cây cầu và 36 cống thoát nước. Theo ông Lê Văn Lâm,
trước đây người dân phải đi vòng hơn 30 km, mùa mưa thường bị cô lập nhiều ngày. Nay học sinh
đến trường gần hơn, nông sản bán được giá hơn, xe cứu thương vào tận thôn. Huyện sẽ trồng cây
hai bên đường và lắp đèn ở các ngã ba trong năm tới, ưu tiên những đoạn gần trường học và trạm
y tế."""
POWER_CUT = """
Công ty điện lực thông báo lịch ngừng cung cấp điện để bảo trì lưới điện ngày {day}. Khu vực
mất điện gồm đường {one}, đường {two} và các hẻm lân cận. Trong trường hợp công tác kết thúc
sớm, đơn vị sẽ đóng điện lại trước thời gian dự kiến mà không thông báo trước, vì vậy quý
khách lưu ý bảo đảm an toàn, xem như đường dây luôn có điện. Ngành điện rất mong nhận được sự
thông cảm của quý khách hàng về sự bất tiện này và khuyến cáo người dân sử dụng điện tiết
kiệm, hiệu quả, nhất là vào giờ cao điểm buổi tối."""
ARREST = """
{place}警察署は{day}日、酒気帯び運転の疑いで{name}容疑者（{age}）を
現行犯逮捕した。署によると、ふらつきながら走る車を署員が見つけて停止を求め、
呼気を調べたところ基準を超える酒の成分が検出された。調べに対し容疑を認めている
という。けが人はいなかった。署は飲酒の経緯や量などを詳しく調べている。"""
DONATION = """
Das Rote Kreuz ruft zur Blutspende in {place} auf. Der Termin ist am {day}. {month}, von
{hour} Uhr bis zum Abend in der Turnhalle von {place}. Blut spenden kann jeder Gesunde ab 18
Jahren, mitzubringen ist ein gültiger Ausweis. Mit Anmeldung, Untersuchung und Imbiss sollten
Spender eine gute Stunde Zeit einplanen. Jeden Tag werden viele Blutkonserven gebraucht, um
Patienten nach Unfällen oder bei Operationen zu helfen."""
SALE = """
The {place} Rotary Club will hold its annual book sale on Saturday, {month} {day}, from nine
in the basement of {church} Church. Hardcovers cost two dollars and paperbacks one dollar, and all
proceeds go to scholarships for local students. Volunteers are needed to set up tables on the
evening before; those who can help should call {name}. Donations of clean books in good condition
are welcome, but the club cannot take magazines, textbooks or encyclopedias. Parking is free."""
KHMER = """
អគ្គិសនីកម្ពុជាសូមជម្រាបថានឹងផ្អាកការផ្គត់ផ្គង់ចរន្តអគ្គិសនីនៅថ្ងៃទី {day} នៅភូមិ {place} ចាប់ពីម៉ោង {hour} ព្រឹក
ដើម្បីជួសជុលខ្សែបណ្តាញ។ សូមអតិថិជនទាំងអស់មេត្តាយោគយល់ចំពោះការរំខាននេះ ហើយប្រុងប្រយ័ត្នជានិច្ច
ព្រោះចរន្តអគ្គិសនីអាចត្រឡប់មកវិញមុនម៉ោងកំណត់ដោយមិនជូនដំណឹងជាមុន។ សូមអរគុណ។"""
PHARMACY = """
Notdienst der Apotheken am {day}: {name}-Apotheke, {place}. Der Notdienst wechselt jeden Morgen um
halb neun. Ärztliche Hilfe gibt es in der Nacht unter der bekannten Nummer; wenn das Leben in Gefahr
ist, wählt man den Notruf. Auch Zahnärzte haben am Wochenende zwei Stunden lang Sprechzeit."""
BURN_BAN = """
{place} County commissioners have {done} a ban on open fires, starting {day}. It covers brush,
trash and campfires, and forbids fireworks. Grills may be used while somebody keeps an eye on
them. Those who break the rule can be fined. People who must burn should ring the fire station
first and have a hose ready."""
DRAW = """
Giải tám {}, giải bảy {}, giải sáu {}, giải năm {}, giải tư {}, giải ba {}. Vé trùng nhiều
giải được lĩnh đủ giá trị các giải. Khách hàng trúng thưởng có thể lĩnh tiền tại trụ sở công
ty hoặc đại lý ủy quyền kể từ ngày mở thưởng, quá thời hạn trên các vé trúng thưởng không còn
giá trị. Vé lĩnh thưởng phải còn nguyên hình, nguyên khổ, không rách rời, không chắp vá, không
tẩy xóa, và chỉ được lĩnh thưởng một lần."""


def alike(one, other):
    return likeness(shingled(one), shingled(other))


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        pytest.param(STORY, STORY.upper(), 1.0, id="the same but for case"),
        pytest.param("Bản tin trưa", "Bản tin trưa.", 1.0, id="less than a shingle"),
        pytest.param(STORY, " ".join(STORY.split()[:40]), 0.375, id="an opening"),
        pytest.param(STORY, f"{STORY} {OTHER[:300]}", 0.69, id="with titles of others below"),
        pytest.param(STORY, f"{OTHER[:80]} {STORY[131:]}", 0.74, id="with a lead of its own"),
        pytest.param(STORY, OTHER, None, id="another story"),
        pytest.param(STORY, "", None, id="nothing"),
        pytest.param("", "", None, id="nothing twice"),
        pytest.param(STORY[:100] + OTHER, OTHER[:100] + STORY, None, id="a tenth of each other"),
        pytest.param(STORY, " ".join(STORY.split()[:8]), None, id="a sentence quoted"),
        pytest.param(STORY[:300], STORY[:80], None, id="a sentence quoted in a brief"),
        pytest.param(STORY, f"{STORY} {DIGEST}", None, id="one of many in a digest"),
        pytest.param(STORY, f"{OTHER} {STORY} {DIGEST[:500]}", None, id="the second in a digest"),
    ],
)
def test_a_copy_has_the_share_of_shingles_that_both_have(one, other, share):
    assert alike(one, other) == pytest.approx(share, abs=0.02)
    assert alike(other, one) == alike(one, other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("30 km", "40 km", id="a number corrected"),
        pytest.param("Lê Văn Lâm", "Lê Văn Tám", id="a name corrected"),
        pytest.param("Theo ông Lê Văn Lâm", "Theo bà Vũ Thị Nga, Chủ tịch xã", id="another source"),
        pytest.param("thường bị cô lập", "hay bị chia cắt", id="words an editor prefers"),
        pytest.param(" ưu tiên những đoạn gần trường", "", id="words dropped"),
        pytest.param("Sáng 12/3, huyện Hòa Bình", "(TTXVN) Hòa Bình", id="a dateline"),
    ],
)
def test_an_edited_article_is_a_copy(old, new):
    assert old in REPORT
    assert alike(REPORT, REPORT.replace(old, new)) > 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            POWER_CUT.format(day="12/3", one="Lê Lợi", two="Ngô Quyền"),
            POWER_CUT.format(day="15/4", one="Hàm Nghi", two="Trần Phú"),
            id="a power cut in other streets",
        ),
        pytest.param(
            ARREST.format(place="松川", day=12, name="白石一郎", age=45),
            ARREST.format(place="上野原", day=3, name="朝倉誠", age=61),
            id="someone else arrested",
        ),
        pytest.param(
            DONATION.format(place="Sandau", day=3, month="Mai", hour=14),
            DONATION.format(place="Birkenrode", day=17, month="Juni", hour=15),
            id="another day to give blood",
        ),
        pytest.param(
            SALE.format(place="Elmford", month="May", day=4, church="Grace", name="Ann Pratt"),
            SALE.format(place="Ashby", month="June", day=8, church="Trinity", name="Joe Dunn"),
            id="another club's sale",
        ),
        pytest.param(
            PHARMACY.format(day="Montag", name="Ring", place="Altbrück"),
            PHARMACY.format(day="Freitag", name="Löwen", place="Bad Kornau"),
            id="another chemist's, in the first sentence alone",
        ),
        pytest.param(
            BURN_BAN.format(place="Adair", done="lifted", day="Friday"),
            BURN_BAN.format(place="Boone", done="issued", day="tomorrow"),
            id="a ban in another county, which is the first word",
        ),
        pytest.param(
            KHMER.format(day=12, place="ព្រែកតាមាក់", hour=8),
            KHMER.format(day=21, place="ស្វាយចេក", hour=7),
            id="a power cut in another village, in Khmer",
        ),
        pytest.param(
            DRAW.format(11, 222, 3333, 4444, 55555, 66666),
            DRAW.format(12, 345, 6789, 9876, 54321, 12345),
            id="another draw of a lottery, whose numbers come first",
        ),
    ],
)
def test_bulletins_of_a_series_are_no_copies_however_much_they_share(one, other):
    first, second = shingled(one), shingled(other)

    assert len(first.shingles & second.shingles) > 0.6 * len(first.shingles)
    assert likeness(first, second) is likeness(second, first) is None


def test_a_khmer_text_is_a_copy_whatever_spaces_divide_it():
    notice = KHMER.format(day=12, place="ព្រែកតាមាក់", hour=8)

    assert alike(notice, notice.replace("សូម", "\u200bសូម ")) == 1.0


def test_a_bulletin_taken_over_is_a_copy():
    notice = POWER_CUT.format(day="12/3", one="Lê Lợi", two="Ngô Quyền")

    assert alike(notice, f"{notice}\n\nTheo báo Hòa Bình") > 0.9


@pytest.mark.parametrize(
    ("shared", "of", "size", "other", "are"),
    [
        pytest.param(8, 32, 500, 500, True, id="a quarter of texts as long"),
        pytest.param(7, 32, 500, 500, False, id="less than a quarter"),
        pytest.param(4, 32, 500, 200, True, id="two entries of sixteen, of an opening"),
        pytest.param(4, 32, 200, 500, True, id="two of an opening's own"),
        pytest.param(4, 16, 500, 500, True, id="half of the entries too common to tell anything"),
        pytest.param(2, 2, 5, 5, True, id="the only entry of a line of five words"),
    ],
)
def test_texts_are_compared_that_share_as_much_as_their_lengths_have_one_expect(
    shared, of, size, other, are
):
    assert may_be_copies(shared, of, size, other) is are
