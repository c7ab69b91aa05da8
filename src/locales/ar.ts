import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const numbers = new Intl.PluralRules('ar');
const lists = new Intl.ListFormat('ar', { type: 'conjunction' });
const you = 'أنت';

/** Isolates text by others: it keeps its own direction and does not change that of the sentence (UAX #9, first strong isolate). */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** "3 others" as a noun phrase; only its dual differs by case. */
function others(count: number, dual: string): string {
  switch (numbers.select(count)) {
    case 'zero':
      return 'لا أشخاص آخرين';
    case 'one':
      return 'شخص آخر';
    case 'two':
      return dual;
    case 'few':
      return `${count} أشخاص آخرين`;
    case 'many':
      return `${count} شخصًا آخر`;
    default:
      return `${count} شخص آخر`;
  }
}

function messages(count: number): string {
  switch (numbers.select(count)) {
    case 'zero':
      return 'لا رسائل جديدة';
    case 'one':
      return 'رسالة جديدة واحدة';
    case 'two':
      return 'رسالتان جديدتان';
    case 'few':
      return `${count} رسائل جديدة`;
    default:
      return `${count} رسالة جديدة`;
  }
}

function people(names: readonly string[], more: number, dual = 'شخصان آخران'): string {
  const isolated = [...names].map(isolate);
  return lists.format(more === 0 ? isolated : [...isolated, others(more, dual)]);
}

