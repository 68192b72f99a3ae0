"""The texts of the made-up papers: three languages, from which stories are drawn by a seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from newsbot.demo.paper import Story

# How many hours before the paper's clock its stories appeared: several on some days, none on
# others, nothing older than 25 days but three stories of months before.
AGES = (
    *(1, 3, 5, 8, 26, 31, 52, 73, 78, 99, 121, 146, 170, 219, 242, 268, 301, 336, 377, 420),
    *(470, 526, 588, 75 * 24 + 5, 80 * 24 + 2, 90 * 24 + 9),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Words and sentences; ``{thing}``, ``{place}``, ``{n}``… stand for what changes in them."""

    sections: tuple[str, ...]
    authors: tuple[str, ...]
    places: tuple[str, ...]
    things: tuple[str, ...]
    people: tuple[str, ...]
    caption: str
    headlines: tuple[str, ...]
    leads: tuple[str, ...]
    sentences: tuple[str, ...]


def new_stories(language: Language, today: datetime, *, seed: int, first_key: int) -> list[Story]:
    """Return the same stories for the same *seed*, oldest first, their keys rising with time."""
    random = Random(seed)
    return [
        draw_story(language, random, number, key=str(first_key + 7 * number), published=out)
        for number, out in enumerate(today - timedelta(hours=age) for age in sorted(AGES)[::-1])
    ]


def draw_story(
    language: Language, random: Random, number: int, *, key: str, published: datetime
) -> Story:
    """Return the story that *random* draws next; *number* turns through headlines and sections."""
    place, other = random.sample(language.places, 2)
    thing = language.things[(number * 7 + 3) % len(language.things)]

    def fill(template: str) -> str:
        text = template.format(
            place=place,
            other=other,
            thing=thing,
            person=random.choice(language.people),
            n=random.randint(11, 39),
            m=random.randint(105, 980),
        )
        return text[0].upper() + text[1:]

    sentences = [fill(t) for t in random.sample(language.sentences, random.randint(6, 10))]
    cuts = [0, *sorted(random.sample(range(1, len(sentences)), random.randint(2, 5)))]
    spans = zip(cuts, [*cuts[1:], len(sentences)], strict=True)
    return Story(
        key=key,
        headline=fill(language.headlines[number % len(language.headlines)]),
        lead=fill(random.choice(language.leads)),
        paragraphs=tuple(" ".join(sentences[start:end]) for start, end in spans),
        authors=(random.choice(language.authors),),
        section=language.sections[number % len(language.sections)],
        published=published.replace(second=0, microsecond=0),
        caption=fill(language.caption) if number % 2 else None,
    )


