"""What pages say that a site shows in front of its articles, in the languages of newspapers."""

from __future__ import annotations

from newsbot.text import fold


def folded(*said: str) -> tuple[str, ...]:
    """Return what is *said*, folded, each once."""
    return tuple(dict.fromkeys(map(fold, said)))


# How readers are asked to let themselves be followed. None of it stands in news about cookies
# more than once or twice.
CONSENT = folded(
    *("we and our partners", "we value your privacy", "manage preferences", "manage cookies"),
    *("accept all", "reject all", "cookie settings", "cookie preferences", "privacy settings"),
    *("store and/or access information on a device", "before you continue", "we use cookies"),
    *("withdraw your consent", "legitimate interest", "consent or pay", "accept cookies"),
    *("wir und unsere partner", "alle akzeptieren", "alle ablehnen", "einwilligung widerrufen"),
    *("mit werbung weiterlesen", "mit werbung und cookies", "cookie-einstellungen", "pur-abo"),
    *("wir verwenden cookies", "zustimmen und weiter", "datenschutzeinstellungen"),
    *("berechtigtes interesse", "berechtigten interesses", "einstellungen verwalten"),
    *("nous et nos partenaires", "tout accepter", "tout refuser", "continuer sans accepter"),
    *("nous utilisons des cookies", "paramétrer les cookies", "retirer votre consentement"),
    *("intérêt légitime", "gérer mes préférences", "accepter et continuer"),
    *("nosotros y nuestros socios", "aceptar todo", "rechazar todo", "aceptar y continuar"),
    *("utilizamos cookies", "configurar cookies", "interés legítimo", "gestionar preferencias"),
    *("nós e os nossos parceiros", "aceitar tudo", "rejeitar tudo", "usamos cookies"),
    *("interesse legítimo", "gerir preferências", "retirar o consentimento"),
    *("noi e i nostri partner", "accetta tutti", "rifiuta tutti", "rifiuta e abbonati"),
    *("utilizziamo i cookie", "gestisci preferenze", "legittimo interesse", "accetta e continua"),
    *("wij en onze partners", "alles accepteren", "alles weigeren", "wij gebruiken cookies"),
    *("gerechtvaardigd belang", "voorkeuren beheren", "akkoord en doorgaan"),
    *("my i nasi partnerzy", "akceptuję wszystkie", "odrzuć wszystkie", "przejdź do serwisu"),
    *("używamy plików cookie", "zarządzaj preferencjami", "prawnie uzasadniony interes"),
    *("my a naši partneři", "přijmout vše", "odmítnout vše", "používáme soubory cookie"),
    *("oprávněný zájem", "nastavení soukromí", "spravovat předvolby"),
    *("vi och våra partners", "godkänn alla", "acceptera alla", "avvisa alla", "hantera cookies"),
    *("vi og våre partnere", "godta alle", "vi og vores partnere", "accepter alle", "afvis alle"),
    *("hyväksy kaikki", "hylkää kaikki", "käytämme evästeitä", "me ja kumppanimme"),
    *("chúng tôi sử dụng cookie", "chấp nhận tất cả", "từ chối tất cả", "cài đặt cookie"),
    *("chúng tôi và các đối tác", "đồng ý và tiếp tục", "quản lý tùy chọn", "rút lại sự đồng ý"),
    *("kami menggunakan cookie", "terima semua", "tolak semua", "kelola preferensi"),
    *("kami dan mitra kami", "setuju dan lanjutkan", "pengaturan privasi"),
    *("мы и наши партнеры", "принять все", "отклонить все", "мы используем cookie"),
    *("мы используем файлы cookie", "настройки cookie", "отозвать согласие"),
    *("ми та наші партнери", "прийняти все", "відхилити все", "ми використовуємо файли cookie"),
    *("biz ve ortaklarımız", "tümünü kabul et", "tümünü reddet", "çerez ayarları"),
    *("çerez kullanıyoruz", "tercihleri yönet", "meşru menfaat"),
    *("すべて同意", "すべて許可", "すべて拒否", "cookieを使用", "クッキーを使用", "設定を管理"),
    *("同意して続行", "プライバシー設定", "cookieの設定"),
    *("接受所有", "全部接受", "全部拒绝", "全部拒絕", "我们使用cookie", "我們使用cookie"),
    *("管理偏好", "同意并继续", "同意並繼續", "隐私设置", "隱私設定"),
    *("모두 동의", "모두 허용", "모두 거부", "쿠키를 사용", "쿠키 설정", "동의하고 계속"),
    *("ยอมรับทั้งหมด", "ปฏิเสธทั้งหมด", "เราใช้คุกกี้", "ตั้งค่าคุกกี้"),
)

