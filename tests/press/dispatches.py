"""What the made-up news agencies send: reports in three languages, and bulletins of every day."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """A text by its sentences, and what it is about: in two words, and in a clause."""

    topic: str
    gist: str
    sentences: tuple[str, ...]


BRIDGE = Dispatch(
    topic="cầu Rạng Đông",
    gist="cầu Rạng Đông trên sông Vĩnh được thông xe sớm hơn một tháng",
    sentences=(
        "Đúng 9 giờ sáng, hai hàng rào chắn ở đầu cầu được dỡ bỏ để đoàn xe đầu tiên sang sông.",
        "Cầu dài 412 mét, rộng 11 mét, thay cho bến phà đã phục vụ người dân suốt 37 năm.",
        "Ông Trương Văn Hòa, người lái phà lâu năm nhất, được mời ngồi trên chuyến xe mở đường.",
        "Theo ban quản lý, nhịp giữa được lắp bằng cần cẩu nổi thuê của một xưởng đóng tàu ngoài"
        " cửa biển.",
        "Hai lần nước lũ tràn vào hố móng nhưng đội thợ vẫn giữ được tiến độ nhờ làm thêm ca đêm.",
        "Tổng mức đầu tư 186 tỷ đồng, trong đó ngân sách huyện góp gần một phần ba.",
        "Xe tải trên 18 tấn tạm thời chưa được qua, cho đến khi đường dẫn phía nam lún ổn định.",
        "Tiểu thương chợ Gò Trôm tính rằng mỗi chuyến hàng sẽ bớt được bốn mươi phút chờ đợi.",
        "Bến phà cũ sẽ thành công viên nhỏ, giữ lại chiếc phà sắt cuối cùng làm nơi đọc sách cho"
        " trẻ em.",
        "Lực lượng giao thông bố trí người hướng dẫn ở cả hai đầu cầu trong tuần lễ đầu tiên.",
    ),
)
RICE = Dispatch(
    topic="giống lúa chịu mặn",
    gist="giống lúa chịu mặn trồng thử ở ven biển cho năng suất bất ngờ",
    sentences=(
        "Trên 64 héc ta ruộng nhiễm mặn, bông lúa vẫn trĩu hạt trong khi ruộng bên cạnh cháy lá.",
        "Trạm giống cho biết năng suất gặt thử đạt 5,8 tấn một héc ta, cao hơn dự tính ban đầu.",
        "Cây chịu được nước có độ mặn bốn phần nghìn trong suốt ba tuần cuối vụ.",
        "Kỹ sư Phan Thúy Hạnh kể rằng nhóm của chị đã lai tạo qua mười bốn thế hệ mới chọn được"
        " dòng này.",
        "Nông dân được cấp hạt không lấy tiền, đổi lại phải ghi sổ từng lần bón phân và lấy nước.",
        "Gạo nấu lên hơi cứng, thợ làm bún lại thích vì sợi dai và ít bị nát khi luộc.",
        "Hợp tác xã Thạnh Nhơn đã đặt mua trước 90 tấn để xay bột và bán cho các lò bánh.",
        "Điều khiến nhiều người còn e ngại là rơm ngắn, trâu bò không chuộng, đem ủ nấm cũng chậm.",
        "Vụ tới, diện tích sẽ mở ra thêm ba xã nằm sát cửa sông, nơi đất bỏ hoang từ đợt hạn cũ.",
        "Cơ quan khuyến nông khuyên không nên gieo quá dày vì giống này đẻ nhánh rất khỏe.",
    ),
)
SCHOOL = Dispatch(
    topic="lớp học trên thuyền",
    gist="lớp học trên thuyền ở đầm Lau đón học sinh trở lại",
    sentences=(
        "Chiếc thuyền gỗ dài mười hai mét neo bên hàng đước, trên mui treo bảng đen và một cái"
        " trống nhỏ.",
        "Hai mươi ba em nhỏ của xóm vạn chài chèo xuồng đến lớp từ khi sương còn phủ kín mặt đầm.",
        "Cô giáo Lương Thúy Hòa dạy cùng lúc ba trình độ, mỗi nhóm ngồi một khoang.",
        "Suốt bảy tuần trước đó, lớp phải nghỉ vì ván đáy mục và máy bơm nước hỏng.",
        "Thợ mộc trong làng góp công thay ván, còn sơn và đinh đồng do một hiệu buôn gửi tặng.",
        "Các em được phát áo phao màu cam, em nào quên mặc thì không được bước lên thuyền.",
        "Buổi trưa, phụ huynh thay nhau nấu cháo cá, ai có gì góp nấy, không thu tiền.",
        "Phòng giáo dục hứa sẽ cấp thêm sách và một tấm pin mặt trời để thắp đèn vào mùa mưa.",
        "Nhiều bậc cha mẹ trước kia không biết chữ nay cũng ngồi ghé ở mạn thuyền học ké con.",
        "Khi gió trên cấp năm, thuyền được kéo vào rạch và cả lớp chuyển sang đình làng.",
    ),
)
STORM = Dispatch(
    topic="đê bao Mỹ Lác",
    gist="đê bao Mỹ Lác được giữ vững trong đêm triều cường",
    sentences=(
        "Đến gần nửa đêm, mực nước ngoài sông chỉ còn cách mặt đê chừng một gang tay.",
        "Hơn ba trăm thanh niên chuyền tay bao cát dọc đoạn xung yếu dài 240 mét.",
        "Bà con hai bên mở cửa nhà, thắp đèn và nấu nước gừng cho người giữ đê.",
        "Chỗ rò đầu tiên được phát hiện nhờ tiếng ếch kêu lạ sau vườn nhà ông Lý Tòng.",
        "Đội xung kích đóng hai hàng cừ tràm, đổ đất sét rồi phủ bạt lên mái phía đồng.",
        "Trạm thủy văn dự báo đỉnh triều sẽ xuống chậm trong ba ngày tới.",
        "Gần 1.900 héc ta vườn cây bên trong không bị ngập, riêng hai ao cá tràn bờ.",
        "Chủ tịch huyện yêu cầu cấm xe tải đi trên mặt đê cho đến khi gia cố xong.",
        "Một đoạn kè cũ xây từ thời chưa có đường nhựa sẽ được thay bằng rọ đá.",
        "Trẻ em ở các ấp thấp được nghỉ học thêm một buổi, sách vở đã đưa lên gác từ chiều.",
    ),
)
FERRY = Dispatch(
    topic="bến đò Cồn Bần",
    gist="bến đò Cồn Bần có đò chạy điện đầu tiên của tỉnh",
    sentences=(
        "Con đò sơn trắng chở được ba mươi khách, chạy êm tới mức ngồi mũi nghe rõ tiếng chim.",
        "Bộ pin nặng gần sáu tạ nằm dưới sàn, sạc ban đêm và đủ dùng cho mười bốn lượt qua lại.",
        "Chủ bến là bà Tống Mỹ Duyên vay quỹ tín dụng một nửa số tiền đóng đò.",
        "Giá vé vẫn giữ nguyên hai nghìn đồng, học sinh và người già không phải trả.",
        "So với máy dầu, chi phí mỗi chuyến giảm hơn phân nửa mà nước quanh bến bớt váng.",
        "Đăng kiểm yêu cầu lắp thêm một máy nổ dự phòng phòng khi nước chảy xiết.",
        "Tài công phải học lại cách cặp bến, vì chân vịt điện hãm nhanh hơn máy cũ rất nhiều.",
        "Tháng sau, xưởng Phú Điền Tây sẽ hạ thủy thêm chiếc thứ hai cho bến Tân Ổi.",
        "Khách lạ hay hỏi đò đã nổ máy chưa, trong khi bờ bên kia đã ở ngay trước mặt.",
    ),
)
MUSEUM = Dispatch(
    topic="nhà trưng bày gốm",
    gist="nhà trưng bày gốm Vĩnh Lau mở cửa sau bốn năm sửa chữa",
    sentences=(
        "Gian chính bày những chiếc lu, hũ và ấm tìm được dưới lòng kênh khi nạo vét.",
        "Món cổ nhất là một bình vôi có quai hình thằn lằn, men xanh gần như còn nguyên.",
        "Người thợ già Quách Đình Sửu mỗi sáng ngồi vuốt đất bằng bàn xoay đạp chân cho khách xem.",
        "Mái ngói được lợp lại theo lối xưa, cứ hai lớp ngói âm thì đến một lớp ngói dương.",
        "Trong sân có lò nung nhỏ, cuối tuần trẻ em được tự nặn con tò he rồi đem nung.",
        "Bảng chú thích in cả chữ nổi để người khiếm thị cũng đọc được.",
        "Ban quản lý không bán vé mà đặt một cái chum ở cửa, ai muốn góp bao nhiêu tùy lòng.",
        "Một phòng để trống, chờ những hiện vật mà các gia đình trong làng hứa cho mượn.",
    ),
)
MARKET = Dispatch(
    topic="chợ nổi Long Vịnh",
    gist="chợ nổi Long Vịnh họp lại sau hai mươi năm vắng bóng",
    sentences=(
        "Từ bốn giờ sáng, ghe bầu chở dưa, khóm và khoai lang đã đậu kín ngã ba sông.",
        "Mỗi ghe dựng một cây sào, bán thứ gì thì treo thứ ấy lên cho người mua nhìn từ xa.",
        "Ban tổ chức kẻ luồng bằng phao vàng để tàu lớn không chạy cắt qua chỗ họp.",
        "Bà Âu Thị Mến, năm nay bảy mươi tám tuổi, chèo chiếc tam bản cũ ra bán bánh lá dừa.",
        "Lần cuối chợ họp là năm con lộ lớn làm xong, ai nấy bỏ ghe lên bờ chạy xe.",
        "Khách được mượn rổ tre thay túi ni lông, trả lại khi rời bến.",
        "Phiên đầu đếm được 148 ghe, gấp đôi con số mà xã dám mong.",
        "Nước rút nhanh nên đến gần trưa ghe phải tản ra, kẻo mắc cạn trên bãi bồi.",
        "Từ nay chợ họp vào ngày mồng hai và mười sáu âm lịch, trừ khi có bão.",
    ),
)
FIRE = Dispatch(
    topic="Der Brand im Torfwerk",
    gist="das alte Torfwerk bei Moorhausen ist in der Nacht abgebrannt",
    sentences=(
        "Gegen halb drei bemerkte ein Bäckergeselle auf dem Weg zur Arbeit den Feuerschein.",
        "Als die ersten Löschzüge eintrafen, stand die Presshalle bereits in vollem Brand.",
        "Weil der nächste Hydrant 900 Meter weg ist, pumpten die Wehren Wasser aus dem Graben.",
        "Zwei Feuerwehrleute verletzten sich leicht, als ein Stück des Blechdachs herabstürzte.",
        "Das Werk steht seit elf Jahren leer, zuletzt stellte dort ein Schausteller Buden unter.",
        "Anwohner sollten bis zum Mittag Fenster und Türen geschlossen halten.",
        "Ein Bagger zog die glimmenden Ballen auseinander, damit sich die Glut nicht in den Boden"
        " fraß.",
        "Zur Ursache äußerte sich die Polizei nicht, sie hat die Ruine beschlagnahmt.",
        "Der Heimatverein hatte gehofft, in der Halle einmal eine Feldbahn zu zeigen.",
        "Den Schaden schätzt der Landkreis vorerst auf eine halbe Million Euro.",
    ),
)
LIBRARY = Dispatch(
    topic="perahu pustaka",
    gist="perahu pustaka kembali berlayar di Telaga Biru",
    sentences=(
        "Perahu kayu bercat hijau itu membawa 740 judul buku, sebagian besar sumbangan pembaca.",
        "Setiap Selasa pagi, anak-anak dari lima kampung menunggu di dermaga sambil membawa kartu"
        " pinjam.",
        "Pengelolanya, Ibu Marlina, dahulu penjaga mercusuar di ujung teluk.",
        "Mesin lama rusak sejak banjir, sehingga layanan terhenti selama lima bulan.",
        "Bengkel sekolah kejuruan memperbaikinya tanpa upah sebagai bahan latihan murid.",
        "Di atas geladak tersedia tikar, papan catur, dan sebuah radio tua.",
        "Buku yang terlambat dikembalikan tidak didenda, tetapi peminjam harus bercerita tentang"
        " isinya.",
        "Nelayan ikut meminjam buku resep dan panduan memperbaiki jaring.",
        "Dinas kabupaten berjanji menanggung solar untuk dua kali pelayaran sepekan.",
        "Bila ombak tinggi, rak-rak diikat dengan tali rotan agar tidak roboh.",
        "Tahun depan mereka berharap punya perahu kedua untuk pulau-pulau di sebelah timur.",
    ),
)

_PLACES = ("Bình Sậy", "Cồn Bần", "Hòa Rạng", "Gò Trôm", "Tân Ổi", "Đông Mùa", "Mỹ Lác", "Vĩnh Lau")


def _gold(day: date, draw: Random) -> tuple[str, ...]:
    price = draw.randint(14_000, 15_900)
    rise, fall = draw.sample(("tăng", "giảm"), 2)
    return (
        f"Sáng {day.day}/{day.month}, vàng miếng được niêm yết ở mức {_tenths(price)} triệu đồng"
        f" mua vào và {_tenths(price + draw.randint(120, 290))} triệu đồng bán ra mỗi lượng.",
        f"So với chiều hôm trước, chiều mua {rise} {draw.randint(11, 99)}0 nghìn đồng, chiều bán"
        f" {fall} {draw.randint(11, 99)}0 nghìn đồng.",
        f"Nhẫn trơn bốn số chín giao dịch quanh {_tenths(price - draw.randint(200, 500))} triệu"
        " đồng một lượng tại các tiệm lớn.",
        f"Ở thị trường thế giới, giá giao ngay đứng tại {draw.randint(3900, 4300)} USD một ounce,"
        f" {rise} {draw.randint(3, 48)} USD sau một đêm.",
        f"Quy đổi theo tỷ giá ngân hàng, vàng trong nước đắt hơn {_tenths(draw.randint(900, 1800))}"
        " triệu đồng, chưa kể thuế và phí.",
        "Các chủ tiệm cho hay khách vẫn chủ yếu mua làm quà cưới, ít người gom số lượng lớn.",
        f"Tỷ giá trung tâm được công bố ở mức {draw.randint(25_000, 25_400)} đồng đổi một đô la.",
        "Người mua nên giữ hóa đơn, xem kỹ tem và cân lại trước khi rời quầy.",
    )


def _weather(day: date, draw: Random) -> tuple[str, ...]:
    low = draw.randint(14, 21)
    one, other = draw.sample(("đông bắc", "đông nam", "bắc", "tây nam"), 2)
    return (
        f"Dự báo cho ngày {day.day}/{day.month}: vùng ven biển nhiều mây, gió {one} cấp"
        f" {draw.randint(2, 4)}, nhiệt độ thấp nhất {low} độ, cao nhất {low + draw.randint(5, 9)}"
        " độ.",
        f"Vùng đồng bằng có nắng gián đoạn, độ ẩm trung bình {draw.randint(61, 93)}%, về đêm gió"
        f" chuyển hướng {other}.",
        f"Lượng mưa trong 24 giờ qua đo được {draw.randint(2, 58)} milimét tại trạm"
        f" {draw.choice(_PLACES)} và {draw.randint(2, 58)} milimét tại trạm cửa sông.",
        f"Đỉnh triều vào lúc {draw.randint(1, 11)} giờ {draw.randint(10, 59)} phút, mực nước cao"
        f" {draw.randint(110, 189)} xăng ti mét.",
        f"Sóng ngoài khơi cao từ {draw.randint(1, 2)} đến {draw.randint(3, 4)} mét, tàu thuyền nhỏ"
        " cần nghe tin trước khi ra khơi.",
        f"Mặt trời mọc lúc 5 giờ {draw.randint(40, 59)} phút và lặn lúc 17 giờ"
        f" {draw.randint(10, 39)} phút.",
        "Bản tin tiếp theo được phát vào chiều cùng ngày, khi có diễn biến lạ sẽ phát sớm hơn.",
    )


def _lottery(day: date, draw: Random) -> tuple[str, ...]:
    def drawn(digits: int, times: int = 1) -> str:
        return " - ".join(f"{draw.randrange(10**digits):0{digits}}" for _ in range(times))

    return (
        f"Kết quả mở thưởng xổ số kiến thiết ngày {day.day}/{day.month} tại hội trường công ty được"
        " công bố như sau.",
        f"Giải đặc biệt: {drawn(6)}. Giải nhất: {drawn(5)}. Giải nhì: {drawn(5, 2)}.",
        f"Giải ba: {drawn(5, 2)}. Giải tư: {drawn(5, 7)}.",
        f"Giải năm: {drawn(4)}. Giải sáu: {drawn(4, 3)}. Giải bảy: {drawn(3)}.",
        "Vé trúng thưởng được đổi trong ba mươi ngày kể từ ngày mở, quá hạn không còn giá trị.",
        "Người trúng mang theo vé nguyên vẹn, không rách, không tẩy xóa, cùng giấy tờ tùy thân.",
        f"Kỳ này công ty phát hành {draw.randint(10, 39)} xê ri, đã bán được"
        f" {draw.randint(71, 99)}% số vé.",
    )


def _power(day: date, draw: Random) -> tuple[str, ...]:
    cuts = (
        f"Từ {draw.randint(5, 8)} giờ {draw.randint(10, 50)} đến {draw.randint(10, 17)} giờ"
        f" {draw.randint(10, 50)}, mất điện tại xã {place}, trạm biến áp số"
        f" {draw.randint(11, 98)}, để {work}."
        for place, work in zip(
            draw.sample(_PLACES, 4),
            (
                "thay trụ và căng lại dây",
                "vệ sinh sứ cách điện",
                "đấu nối đường dây mới",
                "tỉa cây",
            ),
            strict=True,
        )
    )
    return (
        f"Điện lực huyện thông báo lịch tạm ngừng cung cấp điện ngày {day.day}/{day.month} trên địa"
        " bàn.",
        *cuts,
        "Công việc có thể xong sớm hơn và điện được đóng lại mà không báo trước.",
        "Bà con nên rút phích cắm các thiết bị, coi như lưới luôn có điện để giữ an toàn.",
        "Mọi thắc mắc xin gọi tổng đài chăm sóc khách hàng, trực suốt ngày đêm.",
    )


def _tenths(amount: int) -> str:
    return f"{amount / 100:.2f}".replace(".", ",")


_SERIES: Mapping[str, Callable[[date, Random], tuple[str, ...]]] = {
    "giá vàng": _gold,
    "thời tiết": _weather,
    "xổ số": _lottery,
    "lịch cắt điện": _power,
}
SERIES = tuple(_SERIES)


def bulletin(series: str, day: date) -> Dispatch:
    """Return the bulletin of a *series* for a *day*: the same text with figures of its own."""
    return Dispatch(
        topic=series,
        gist=f"{series} ngày {day.day}/{day.month} có thay đổi so với hôm qua",
        sentences=_SERIES[series](day, Random(f"{series} {day}")),
    )