VIETNAMESE = Language(
    sections=("Chính trị", "Kinh tế", "Xã hội"),
    authors=("Thu Hạ", "Minh Đăng", "Quỳnh Mai", "Trần Bách"),
    places=(
        *("Bình Sậy", "An Trạch Hạ", "Cồn Bần", "Vĩnh Lau", "Hòa Rạng", "Phú Điền Tây"),
        *("Gò Trôm", "Mỹ Lác", "Thạnh Nhơn", "Tân Ổi", "Long Vịnh", "Đông Mùa"),
    ),
    things=(
        *("tuyến kênh nội đồng", "nhà văn hóa liên thôn", "trạm bơm đầu nguồn", "phòng đọc sách"),
        *("con đường bê tông", "khu chợ nông sản", "bến thuyền du lịch", "vườn ươm cây giống"),
        *("sân bóng cộng đồng", "tổ thu gom rác", "kho lạnh trái cây"),
    ),
    people=(
        *("ông Nguyễn Văn Bảy", "bà Lê Thị Sương", "anh Phạm Hoài Nam", "chị Đỗ Kim Oanh"),
        *("ông Huỳnh Tấn Phước", "bà Vũ Thị Nhàn"),
    ),
    caption="Một góc xã {place} nhìn từ triền đê.",
    headlines=(
        "Xã {place} đưa {thing} vào hoạt động",
        "{place}: Cả xóm chung tay vì {thing}",
        "Chuyện {thing} ở {place}",
        "Hơn {m} hộ dân {place} hưởng lợi từ {thing}",
        "{place} và {other} cùng chăm lo cho {thing}",
        "Vì sao {thing} ở {place} chậm tiến độ?",
        "Kiểm tra {thing} tại xã {place}",
        "Mùa nước về, {place} lo cho {thing}",
        "Người giữ {thing} ở {place}",
        "Bàn cách giữ gìn {thing} ở {place} được lâu dài",
    ),
    leads=(
        "Sau {n} ngày chuẩn bị, {thing} ở xã {place} đã đi vào nền nếp, được bà con đồng tình.",
        "Câu chuyện của {person} cho thấy một việc nhỏ ở {place} có thể đi xa đến đâu.",
        "Cả xã {place} có {m} hộ tham gia, nhưng con số ấy chưa nói hết những điều đang đổi thay.",
        "Từ chỗ còn nhiều ý kiến khác nhau, {place} nay đã chọn được hướng đi cho {thing}.",
        "Chính quyền xã {place} vừa thống nhất với người dân một cách làm mới cho {thing}.",
    ),
    sentences=(
        "Theo báo cáo của xã {place}, {thing} có kinh phí {m} triệu đồng, dân góp {n}%.",
        "{person} tự nguyện hiến {m}m2 đất mà không đòi đền bù.",
        "Những ngày đầu chỉ có {n} hộ đăng ký, phần còn lại đứng ngoài quan sát.",
        "Đến nay, hội nông dân đã mở {n} buổi họp thôn để giải thích từng khoản thu chi.",
        "So với cùng kỳ năm trước, thu nhập của vùng tăng {n}%, riêng {other} tăng gấp đôi.",
        "Mưa lớn giữa tháng khiến công việc phải dừng {n} ngày, nhưng không ai bỏ cuộc.",
        "“Chúng tôi chỉ mong con cháu có chỗ đi lại khô ráo”, {person} nói.",
        "Cán bộ kỹ thuật của tỉnh về tận nơi, đo lại cao trình rồi sửa bản vẽ trong {n} giờ.",
        "Ở {other}, cách làm tương tự đã có từ lâu và vẫn còn nguyên giá trị.",
        "Khó nhất là vận động các nhà dời hàng rào, cổng ngõ nằm trong chỉ giới.",
        "Trường tiểu học {place} nhân dịp này dạy các em về nguồn nước quê mình.",
        "Dự kiến cuối quý, {n} hạng mục còn lại sẽ được bàn giao cho thôn quản lý.",
        "Nhiều người đề nghị công khai danh sách đóng góp trên loa truyền thanh và bảng tin.",
        "Các đoàn viên trẻ nhận phần trồng cây, mỗi cây mang tên một người trồng.",
        "{person} đi làm xa {n} năm, nay trở về và xin nhận việc coi sóc {thing}.",
        "Ủy ban nhân dân xã yêu cầu kiểm tra hằng tuần, không để xảy ra sự cố mùa nước.",
        "Nhờ vậy, quãng đường từ {place} sang {other} rút ngắn được {m} mét.",
        "Tiền dư được gửi vào quỹ của thôn, dành cho những nhà gặp hoạn nạn.",
    ),
)

INDONESIAN = Language(
    sections=("Daerah", "Ekonomi", "Olahraga"),
    authors=("Dewi Anggraini", "Rahmat Fauzi", "Sinta Maharani", "Yusuf Hidayat"),
    places=(
        *("Rawa Indah", "Tanjung Meranti", "Bukit Kenari", "Muara Salak", "Telaga Biru"),
        *("Lembah Randu", "Pasar Nipah", "Ujung Waru", "Jati Lama", "Pinang Baru"),
    ),
    things=(
        *("jembatan gantung", "pasar ikan", "posyandu keliling", "kebun sayur sekolah"),
        *("perpustakaan desa", "saluran irigasi", "bank sampah", "lapangan voli"),
        *("dermaga kayu", "sumur bor", "balai latihan"),
    ),
    people=("Pak Sugeng", "Bu Ratna", "Pak Hasan", "Bu Lestari", "Pak Darmawan", "Bu Yanti"),
    caption="Suasana di Desa {place}. (Foto: Istimewa)",
    headlines=(
        "Warga {place} gotong royong perbaiki {thing}",
        "{m} keluarga di {place} rasakan manfaat {thing}",
        "Pemerintah desa {place} resmikan {thing}",
        "Mengapa {thing} di {place} belum selesai?",
        "Kisah {person} merawat {thing} di {place}",
        "{place} dan {other} kelola {thing} bersama",
        "Musim hujan tiba, {place} siapkan {thing}",
        "Anggaran {thing} di {place} naik {n} persen",
        "Anak muda {place} hidupkan lagi {thing}",
        "Dari {place} untuk {other}: cerita tentang {thing}",
    ),
    leads=(
        "Setelah {n} hari dikerjakan bersama, {thing} di Desa {place} kini bisa dipakai warga.",
        "Cerita {person} menunjukkan bahwa langkah kecil di {place} dapat berdampak luas.",
        "Sebanyak {m} keluarga ikut serta, tetapi angka itu belum menggambarkan semuanya.",
        "Musyawarah desa di {place} akhirnya menemukan jalan keluar untuk {thing}.",
    ),
    sentences=(
        "Kepala desa menyebut biaya {thing} mencapai {m} juta rupiah, {n} persen dari iuran warga.",
        "{person} menyerahkan sebagian kebunnya tanpa meminta ganti rugi.",
        "Pada pekan pertama hanya {n} orang yang mendaftar.",
        "Ibu-ibu menyiapkan dapur umum sejak subuh agar pekerjaan tidak terhenti.",
        "Dibandingkan tahun lalu, hasil panen di {other} naik {n} persen.",
        "Hujan deras sempat menghentikan pekerjaan selama {n} jam.",
        '"Kami hanya ingin anak-anak pulang dengan sepatu kering," kata {person}.',
        "Petugas dari kabupaten datang mengukur ulang dan memperbaiki gambar rencana.",
        "Cara serupa sudah lebih dulu diterapkan di {other}.",
        "Bagian tersulit adalah meyakinkan pemilik lahan di tepi sungai.",
        "Sekolah dasar di {place} memakai kesempatan ini untuk belajar tentang air bersih.",
        "Sisa dana disimpan di kas desa untuk keluarga yang sedang sakit.",
        "Panitia menempelkan daftar sumbangan di papan pengumuman setiap Jumat.",
        "{person} pernah merantau {n} tahun sebelum kembali ke {place}.",
        "Jarak dari {place} ke {other} kini lebih pendek {m} meter.",
        "Karang taruna menanam {m} pohon di sepanjang jalan masuk.",
    ),
)