# How a server asks whether a person or a program reads it.
BOT = folded(
    *("just a moment", "attention required", "checking your browser", "verify you are human"),
    *("verifying you are human", "are you a robot", "i am not a robot", "i'm not a robot"),
    *("pardon our interruption", "ddos protection by", "human verification", "robot check"),
    *("you have been blocked", "access denied", "security check", "ray id", "unusual traffic"),
    *("you don't have permission to access", "security of your connection", "solve the captcha"),
    *("complete the captcha", "needs to review the security", "request unsuccessful"),
    *("incapsula incident", "enable javascript and cookies", "please enable javascript"),
    *("automated requests", "suspicious activity", "your ip address", "press and hold"),
    *("einen moment bitte", "sie ein mensch sind", "kein roboter", "zugriff verweigert"),
    *("sicherheitsüberprüfung", "browser wird überprüft", "aktivieren sie javascript"),
    *("ungewöhnlichen datenverkehr", "ihre ip-adresse", "zugriff wurde blockiert"),
    *("un instant", "vérifier que vous êtes humain", "pas un robot", "accès refusé"),
    *("vérification de sécurité", "vérification de votre navigateur", "activer javascript"),
    *("activez javascript", "trafic inhabituel", "votre adresse ip"),
    *("un momento", "verificar que es humano", "no soy un robot", "acceso denegado"),
    *("comprobando su navegador", "verificación de seguridad", "habilite javascript"),
    *("tráfico inusual", "su dirección ip"),
    *("verifique que você é humano", "não sou um robô", "acesso negado", "ative o javascript"),
    *("verificando seu navegador", "verificação de segurança", "seu endereço ip"),
    *("verifica di essere umano", "non sono un robot", "accesso negato", "abilita javascript"),
    *("controllo di sicurezza", "il tuo indirizzo ip"),
    *("ik ben geen robot", "toegang geweigerd", "controle van uw browser", "schakel javascript in"),
    *("nie jestem robotem", "odmowa dostępu", "sprawdzanie przeglądarki", "włącz javascript"),
    *("nejsem robot", "přístup odepřen", "ověření prohlížeče", "povolte javascript"),
    *("xác minh bạn là con người", "xác minh bạn không phải là robot", "tôi không phải là robot"),
    *("tôi không phải là người máy", "đang kiểm tra trình duyệt", "kiểm tra bảo mật"),
    *("truy cập bị từ chối", "vui lòng bật javascript", "vui lòng chờ trong giây lát"),
    *("nhập mã xác nhận", "địa chỉ ip của bạn", "lưu lượng truy cập bất thường", "mã captcha"),
    *("bukan robot", "akses ditolak", "memeriksa browser", "aktifkan javascript"),
    *("verifikasi bahwa anda manusia", "pemeriksaan keamanan", "alamat ip anda"),
    *("что вы не робот", "я не робот", "доступ запрещен", "проверка браузера"),
    *("включите javascript", "ваш ip", "подозрительная активность", "введите символы"),
    *("що ви не робот", "я не робот", "доступ заборонено", "перевірка браузера"),
    *("robot olmadığınızı", "robot değilim", "erişim engellendi", "tarayıcınız kontrol"),
    *("私はロボットではありません", "アクセスが拒否", "ブラウザを確認", "javascriptを有効"),
    *("セキュリティチェック", "人間であることを確認"),
    *("我不是机器人", "我不是機器人", "安全验证", "安全驗證", "访问被拒绝", "訪問被拒絕"),
    *("请输入验证码", "請輸入驗證碼", "启用javascript", "啟用javascript", "正在检查您的浏览器"),
    *("로봇이 아닙니다", "접근이 거부", "접근이 차단", "자동입력 방지", "보안 확인"),
    *("ไม่ใช่โปรแกรมอัตโนมัติ", "ไม่ใช่หุ่นยนต์", "การเข้าถึงถูกปฏิเสธ", "เปิดใช้งาน javascript"),
)