const errors: ErrorWords = {
  'mic-denied': {
    title: 'الميكروفون محظور',
    text: 'لا يسمح المتصفح لهذه الصفحة باستخدامه، لذلك لا أحد يسمعك.',
    remedy: 'يُرجى السماح بالميكروفون من شريط العنوان، ثم إعادة المحاولة.',
  },
  'camera-denied': {
    title: 'الكاميرا محظورة',
    text: 'لا يسمح المتصفح لهذه الصفحة باستخدامها، لذلك لا أحد يراك.',
    remedy: 'يُرجى السماح بالكاميرا من شريط العنوان، ثم إعادة المحاولة.',
  },
  'screen-denied': {
    title: 'لم تتم مشاركة شاشتك',
    text: 'لم يُسمح للمتصفح بتسجيل الشاشة.',
    remedy: 'يُرجى إعادة المحاولة واختيار نافذة. قد يلزم السماح للمتصفح بالتسجيل من إعدادات النظام.',
  },
  'device-missing': {
    title: 'لم يُعثر على أي جهاز',
    text: 'الكاميرا أو الميكروفون غير متصل. يمكنك المشاركة من دونه.',
    remedy: 'يُرجى توصيل جهاز، ثم إعادة المحاولة.',
  },
  'device-busy': {
    title: 'الكاميرا أو الميكروفون قيد الاستخدام',
    text: 'يستخدم الجهاز برنامج آخر أو علامة تبويب أخرى.',
    remedy: 'يُرجى إغلاق البرنامج الآخر. سيعمل الجهاز فور توفّره.',
  },
  'insecure-context': {
    title: 'هذه الصفحة غير آمنة',
    text: 'لا تتيح المتصفحات الكاميرا والميكروفون إلا للصفحات المفتوحة عبر https.',
    remedy: 'يُرجى فتح الصفحة بعنوان يبدأ بالرمز \u2066https://\u2069.',
  },
  'policy-blocked': {
    title: 'لا يُسمح لهذه الصفحة باستخدام الكاميرا أو الميكروفون',
    text: 'الصفحة المحيطة بالمكالمة لا تمنحها هذا الإذن.',
    remedy: 'يُرجى فتح المكالمة في علامة تبويب مستقلة، أو إبلاغ مالك هذا الموقع.',
  },
  'unsupported-browser': {
    title: 'هذا المتصفح لا يدعم المكالمات',
    text: 'تنقصه ميزات تحتاج إليها مكالمات الفيديو.',
    remedy: 'يُرجى فتح الصفحة في إصدار حديث من Chrome أو Edge أو Firefox أو Safari.',
  },
  'bad-room': {
    title: 'هذه الغرفة غير موجودة',
    text: 'ليس للمكالمة اسم غرفة، أو أن اسمها غير صالح.',
    remedy: 'يُرجى التحقق من الرابط الذي وصلك.',
  },
  'bad-token': {
    title: 'لا يمكنك دخول هذه الغرفة',
    text: 'دعوتك غير صالحة أو انتهت صلاحيتها.',
    remedy: 'يُرجى فتح رابط جديد من الموقع الذي دعاك.',
  },
  'version-mismatch': {
    title: 'هذه الصفحة قديمة',
    text: 'تم تحديث المكالمة بعد فتح الصفحة.',
    remedy: 'يُرجى إعادة تحميل الصفحة.',
  },
  'server-unreachable': {
    title: 'يتعذّر الوصول إلى الغرفة',
    text: 'الخادم لا يستجيب.',
    remedy: 'يُرجى التحقق من اتصالك بالإنترنت.',
  },
  'file-missing': {
    title: 'ينقص شيء ما',
    text: 'تعذّر تحميل جزء من المكالمة. يستمر الباقي في العمل.',
    remedy: 'يُرجى إعادة تحميل الصفحة عند الإمكان.',
  },
  'room-full': {
    title: 'الغرفة ممتلئة',
    text: 'لا مكان شاغرًا في هذه الغرفة حاليًا.',
    remedy: 'يُرجى إعادة المحاولة عندما يغادر أحد المشاركين.',
  },
  'peer-unreachable': {
    title: 'يتعذّر الوصول إلى أحد المشاركين',
    text: 'لا تجد الشبكتان طريقًا للاتصال بينهما. لا يؤثر ذلك في الآخرين.',
    remedy: 'قد تفيد المغادرة ثم الانضمام من جديد، أو استخدام شبكة أخرى.',
  },
  'no-relay': {
    title: 'لم يتم إعداد خادم ترحيل',
    text: 'لا تتصل هذه المكالمة إلا عبر خادم ترحيل، وهو غير متوفر، لذلك يتعذّر الوصول إلى أي مشارك.',
    remedy: 'يُرجى إبلاغ مالك هذا الموقع.',
  },
  'rate-limited': {
    title: 'طلبات كثيرة دفعة واحدة',
    text: 'طلب خادم الغرفة من هذه الصفحة التمهّل.',
    remedy: 'يُرجى الانتظار لحظة، ثم إعادة المحاولة.',
  },
  'bad-value': {
    title: 'لم ينجح ذلك',
    text: 'طلبت هذه الصفحة من المكالمة ما لا يمكنها فعله.',
    remedy: '',
  },
  'not-joined': {
    title: 'أنت خارج المكالمة',
    text: 'لا يتاح ذلك إلا أثناء المكالمة.',
    remedy: 'يُرجى الانضمام أولًا.',
  },
  'not-host': {
    title: 'هذا الإجراء للمضيف فقط',
    text: 'مشاركتك في هذه المكالمة بصفة ضيف.',
    remedy: 'يُرجى طلب ذلك من المضيف.',
  },
  aborted: {
    title: 'تم الإيقاف',
    text: 'حدث شيء آخر قبل ذلك.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'غادرت المكالمة', text: 'تم إيقاف الكاميرا والميكروفون.', remedy: '' },
  removed: { title: 'تمت إزالتك', text: 'أزالك المضيف من المكالمة.', remedy: '' },
  ended: { title: 'انتهت المكالمة', text: 'أنهاها المضيف للجميع.', remedy: '' },
  replaced: {
    title: 'انضممت من مكان آخر',
    text: 'تستمر المكالمة في علامة التبويب الأخرى أو الجهاز الآخر.',
    remedy: 'يمكنك إعادتها إلى هنا.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'انقطع الاتصال',
    text: 'خرجت من المكالمة.',
    remedy: 'يُرجى التحقق من اتصالك بالإنترنت، ثم الانضمام من جديد.',
  },
  'room-changed': { title: 'انتقلت إلى غرفة أخرى', text: 'غادرت المكالمة السابقة.', remedy: '' },
  'page-closed': { title: 'غادرت المكالمة', text: 'تم إغلاق الصفحة.', remedy: '' },
};

/** Arabic. */
export const ar: Dictionary = {
  lang: 'ar',
  dir: 'rtl',

  controls: 'عناصر التحكم بالمكالمة',
  microphone: {
    name: 'الميكروفون',
    turnOn: 'إلغاء كتم الصوت',
    turnOff: 'كتم الصوت',
    blocked: 'المتصفح يحظر الميكروفون. الضغط هنا يعيد المحاولة.',
    missing: 'لم يُعثر على ميكروفون. الضغط هنا يعيد المحاولة.',
  },
  camera: {
    name: 'الكاميرا',
    turnOn: 'تشغيل الكاميرا',
    turnOff: 'إيقاف الكاميرا',
    blocked: 'المتصفح يحظر الكاميرا. الضغط هنا يعيد المحاولة.',
    missing: 'لم يُعثر على كاميرا. الضغط هنا يعيد المحاولة.',
  },
  leave: 'مغادرة المكالمة',
  toolbar: {
    more: 'المزيد',
    close: 'إغلاق',
    screen: { name: 'مشاركة الشاشة', turnOn: 'مشاركة الشاشة', turnOff: 'إيقاف المشاركة' },
    hand: { name: 'اليد المرفوعة', turnOn: 'رفع اليد', turnOff: 'خفض اليد' },
    reactions: 'التفاعلات',
    chat: 'الدردشة',
    unread: messages,
    people: 'الأشخاص',
    settings: 'الإعدادات',
    pip: { name: 'صورة داخل صورة', turnOn: 'فتح صورة داخل صورة', turnOff: 'إغلاق صورة داخل صورة' },
    fullscreen: { name: 'ملء الشاشة', turnOn: 'عرض بملء الشاشة', turnOff: 'إنهاء ملء الشاشة' },
  },
  invite: {
    copy: 'نسخ رابط الدعوة',
    share: 'دعوة آخرين',
    copied: 'تم نسخ الرابط',
    byHand: 'رابط هذه المكالمة',
  },

  guest: 'ضيف',
  self: (name) => (name ? `${isolate(name)} (${you})` : you),
  videoOf: (name) => (name === you ? 'الفيديو الخاص بك' : `فيديو ${isolate(name)}`),
  micOff: 'الميكروفون مغلق',
  link: { connecting: 'جارٍ الاتصال…', reconnecting: 'جارٍ إعادة الاتصال…', failed: 'يتعذّر الوصول' },
  tile: {
    pin: 'تثبيت',
    unpin: 'إلغاء التثبيت',
    volume: 'مستوى الصوت',
    mirror: 'عكس صورتي',
    unmirror: 'إلغاء عكس صورتي',
    hideSelf: 'إخفاء صورتي',
    fit: 'عرض الصورة كاملة',
    fill: 'ملء الإطار',
    pip: 'صورة داخل صورة',
    snapshot: 'حفظ لقطة',
    detail: 'الاتصال',
  },
  linkDetail: {
    path: 'المسار',
    direct: 'مباشر',
    relayed: 'عبر خادم ترحيل',
    resolution: 'الدقة',
    frameRate: 'الإطارات',
    perSecond: '/ث',
    bitrate: 'معدل البت',
    loss: 'الفاقد',
    delay: 'زمن الذهاب والإياب',
  },

  participants: 'المشاركون',
  stage: {
    floating: 'صورتك. مفاتيح الأسهم تنقلها إلى زاوية أخرى.',
    showSelf: 'إظهار صورتي',
    screenOf: (name) => (name === you ? 'شاشتك' : `شاشة ${isolate(name)}`),
    ownScreen: 'شاشتك',
    handRaised: 'اليد مرفوعة',
    sharing: 'مشاركة شاشة جارية',
    speaking: 'يجري التحدث',
    options: (name) => (name ? `خيارات ${isolate(name)}` : 'خياراتك'),
    pageOf: (page, pages) => `الصفحة ${page} من ${pages}`,
    previousPage: 'الصفحة السابقة',
    nextPage: 'الصفحة التالية',
  },
  alone: { title: 'لا أحد غيرك هنا بعد', text: 'يظهر الآخرون فور انضمامهم.' },
  deserted: { title: 'غادر جميع الآخرين', text: 'من يعود منهم يظهر هنا.' },
  elsewhere: { text: 'المكالمة في نافذة مستقلة.', action: 'إعادتها إلى هنا' },

  prejoin: {
    title: 'كل شيء جاهز للانضمام؟',
    preview: 'معاينة صورتك',
    cameraOff: 'الكاميرا متوقفة',
    name: 'اسمك',
    namePlaceholder: 'كما يظهر للآخرين',
    join: 'الانضمام إلى المكالمة',
    present: (names, more) => `${people(names, more)} في المكالمة`,
    nobody: 'لا أحد في المكالمة بعد',
    devices: 'الأجهزة',
  },
  devices: {
    title: 'الأجهزة',
    speaker: 'مكبّر الصوت',
    systemDefault: 'الجهاز التلقائي للنظام',
    none: 'لم يُعثر على أي جهاز',
    level: 'مستوى الميكروفون',
    test: 'تشغيل صوت تجريبي',
    testing: 'جارٍ التشغيل…',
    testFailed: 'تعذّر تشغيل الصوت. يُرجى اختيار مكبّر صوت آخر.',
    flip: 'الكاميرا الأخرى',
  },
  help: {
    title: 'كيفية السماح',
    chromium: 'يُرجى الضغط على الرمز المجاور للعنوان، والسماح بالكاميرا والميكروفون، ثم إعادة المحاولة.',
    firefox: 'يُرجى الضغط على الرمز المشطوب المجاور للعنوان، وإزالة الحظر، ثم إعادة المحاولة.',
    safari: 'يُرجى اختيار Safari › إعدادات موقع الويب هذا… والسماح بالكاميرا والميكروفون.',
    safariPhone: 'يُرجى الضغط على الرمز المجاور للعنوان، ثم على إعدادات موقع الويب، والسماح بالكاميرا والميكروفون.',
    mac: 'إن لم يكفِ ذلك: إعدادات النظام › الخصوصية والأمن › الكاميرا، ثم الميكروفون: يُرجى تفعيل هذا المتصفح وإعادة تشغيله.',
    windows:
      'إن لم يكفِ ذلك: الإعدادات › الخصوصية والأمان › الكاميرا، ثم الميكروفون: يُرجى السماح لتطبيقات سطح المكتب باستخدامهما.',
    android: 'إن لم يكفِ ذلك: الإعدادات › التطبيقات › هذا المتصفح › الأذونات.',
    ios: 'إن لم يكفِ ذلك: الإعدادات › الخصوصية والأمن › الكاميرا، ثم الميكروفون: يُرجى تفعيل هذا المتصفح.',
  },
  check: {
    title: 'فحص الأجهزة والاتصال',
    start: 'بدء الفحص',
    again: 'إعادة الفحص',
    running: 'جارٍ الفحص…',
    yes: 'نعم',
    no: 'لا',
    passed: 'على ما يرام',
    doubtful: 'تجدر المراجعة',
    failed: 'توجد مشكلة',
    names: {
      microphone: 'الميكروفون',
      camera: 'الكاميرا',
      speaker: 'مكبّر الصوت',
      server: 'خادم الغرفة',
      connection: 'الاتصال',
      relay: 'خادم الترحيل',
    },
    said: {
      'say-something': 'يُرجى قول أي شيء.',
      heard: 'الميكروفون يلتقط صوتك.',
      quiet: 'الصوت منخفض جدًا. يُرجى الاقتراب، أو رفع مستوى الميكروفون من إعدادات النظام.',
      silent: 'لا يصدر منه أي صوت. يُرجى البحث عن مفتاح على الميكروفون، أو اختيار ميكروفون آخر.',
      blocked: 'المتصفح يحظر الوصول. يُرجى السماح به من الرمز المجاور لعنوان هذه الصفحة.',
      missing: 'لم يُعثر على أي جهاز. يُرجى توصيل جهاز ثم إعادة الفحص.',
      busy: 'برنامج آخر يستخدم الجهاز. يُرجى إغلاق ذلك البرنامج ثم إعادة الفحص.',
      unmeasured: 'الميكروفون مفتوح. لا يوضّح هذا المتصفح مدى ارتفاع الصوت.',
      seen: 'الكاميرا تعرض صورة.',
      dark: 'الصورة سوداء. يُرجى التأكد من عدم وجود غطاء على العدسة.',
      frozen: 'لا تصل منها صورة. يُرجى فصل الكاميرا ثم توصيلها من جديد، أو اختيار كاميرا أخرى.',
      'did-you-hear': 'هل سمعت نغمتين؟',
      audible: 'يمكنك سماع المكالمة.',
      inaudible: 'يُرجى اختيار مكبّر صوت آخر، ورفع مستوى الصوت.',
      reached: 'خادم الغرفة يستجيب.',
      unreachable: 'خادم الغرفة لا يستجيب. يُرجى التحقق من اتصالك بالإنترنت.',
      direct: 'يمكن لمتصفحك الاتصال، ويمكن العثور على عنوانه من الخارج.',
      local:
        'يمكن لمتصفحك الاتصال، لكن تعذّر العثور على عنوانه من الخارج: قد تحتاج المكالمات خارج شبكتك إلى خادم الترحيل.',
      nothing: 'تعذّر إجراء أي اتصال. قد يكون السبب جدار حماية أو إضافة في المتصفح.',
      relayed: 'تعبر المكالمات جدران الحماية من خلاله.',
      'no-relay': 'لم يتم إعداد خادم ترحيل. لن تتصل المكالمات بين بعض الشبكات.',
      'relay-failed': 'تعذّر الوصول إليه. يُرجى تجربة شبكة أخرى، مثل نقطة اتصال الهاتف.',
    },
  },

  joining: { title: 'جارٍ الانضمام…', text: 'لن يستغرق ذلك سوى لحظات.' },
  reconnecting: { title: 'انقطع الاتصال', text: 'جارٍ إعادة الاتصال. تُستأنف المكالمة فور عودة الشبكة.' },
  muted: { title: 'كتم المضيف صوتك', text: 'يمكنك إلغاء الكتم متى أردت التحدث.' },
  playback: { title: 'المتصفح يوقف الصوت', action: 'تشغيل الصوت' },
  notice: {
    silent: {
      title: 'لا أحد يسمعك',
      text: 'الميكروفون قيد التشغيل، لكن لا يصدر منه أي صوت. يُرجى التحقق من مفتاحه.',
    },
    talking: { title: 'صوتك مكتوم', text: 'لا أحد يسمع كلامك.' },
    paused: { title: 'الميكروفون محجوز مؤقتًا', text: 'يستخدمه النظام أو مكالمة أخرى.' },
    deafened: { title: 'لا يصلك صوت أحد', text: 'كل أصوات المكالمة متوقفة.', action: 'سماع الجميع' },
  },
  rejoin: 'الانضمام من جديد',
  retry: 'إعادة المحاولة',
  cancel: 'إلغاء',
  dismiss: 'تجاهل',
  errors,
  left,
  announce: {
    joined: (count) =>
      count === 0 ? 'أنت في المكالمة. لا أحد غيرك هنا بعد.' : `أنت في المكالمة مع ${others(count, 'شخصين آخرين')}.`,
    // If words stand between verb and subject, the masculine verb is correct for every subject.
    arrived: (names, more) => `انضم إلى المكالمة ${people(names, more)}`,
    departed: (names, more) => `خرج من المكالمة ${people(names, more)}`,
    reconnected: 'عاد اتصالك.',
    hosting: 'انتقل دور المضيف إليك.',
    unreachable: (names, more) => `يتعذّر الوصول إلى ${people(names, more, 'شخصين آخرين')}`,
    raised: (names, more) => `رُفعت اليد: ${people(names, more)}`,
    wrote: (name, text, isPrivate) =>
      isPrivate ? `${isolate(name)}، إليك وحدك: ${isolate(text)}` : `${isolate(name)}: ${isolate(text)}`,
  },

  chat: {
    none: {
      title: 'لا رسائل بعد',
      text: 'تصل رسائلك مباشرة إلى المشاركين في المكالمة، ولا يحتفظ بها أي خادم.',
    },
    messages: 'الرسائل',
    message: 'الرسالة',
    write: 'رسالة إلى الجميع',
    writeTo: (name) => `رسالة إلى ${isolate(name)}`,
    send: 'إرسال',
    to: 'إلى',
    everyone: 'الجميع',
    gone: 'خارج المكالمة',
    only: (name) => `إلى ${isolate(name)} فقط`,
    onlyYou: 'إليك وحدك',
    waiting: 'في انتظار الاتصال',
    notDelivered: 'لم تُسلَّم',
    newer: 'رسائل جديدة',
  },
  people: {
    host: 'المضيف',
    hand: (place) => `اليد مرفوعة، الدور رقم ${place}`,
    sharing: 'مشاركة شاشة جارية',
    cameraOff: 'الكاميرا متوقفة',
    more: (name) => `المزيد من خيارات ${isolate(name)}`,
    volume: 'مستوى الصوت',
    pin: 'تثبيت',
    unpin: 'إلغاء التثبيت',
    mute: 'كتم الصوت',
    muteAll: 'كتم صوت الجميع',
    questions: {
      'p2p-host-request': {
        ask: 'تسليم دور المضيف',
        text: (name) => `تسليم دور المضيف إلى ${isolate(name)}؟ ستكون مشاركتك بعدها بصفة ضيف.`,
        yes: 'تسليم الدور',
      },
      'p2p-remove-request': {
        ask: 'إزالة من المكالمة',
        text: (name) => `إزالة ${isolate(name)} من المكالمة؟`,
        yes: 'إزالة',
      },
      'p2p-end-request': {
        ask: 'إنهاء المكالمة للجميع',
        text: () => 'إنهاء المكالمة للجميع؟',
        yes: 'إنهاء المكالمة',
      },
    },
  },
  settings: {
    microphone: 'الميكروفون',
    echoCancellation: 'إزالة الصدى',
    noiseSuppression: 'إزالة ضوضاء الخلفية',
    autoGainControl: 'ضبط مستوى الصوت تلقائيًا',
    music: 'وضع الموسيقى',
    musicHint: 'يُرسل الصوت كما هو. يُنصح باستخدام سماعات الرأس.',
    listenWhileMuted: 'تنبيهي عند التحدث والصوت مكتوم',
    listenHint: 'يُبقي الميكروفون مفتوحًا أثناء كتم الصوت، ولا أحد يسمعه.',
    sound: 'الصوت الذي يصلك',
    deafen: 'إيقاف صوت الجميع لديّ',
    sounds: 'أصوات تنبيه للانضمام والمغادرة والرسائل',
    check: 'فحص الأجهزة والاتصال',
  },
  shortcuts: {
    title: 'اختصارات لوحة المفاتيح',
    text: 'تعمل ما دام التركيز داخل المكالمة، ولا تعمل أبدًا أثناء الكتابة.',
    space: 'مسافة',
    hold: 'الضغط المستمر: للتحدث والصوت مكتوم، أو للصمت وهو غير مكتوم',
  },
};