GERMAN = Language(
    sections=("Lokales", "Kultur", "Sport"),
    authors=("Jörg Brandes", "Käthe Röver", "Malte Schütt", "Änne Dierks"),
    places=(
        *("Wietzenfelde", "Schnuckenbüttel", "Birkenrode", "Eschenhörn", "Groß Ginster"),
        *("Kleinwacholder", "Öhrendorf", "Sandmühlen", "Moorhausen", "Ober Heidloh"),
    ),
    things=(
        *("das Freibad", "die Mühlenbrücke", "die Bücherei", "das Heimatmuseum", "die Grundschule"),
        *("die Feuerwache", "das Pfarrhaus", "die Kläranlage", "die Turnhalle"),
        *("das Backhaus", "die Streuobstwiese"),
    ),
    people=("Heinz Lührs", "Gisela Oßwald", "Dörte Meinecke", "Uwe Kräher", "Frauke Jäkel"),
    caption="So sieht es zurzeit in {place} aus. Foto: privat",
    headlines=(
        "{place} streitet über {thing}",
        "Wie {place} {thing} retten will",
        "{n} Helfer packen für {thing} in {place} an",
        "Rat von {place} stimmt für {thing}",
        "Ohne {thing} geht in {place} nichts",
        "{person} kämpft um {thing} in {place}",
        "{place} und {other} teilen sich {thing}",
        "Was {thing} für {place} bedeutet",
        "{m} Unterschriften für {thing} in {place}",
        "Ein Besuch in {place}: {thing} öffnet wieder",
    ),
    leads=(
        "Lange war offen, wer {thing} bezahlt. Nun liegt in {place} ein Plan auf dem Tisch.",
        "{n} Jahre lang hat sich in {place} kaum etwas getan, jetzt geht es plötzlich schnell.",
        "{person} will nicht länger warten und hat in {place} einen Verein gegründet.",
        "Die Nachbarn aus {other} haben es vorgemacht, {place} zieht nach.",
    ),
    sentences=(
        "Die Kosten für {thing} schätzt die Verwaltung auf {m}.000 Euro.",
        "{person} hat dafür ein Stück des eigenen Gartens abgegeben.",
        "Zur ersten Versammlung kamen nur {n} Leute, zur zweiten schon {m}.",
        "Der Landkreis übernimmt {n} Prozent, den Rest tragen Spender und Vereine.",
        "»Wir wollen, dass die Jüngeren hier bleiben«, sagt {person}.",
        "Starker Regen hat die Arbeiten um {n} Tage verzögert.",
        "In {other} läuft ein ähnliches Vorhaben seit Jahren ohne größere Störungen.",
        "Am schwierigsten war es, die Eigentümer am Bachufer zu überzeugen.",
        "Die Kinder aus {place} malten währenddessen ein Wandbild, das nun im Rathaus hängt.",
        "Nach dem Gottesdienst gab es Butterkuchen, und die Kaffeekanne machte die Runde.",
        "Bis zum Frühjahr sollen weitere {n} Bäume gepflanzt werden.",
        "Kritik kommt aus {other}: Dort fürchtet man mehr Verkehr.",
        "{person} führt seit {n} Jahren Buch über jede Veränderung.",
        "Der Weg von {place} nach {other} wird dadurch {m} Meter kürzer.",
        "Über das übrig gebliebene Geld entscheidet die Jahreshauptversammlung.",
        "Die Gemeinde veröffentlicht alle Ausgaben künftig im Schaukasten.",
    ),
)
