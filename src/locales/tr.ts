import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const numbers = new Intl.PluralRules('tr');
const lists = new Intl.ListFormat('tr', { type: 'conjunction' });

/** Nouns stay in the singular after a number; "one" is written as a word. */
function persons(count: number): string {
  return numbers.select(count) === 'one' ? 'bir kişi' : `${count} kişi`;
}

function people(names: readonly string[], more: number): string {
  return lists.format(more === 0 ? names : [...names, `${persons(more)} daha`]);
}

// Names take no endings, because endings would have to match the sounds of each name.

const errors: ErrorWords = {
  'mic-denied': {
    title: 'Mikrofonunuz engellendi',
    text: 'Tarayıcı bu sayfanın mikrofonu kullanmasına izin vermiyor, bu yüzden sizi kimse duymuyor.',
    remedy: 'Adres çubuğundan mikrofona izin verip tekrar deneyin.',
  },
  'camera-denied': {
    title: 'Kameranız engellendi',
    text: 'Tarayıcı bu sayfanın kamerayı kullanmasına izin vermiyor, bu yüzden sizi kimse görmüyor.',
    remedy: 'Adres çubuğundan kameraya izin verip tekrar deneyin.',
  },
  'screen-denied': {
    title: 'Ekranınız paylaşılmıyor',
    text: 'Tarayıcının ekranı kaydetme izni yok.',
    remedy: 'Tekrar deneyip bir pencere seçin. Sistem ayarlarından tarayıcıya kayıt izni vermeniz de gerekebilir.',
  },
  'device-missing': {
    title: 'Cihaz bulunamadı',
    text: 'Kamera veya mikrofon bağlı değil. Onlar olmadan da katılabilirsiniz.',
    remedy: 'Bir cihaz bağlayıp tekrar deneyin.',
  },
  'device-busy': {
    title: 'Kameranız veya mikrofonunuz kullanımda',
    text: 'Başka bir program veya sekme kullanıyor.',
    remedy: 'Diğer programı kapatın. Cihaz boşalır boşalmaz açılır.',
  },
  'insecure-context': {
    title: 'Bu sayfa güvenli değil',
    text: 'Tarayıcılar kamera ve mikrofonu yalnızca https ile açılan sayfalara verir.',
    remedy: 'Sayfayı https:// ile başlayan bir adresle açın.',
  },
  'policy-blocked': {
    title: 'Bu sayfa kamera ve mikrofonu kullanamaz',
    text: 'Görüşmenin yer aldığı sayfa izni aktarmıyor.',
    remedy: 'Görüşmeyi ayrı bir sekmede açın veya sitenin sahibine bildirin.',
  },
  'unsupported-browser': {
    title: 'Bu tarayıcıyla görüşme yapılamaz',
    text: 'Görüntülü görüşme için gereken özellikler eksik.',
    remedy: 'Sayfayı güncel bir Chrome, Edge, Firefox veya Safari sürümünde açın.',
  },
  'bad-room': {
    title: 'Böyle bir oda yok',
    text: 'Görüşmenin oda adı yok veya bu ad kullanılamıyor.',
    remedy: 'Size verilen bağlantıyı kontrol edin.',
  },
  'bad-token': {
    title: 'Bu odaya giremezsiniz',
    text: 'Davetiniz geçersiz veya süresi dolmuş.',
    remedy: 'Sizi davet eden siteden yeni bir bağlantı açın.',
  },
  'version-mismatch': {
    title: 'Bu sayfa güncel değil',
    text: 'Sayfa açıldıktan sonra görüşme güncellendi.',
    remedy: 'Sayfayı yenileyin.',
  },
  'server-unreachable': {
    title: 'Odaya ulaşılamıyor',
    text: 'Sunucu yanıt vermiyor.',
    remedy: 'İnternet bağlantınızı kontrol edin.',
  },
  'file-missing': {
    title: 'Eksik bir şey var',
    text: 'Görüşmenin bir bölümü yüklenemedi. Gerisi çalışıyor.',
    remedy: 'Uygun olduğunuzda sayfayı yenileyin.',
  },
  'room-full': {
    title: 'Oda dolu',
    text: 'Bu odadaki tüm yerler dolu.',
    remedy: 'Biri ayrıldığında tekrar deneyin.',
  },
  'peer-unreachable': {
    title: 'Birine ulaşılamıyor',
    text: 'Ağlarınız birbirine bağlanamıyor. Diğerleri bundan etkilenmiyor.',
    remedy: 'Görüşmeden ayrılıp yeniden katılmayı veya başka bir ağı deneyebilirsiniz.',
  },
  'no-relay': {
    title: 'Aktarma sunucusu ayarlanmamış',
    text: 'Bu görüşme yalnızca bir aktarma sunucusuyla bağlanabilir. Sunucu olmadığı için kimseye ulaşılamıyor.',
    remedy: 'Sitenin sahibine bildirin.',
  },
  'rate-limited': {
    title: 'Bir anda çok fazla istek',
    text: 'Oda sunucusu bu sayfadan yavaşlamasını istedi.',
    remedy: 'Biraz bekleyip tekrar deneyin.',
  },
  'bad-value': {
    title: 'Bu işe yaramadı',
    text: 'Sayfa, görüşmede yapılamayacak bir şey istedi.',
    remedy: '',
  },
  'not-joined': {
    title: 'Görüşmede değilsiniz',
    text: 'Bu yalnızca görüşme sırasında yapılabilir.',
    remedy: 'Önce görüşmeye katılın.',
  },
  'not-host': {
    title: 'Bunu yalnızca görüşme sahibi yapabilir',
    text: 'Bu görüşmede konuksunuz.',
    remedy: 'Görüşme sahibinden isteyin.',
  },
  aborted: {
    title: 'Durduruldu',
    text: 'Araya başka bir işlem girdi.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'Görüşmeden ayrıldınız', text: 'Kamera ve mikrofon kapalı.', remedy: '' },
  removed: { title: 'Görüşmeden çıkarıldınız', text: 'Görüşme sahibi sizi çıkardı.', remedy: '' },
  ended: { title: 'Görüşme sona erdi', text: 'Görüşme sahibi görüşmeyi herkes için sonlandırdı.', remedy: '' },
  replaced: {
    title: 'Başka bir yerden katıldınız',
    text: 'Görüşme diğer sekmenizde veya cihazınızda sürüyor.',
    remedy: 'Görüşmeyi buraya geri alabilirsiniz.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'Bağlantı kesildi',
    text: 'Görüşmeden düştünüz.',
    remedy: 'İnternet bağlantınızı kontrol edip yeniden katılın.',
  },
  'room-changed': { title: 'Oda değiştirdiniz', text: 'Önceki görüşmeden ayrıldınız.', remedy: '' },
  'page-closed': { title: 'Görüşmeden ayrıldınız', text: 'Sayfa kapatıldı.', remedy: '' },
};

/** Turkish. */
export const tr: Dictionary = {
  lang: 'tr',
  dir: 'ltr',

  controls: 'Görüşme denetimleri',
  microphone: {
    name: 'Mikrofon',
    turnOn: 'Mikrofonu aç',
    turnOff: 'Mikrofonu kapat',
    blocked: 'Tarayıcı mikrofonu engelliyor. Tekrar denemek için basın.',
    missing: 'Mikrofon bulunamadı. Tekrar denemek için basın.',
  },
  camera: {
    name: 'Kamera',
    turnOn: 'Kamerayı aç',
    turnOff: 'Kamerayı kapat',
    blocked: 'Tarayıcı kamerayı engelliyor. Tekrar denemek için basın.',
    missing: 'Kamera bulunamadı. Tekrar denemek için basın.',
  },
  leave: 'Görüşmeden ayrıl',
  toolbar: {
    more: 'Diğer',
    close: 'Kapat',
    screen: { name: 'Ekran paylaşımı', turnOn: 'Ekranı paylaş', turnOff: 'Paylaşımı durdur' },
    hand: { name: 'El kaldırma', turnOn: 'El kaldır', turnOff: 'Eli indir' },
    reactions: 'Tepkiler',
    chat: 'Sohbet',
    unread: (count) => `${count} yeni mesaj`,
    people: 'Kişiler',
    settings: 'Ayarlar',
    pip: {
      name: 'Pencere içinde pencere',
      turnOn: 'Pencere içinde pencereyi aç',
      turnOff: 'Pencere içinde pencereyi kapat',
    },
    fullscreen: { name: 'Tam ekran', turnOn: 'Tam ekrana geç', turnOff: 'Tam ekrandan çık' },
  },
  invite: {
    copy: 'Bağlantıyı kopyala',
    share: 'Başkalarını davet et',
    copied: 'Bağlantı kopyalandı',
    byHand: 'Bu görüşmenin bağlantısı',
  },

  guest: 'Konuk',
  self: (name) => (name ? `${name} (siz)` : 'Siz'),
  videoOf: (name) => `Görüntü: ${name}`,
  micOff: 'Mikrofon kapalı',
  link: { connecting: 'Bağlanıyor…', reconnecting: 'Yeniden bağlanıyor…', failed: 'Ulaşılamıyor' },
  tile: {
    pin: 'Sabitle',
    unpin: 'Sabitlemeyi kaldır',
    volume: 'Ses düzeyi',
    mirror: 'Görüntümü aynala',
    unmirror: 'Görüntümü aynalamayı kapat',
    hideSelf: 'Görüntümü gizle',
    fit: 'Görüntünün tamamını göster',
    fill: 'Kutuyu doldur',
    pip: 'Pencere içinde pencere',
    snapshot: 'Fotoğraf kaydet',
    detail: 'Bağlantı',
  },
  linkDetail: {
    path: 'Yol',
    direct: 'Doğrudan',
    relayed: 'Aktarma sunucusuyla',
    resolution: 'Çözünürlük',
    frameRate: 'Kare hızı',
    perSecond: '/sn',
    bitrate: 'Bit hızı',
    loss: 'Kayıp',
    delay: 'Gidiş dönüş süresi',
  },

  participants: 'Katılımcılar',
  stage: {
    floating: 'Görüntünüz. Ok tuşlarıyla başka bir köşeye taşıyabilirsiniz.',
    showSelf: 'Kendimi göster',
    screenOf: (name) => `Ekran: ${name}`,
    ownScreen: 'Ekranınız',
    handRaised: 'El kaldırdı',
    sharing: 'Ekran paylaşıyor',
    speaking: 'Konuşuyor',
    options: (name) => (name ? `${name} için seçenekler` : 'Sizin için seçenekler'),
    pageOf: (page, pages) => `Sayfa ${page} / ${pages}`,
    previousPage: 'Önceki sayfa',
    nextPage: 'Sonraki sayfa',
  },
  alone: { title: 'Henüz başka kimse yok', text: 'Diğerleri katılır katılmaz burada görünür.' },
  deserted: { title: 'Diğer herkes ayrıldı', text: 'Geri dönenler burada görünür.' },
  elsewhere: { text: 'Görüşme ayrı bir pencerede.', action: 'Buraya geri al' },

  prejoin: {
    title: 'Katılmaya hazır mısınız?',
    preview: 'Önizlemeniz',
    cameraOff: 'Kameranız kapalı',
    name: 'Adınız',
    namePlaceholder: 'Diğerleri sizi böyle görür',
    join: 'Görüşmeye katıl',
    present: (names, more) => `${people(names, more)} görüşmede`,
    nobody: 'Görüşmede henüz kimse yok',
    devices: 'Cihazlar',
  },
  devices: {
    title: 'Cihazlar',
    speaker: 'Hoparlör',
    systemDefault: 'Sistem varsayılanı',
    none: 'Bulunamadı',
    level: 'Mikrofon düzeyi',
    test: 'Deneme sesi çal',
    testing: 'Çalınıyor…',
    testFailed: 'Ses çalınamadı. Başka bir hoparlör seçin.',
    flip: 'Diğer kamera',
  },
  help: {
    title: 'Nasıl izin verilir?',
    chromium: 'Adresin solundaki simgeye basın, kamera ve mikrofona izin verin, sonra tekrar deneyin.',
    firefox: 'Adresin solundaki üzeri çizili simgeye basın, engeli kaldırın, sonra tekrar deneyin.',
    safari: 'Safari › Bu Web Sitesi İçin Ayarlar… seçeneğini açıp kamera ve mikrofona izin verin.',
    safariPhone: 'Adresin yanındaki simgeye, ardından Web Sitesi Ayarları’na dokunup kamera ve mikrofona izin verin.',
    mac: 'Bu yetmezse: Sistem Ayarları › Gizlilik ve Güvenlik › Kamera ve Mikrofon: bu tarayıcıyı açıp yeniden başlatın.',
    windows: 'Bu yetmezse: Ayarlar › Gizlilik ve güvenlik › Kamera ve Mikrofon: masaüstü uygulamalarına izin verin.',
    android: 'Bu yetmezse: Ayarlar › Uygulamalar › bu tarayıcı › İzinler.',
    ios: 'Bu yetmezse: Ayarlar › Gizlilik ve Güvenlik › Kamera ve Mikrofon: bu tarayıcıyı açın.',
  },
  check: {
    title: 'Cihaz ve bağlantı kontrolü',
    start: 'Kontrolü başlat',
    again: 'Tekrar kontrol et',
    running: 'Kontrol ediliyor…',
    yes: 'Evet',
    no: 'Hayır',
    passed: 'Çalışıyor',
    doubtful: 'Göz atın',
    failed: 'Çalışmıyor',
    names: {
      microphone: 'Mikrofon',
      camera: 'Kamera',
      speaker: 'Hoparlör',
      server: 'Oda sunucusu',
      connection: 'Bağlantı',
      relay: 'Aktarma sunucusu',
    },
    said: {
      'say-something': 'Lütfen bir şey söyleyin.',
      heard: 'Mikrofonunuz sizi duyuyor.',
      quiet: 'Ses çok kısık. Yaklaşın veya sistem ayarlarından mikrofonun sesini yükseltin.',
      silent: 'Hiç ses gelmiyor. Mikrofonda bir düğme olup olmadığına bakın veya başka bir mikrofon seçin.',
      blocked: 'Tarayıcı erişimi engelliyor. Bu sayfanın adresinin yanından izin verin.',
      missing: 'Cihaz bulunamadı. Bir cihaz bağlayıp tekrar kontrol edin.',
      busy: 'Başka bir program kullanıyor. O programı kapatıp tekrar kontrol edin.',
      unmeasured: 'Mikrofon açık. Bu tarayıcı sesin ne kadar yüksek olduğunu bildirmiyor.',
      seen: 'Kameranız görüntü veriyor.',
      dark: 'Görüntü siyah. Merceğin kapalı olup olmadığına bakın.',
      frozen: 'Hiç görüntü gelmiyor. Kamerayı çıkarıp yeniden takın veya başka bir kamera seçin.',
      'did-you-hear': 'İki ses duydunuz mu?',
      audible: 'Görüşmeyi duyabilirsiniz.',
      inaudible: 'Başka bir hoparlör seçip sesi yükseltin.',
      reached: 'Oda sunucusu yanıt veriyor.',
      unreachable: 'Oda sunucusu yanıt vermiyor. İnternet bağlantınızı kontrol edin.',
      direct: 'Tarayıcınız bağlanabiliyor ve adresi dışarıdan bulunabiliyor.',
      local:
        'Tarayıcınız bağlanabiliyor. Adresi dışarıdan bulunamadı: kendi ağınızın dışındaki görüşmeler için aktarma sunucusu gerekebilir.',
      nothing: 'Bağlantı kurulamadı. Bir güvenlik duvarı veya tarayıcı eklentisi engelliyor olabilir.',
      relayed: 'Görüşmeler bu sunucuyla güvenlik duvarlarını aşabilir.',
      'no-relay': 'Ayarlanmamış. Bazı ağlar arasında görüşme kurulamaz.',
      'relay-failed': 'Sunucuya ulaşılamadı. Başka bir ağ, örneğin mobil erişim noktası deneyin.',
    },
  },

  joining: { title: 'Katılıyorsunuz…', text: 'Bu işlem kısa sürer.' },
  reconnecting: {
    title: 'Bağlantı kesildi',
    text: 'Yeniden bağlanılıyor. Ağınız geri geldiğinde görüşme devam eder.',
  },
  muted: {
    title: 'Görüşme sahibi mikrofonunuzu kapattı',
    text: 'Konuşmak istediğinizde mikrofonunuzu açabilirsiniz.',
  },
  playback: { title: 'Tarayıcınız sesi kapalı tutuyor', action: 'Sesi aç' },
  notice: {
    silent: {
      title: 'Sizi kimse duymuyor',
      text: 'Mikrofonunuz açık ama hiç ses gelmiyor. Üzerindeki düğmeyi kontrol edin.',
    },
    talking: { title: 'Mikrofonunuz kapalı', text: 'Söylediklerinizi kimse duymuyor.' },
    paused: { title: 'Mikrofonunuz duraklatıldı', text: 'Sistem veya başka bir görüşme kullanıyor.' },
    deafened: { title: 'Kimseyi duymuyorsunuz', text: 'Görüşmenin tüm sesi kapalı.', action: 'Herkesi duy' },
  },
  rejoin: 'Yeniden katıl',
  retry: 'Tekrar dene',
  cancel: 'İptal',
  dismiss: 'Kapat',
  errors,
  left,
  announce: {
    joined: (others) =>
      others === 0 ? 'Görüşmedesiniz. Henüz başka kimse yok.' : `Görüşmedesiniz. Sizden başka ${persons(others)} var.`,
    arrived: (names, more) => `${people(names, more)} görüşmeye katıldı`,
    departed: (names, more) => `${people(names, more)} görüşmeden ayrıldı`,
    reconnected: 'Yeniden bağlandınız.',
    hosting: 'Artık görüşme sahibi sizsiniz.',
    unreachable: (names, more) => `Ulaşılamıyor: ${people(names, more)}`,
    raised: (names, more) => `${people(names, more)} el kaldırdı`,
    wrote: (name, text, isPrivate) => (isPrivate ? `${name}, yalnızca size: ${text}` : `${name}: ${text}`),
  },

  chat: {
    none: {
      title: 'Henüz mesaj yok',
      text: 'Yazdıklarınız doğrudan görüşmedeki kişilere gider. Hiçbir sunucuda saklanmaz.',
    },
    messages: 'Mesajlar',
    message: 'Mesaj',
    write: 'Herkese mesaj yazın',
    writeTo: (name) => `Özel mesaj: ${name}`,
    send: 'Gönder',
    to: 'Alıcı',
    everyone: 'Herkes',
    gone: 'Görüşmeden ayrıldı',
    only: (name) => `Yalnızca ${name} görür`,
    onlyYou: 'Yalnızca siz görürsünüz',
    waiting: 'Bağlantı bekleniyor',
    notDelivered: 'İletilemedi',
    newer: 'Yeni mesajlar',
  },
  people: {
    host: 'Görüşme sahibi',
    hand: (place) => `El kaldırdı, ${place}. sırada`,
    sharing: 'Ekran paylaşıyor',
    cameraOff: 'Kamera kapalı',
    more: (name) => `${name} için diğer seçenekler`,
    volume: 'Ses düzeyi',
    pin: 'Sabitle',
    unpin: 'Sabitlemeyi kaldır',
    mute: 'Mikrofonunu kapat',
    muteAll: 'Herkesin mikrofonunu kapat',
    questions: {
      'p2p-host-request': {
        ask: 'Görüşme sahibi yap',
        text: (name) => `${name} görüşme sahibi yapılsın mı? Siz konuk olacaksınız.`,
        yes: 'Devret',
      },
      'p2p-remove-request': {
        ask: 'Görüşmeden çıkar',
        text: (name) => `${name} görüşmeden çıkarılsın mı?`,
        yes: 'Çıkar',
      },
      'p2p-end-request': {
        ask: 'Herkes için sonlandır',
        text: () => 'Görüşme herkes için sonlandırılsın mı?',
        yes: 'Sonlandır',
      },
    },
  },
  settings: {
    microphone: 'Mikrofonunuz',
    echoCancellation: 'Yankıyı gider',
    noiseSuppression: 'Arka plan gürültüsünü gider',
    autoGainControl: 'Ses düzeyini otomatik ayarla',
    music: 'Müzik modu',
    musicHint: 'Sesi olduğu gibi gönderir. Kulaklık kullanın.',
    listenWhileMuted: 'Mikrofonum kapalıyken konuşursam uyar',
    listenHint: 'Siz sessizdeyken mikrofonu dinlemede tutar. Sizi kimse duymaz.',
    sound: 'Duyduklarınız',
    deafen: 'Herkesin sesini benim için kapat',
    sounds: 'Katılma, ayrılma ve mesaj sesleri',
    check: 'Cihazları ve bağlantıyı kontrol et',
  },
  shortcuts: {
    title: 'Klavye kısayolları',
    text: 'Odak görüşmedeyken çalışır, yazı yazarken asla çalışmaz.',
    space: 'Boşluk',
    hold: 'Sessizdeyken konuşmak, değilken sessiz kalmak için basılı tutun',
  },
};
