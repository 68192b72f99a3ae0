"""The names of months in the languages of the papers, as data, and the eras they count years in.

All in lower case and NFC, after the Unicode CLDR; each row holds one form of one language.
"""

from __future__ import annotations

from newsbot.dates.words import numbered

# The languages whose words this package holds.
LANGUAGES = frozenset(
    (
        *("af", "ar", "bg", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fil"),
        *("fr", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "ms", "nb", "nl", "nn"),
        *("no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "sw", "th", "tl", "tr", "uk"),
        *("vi", "zh"),
    )
)

# A Vietnamese month keeps its "tháng": "năm" alone is "year", "ba" is "three".
MONTHS = numbered(
    "tháng_một tháng_hai tháng_ba tháng_tư tháng_năm tháng_sáu"
    " tháng_bảy tháng_tám tháng_chín tháng_mười tháng_mười_một tháng_mười_hai",
    "tháng_giêng tháng_hai tháng_ba tháng_bốn tháng_năm tháng_sáu"
    " tháng_bẩy tháng_tám tháng_chín tháng_mười tháng_mười_một tháng_chạp",
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb mar apr may june july aug sept oct nov dec",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "jan feb mar apr mei jun jul agu sep okt nov des",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber maerz apr mai jun jul agt sept okt nov dez",
    "jan feb mär apr mai jun jul ags sep okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago setiembre oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca"
    " lipca sierpnia września października listopada grudnia",
    "styczeń luty marzec kwiecień maj czerwiec"
    " lipiec sierpień wrzesień październik listopad grudzień",
    "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "янв фев мар апр май июн июл авг сен окт ноя дек",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січень лютий березень квітень травень червень"
    " липень серпень вересень жовтень листопад грудень",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "oca şub mar nis mayis haz tem ağu eyl eki kasim aralik",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "januarja februarja marca aprila maja junija"
    " julija avgusta septembra oktobra novembra decembra",
    "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca",
    "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan - studenog prosinac",
    "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
    "януари февруари март април май юни юли август септември октомври ноември декември",
    "ianuarie februarie martie aprilie mai iunie iulie august"
    " septembrie octombrie noiembrie decembrie",
    "ian feb mar apr mai iun iul aug sept oct noi dec",
    "január február március április május június július augusztus"
    " szeptember október november december",
    "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta"
    " heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου"
    " ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
    "ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "januari februari mac april mei jun julai ogos september oktober november disember",
    "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "januarie februarie maart april mei junie julie augustus september oktober november desember",
    "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "січ лют бер квіт трав черв лип серп вер жовт лист груд",
    "янв февр мар апр мая июн июл авг сент окт нояб дек",
    "jan feb mrz apr mai jun jul aug sep okt nov dez",
    "janv fév mars avr mai juin juil aoû sep oct nov déc",
    "- úno bře dub kvě čvn čvc srp zář říj lis -",
    "djanuari pebruari maret april mei djuni djuli agustus september oktober nopember desember",
    "djan peb mar apr mei djun djul agt sep okt nop des",
    "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "ιανουάριοσ φεβρουάριοσ μάρτιοσ απρίλιοσ μάιοσ ιούνιοσ"
    " ιούλιοσ αύγουστοσ σεπτέμβριοσ οκτώβριοσ νοέμβριοσ δεκέμβριοσ",
    "ιαν φεβ μάρ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ",
    "jaan veebr märts apr mai juuni juuli aug sept okt nov dets",
    "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "яну фев мар апр май юни юли авг сеп окт ное дек",
    "січ лют берез квіт трав черв лип серп верес жовт лист груд",
    "січ лют бер кві тра чер лип сер вер жов лис гру",
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu"
    " heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "sij velj ožu tra svi - - kol ruj - stu -",
    "sty lut mar kwie maj czer lip sier wrze paź list gru",
    "jan febr mars apr mai juni juli aug sept okt nov des",
    first=1,
)

# Words whose vowels are marks above and below the letters, which no class of letters holds.
THAI_MONTHS = numbered(
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
    first=1,
)
HINDI_MONTHS = numbered(
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर",
    first=1,
)
MONTHS |= THAI_MONTHS | HINDI_MONTHS
# "3 listopada" is November in Polish, "3. listopada" October in Croatian (a dash in its rows);
# "lip" is July in Polish, "3. lip" June in Croatian.
ORDINAL_MONTHS = {"listopada": 10, "lip": 6}

# The year before the first of an era; 元年 is its first.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911}
BUDDHIST = 543