# What a page is called on which readers log in. It may be a word of news in a longer headline.
LOGIN = folded(
    *("log in", "login", "sign in", "sign up", "sign in or register", "log in or register"),
    *("please log in", "please sign in", "create an account", "member login", "my account"),
    *("anmelden", "anmeldung", "einloggen", "bitte anmelden", "bitte einloggen", "registrieren"),
    *("jetzt anmelden", "mein konto", "anmelden oder registrieren", "willkommen zurück"),
    *("connexion", "se connecter", "connectez-vous", "identifiez-vous", "mon compte"),
    *("iniciar sesión", "inicia sesión", "inicie sesión", "acceder", "mi cuenta", "registrarse"),
    *("entrar", "iniciar sessão", "faça login", "fazer login", "minha conta"),
    *("accedi", "effettua il login", "il mio account", "inloggen", "aanmelden", "mijn account"),
    *("zaloguj się", "logowanie", "moje konto", "přihlášení", "přihlásit se", "můj účet"),
    *("logga in", "logg inn", "log ind", "kirjaudu sisään", "kirjaudu", "mitt konto"),
    *("đăng nhập", "đăng nhập tài khoản", "đăng ký tài khoản", "vui lòng đăng nhập"),
    *("đăng nhập hệ thống", "đăng nhập thành viên", "tài khoản của tôi"),
    *("masuk", "masuk ke akun", "silakan masuk", "daftar akun", "akun saya"),
    *("войти", "вход", "вход в аккаунт", "авторизация", "увійти", "вхід", "авторизація"),
    *("giriş yap", "üye girişi", "oturum aç", "ログイン", "会員ログイン", "サインイン"),
    *("登录", "登入", "用户登录", "會員登入", "请登录", "請登入", "로그인", "회원 로그인"),
    *("เข้าสู่ระบบ", "ลงชื่อเข้าใช้"),
)

# How a site says that it will be back.
PAUSE = folded(
    *("under maintenance", "down for maintenance", "scheduled maintenance", "be right back"),
    *("be back soon", "back shortly", "temporarily unavailable", "service unavailable"),
    *("site is offline", "website is offline", "undergoing maintenance"),
    *("wartungsarbeiten", "wir warten unsere", "wegen wartung", "gleich wieder da"),
    *("in kürze wieder", "vorübergehend nicht erreichbar", "wartungsmodus"),
    *("en maintenance", "site en travaux", "temporairement indisponible", "de retour bientôt"),
    *("en mantenimiento", "temporalmente no disponible", "fuera de servicio"),
    *("em manutenção", "temporariamente indisponível", "in manutenzione"),
    *("temporaneamente non disponibile", "in onderhoud", "tijdelijk niet beschikbaar"),
    *("przerwa techniczna", "prace konserwacyjne", "chwilowo niedostępn", "probíhá údržba"),
    *("dočasně nedostupn", "underhåll pågår", "vedlikehold", "vedligeholdelse"),
    *("đang bảo trì", "bảo trì hệ thống", "nâng cấp hệ thống", "tạm ngừng phục vụ"),
    *("hệ thống đang bận", "sedang dalam perbaikan", "dalam pemeliharaan"),
    *("sedang pemeliharaan", "технические работы", "технических работ", "временно недоступ"),
    *("технічні роботи", "тимчасово недоступ", "bakım çalışması", "bakımdayız"),
    *("メンテナンス中", "メンテナンスのため", "系统维护", "系統維護", "网站维护", "網站維護"),
    *("점검 중", "점검중", "ปิดปรับปรุง"),
)
