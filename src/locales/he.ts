import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const numbers = new Intl.PluralRules('he');
const lists = new Intl.ListFormat('he', { type: 'conjunction' });
const you = 'אני';

/** Isolates text by others: it keeps its own direction and does not change that of the sentence (UAX #9, first strong isolate). */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** "3 more people". */
function others(count: number): string {
  switch (numbers.select(count)) {
    case 'one':
      return 'עוד אדם אחד';
    case 'two':
      return 'עוד שני אנשים';
    default:
      return `עוד ${count} אנשים`;
  }
}

function messages(count: number): string {
  switch (numbers.select(count)) {
    case 'one':
      return 'הודעה חדשה אחת';
    case 'two':
      return 'שתי הודעות חדשות';
    default:
      return `${count} הודעות חדשות`;
  }
}

/** The list is formatted from bare names, because "and" takes a hyphen before other scripts; then each name is isolated. */
function people(names: readonly string[], more: number): string {
  const rest = others(more);
  const parts = lists.formatToParts(more === 0 ? names : [...names, rest]);
  return parts.map(({ type, value }) => (type === 'element' && value !== rest ? isolate(value) : value)).join('');
}

const errors: ErrorWords = {
  'mic-denied': {
    title: 'המיקרופון שלך חסום',
    text: 'הדפדפן לא מאפשר לדף הזה להשתמש בו, ולכן אף אחד לא שומע אותך.',
    remedy: 'יש לאשר את המיקרופון בשורת הכתובת ואז לנסות שוב.',
  },
  'camera-denied': {
    title: 'המצלמה שלך חסומה',
    text: 'הדפדפן לא מאפשר לדף הזה להשתמש בה, ולכן אף אחד לא רואה אותך.',
    remedy: 'יש לאשר את המצלמה בשורת הכתובת ואז לנסות שוב.',
  },
  'screen-denied': {
    title: 'המסך שלך לא משותף',
    text: 'הדפדפן לא קיבל הרשאה להקליט את המסך.',
    remedy: 'יש לנסות שוב ולבחור חלון. ייתכן שצריך לאשר לדפדפן להקליט בהגדרות המערכת.',
  },
  'device-missing': {
    title: 'לא נמצא מכשיר',
    text: 'המצלמה או המיקרופון לא מחוברים. אפשר להשתתף גם בלעדיהם.',
    remedy: 'יש לחבר מכשיר ואז לנסות שוב.',
  },
  'device-busy': {
    title: 'המצלמה או המיקרופון בשימוש',
    text: 'תוכנה אחרת או כרטיסייה אחרת משתמשת בהם.',
    remedy: 'יש לסגור את התוכנה האחרת. המכשיר יופעל ברגע שיתפנה.',
  },
  'insecure-context': {
    title: 'הדף הזה לא מאובטח',
    text: 'דפדפנים מאפשרים מצלמה ומיקרופון רק בדפים שנפתחו עם https.',
    remedy: 'יש לפתוח את הדף בכתובת שמתחילה ב-\u2066https://\u2069.',
  },
  'policy-blocked': {
    title: 'לדף הזה אין הרשאה למצלמה או למיקרופון',
    text: 'הדף שמכיל את השיחה לא מעביר לה את ההרשאה.',
    remedy: 'אפשר לפתוח את השיחה בכרטיסייה משלה, או להודיע לבעלי האתר.',
  },
  'unsupported-browser': {
    title: 'אי אפשר לקיים שיחות בדפדפן הזה',
    text: 'חסרות בו יכולות ששיחות וידאו צריכות.',
    remedy: 'יש לפתוח את הדף בגרסה עדכנית של Chrome, של Edge, של Firefox או של Safari.',
  },
  'bad-room': {
    title: 'החדר הזה לא קיים',
    text: 'לשיחה אין שם חדר, או שאי אפשר להשתמש בשם שלה.',
    remedy: 'כדאי לבדוק את הקישור שקיבלת.',
  },
  'bad-token': {
    title: 'אין לך אפשרות להיכנס לחדר הזה',
    text: 'ההזמנה שלך לא תקפה, או שפג תוקפה.',
    remedy: 'יש לפתוח קישור חדש מהאתר שהזמין אותך.',
  },
  'version-mismatch': {
    title: 'הדף הזה לא מעודכן',
    text: 'השיחה עודכנה מאז שהדף נפתח.',
    remedy: 'יש לטעון את הדף מחדש.',
  },
  'server-unreachable': {
    title: 'אין חיבור לחדר',
    text: 'השרת לא עונה.',
    remedy: 'כדאי לבדוק את החיבור לאינטרנט.',
  },
  'file-missing': {
    title: 'משהו חסר',
    text: 'לא ניתן היה לטעון חלק מהשיחה. השאר ממשיך לפעול.',
    remedy: 'כדאי לטעון מחדש את הדף כשאפשר.',
  },
  'room-full': {
    title: 'החדר מלא',
    text: 'כל המקומות בחדר הזה תפוסים.',
    remedy: 'אפשר לנסות שוב כשיתפנה מקום.',
  },
  'peer-unreachable': {
    title: 'אין חיבור לאחד המשתתפים',
    text: 'הרשתות שלכם לא מוצאות דרך זו אל זו. שאר המשתתפים לא מושפעים.',
    remedy: 'ייתכן שיעזור לצאת ולהצטרף שוב, או לעבור לרשת אחרת.',
  },
  'no-relay': {
    title: 'לא הוגדר שרת ממסר',
    text: 'השיחה הזו מתחברת רק דרך שרת ממסר, ואין כזה, ולכן אי אפשר להגיע לאף אחד.',
    remedy: 'כדאי להודיע לבעלי האתר.',
  },
  'rate-limited': {
    title: 'יותר מדי בבת אחת',
    text: 'שרת החדר ביקש מהדף הזה להאט.',
    remedy: 'כדאי לחכות רגע ואז לנסות שוב.',
  },
  'bad-value': {
    title: 'זה לא הצליח',
    text: 'הדף ביקש מהשיחה משהו שהיא לא יכולה לעשות.',
    remedy: '',
  },
  'not-joined': {
    title: 'עוד לא הצטרפת לשיחה',
    text: 'זה אפשרי רק במהלך שיחה.',
    remedy: 'קודם יש להצטרף.',
  },
  'not-host': {
    title: 'הפעולה הזו שמורה למארח/ת',
    text: 'ההשתתפות שלך בשיחה הזו היא כאורח/ת.',
    remedy: 'אפשר לבקש מהמארח/ת.',
  },
  aborted: {
    title: 'הפעולה נעצרה',
    text: 'משהו אחר קדם לה.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'יצאת מהשיחה', text: 'המצלמה והמיקרופון כבויים.', remedy: '' },
  removed: { title: 'הוסרת מהשיחה', text: 'ההסרה נעשתה על ידי המארח/ת.', remedy: '' },
  ended: { title: 'השיחה הסתיימה', text: 'היא הסתיימה לכולם על ידי המארח/ת.', remedy: '' },
  replaced: {
    title: 'הצטרפת ממקום אחר',
    text: 'השיחה ממשיכה בכרטיסייה האחרת או במכשיר האחר שלך.',
    remedy: 'אפשר להחזיר אותה לכאן.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'החיבור אבד',
    text: 'התנתקת מהשיחה.',
    remedy: 'כדאי לבדוק את החיבור לאינטרנט ואז להצטרף שוב.',
  },
  'room-changed': { title: 'עברת לחדר אחר', text: 'יצאת מהשיחה הקודמת.', remedy: '' },
  'page-closed': { title: 'יצאת מהשיחה', text: 'הדף נסגר.', remedy: '' },
};

/** Hebrew. */
export const he: Dictionary = {
  lang: 'he',
  dir: 'rtl',

  controls: 'פקדי השיחה',
  microphone: {
    name: 'מיקרופון',
    turnOn: 'ביטול ההשתקה',
    turnOff: 'השתקה',
    blocked: 'הדפדפן חוסם את המיקרופון. לחיצה כאן תנסה שוב.',
    missing: 'לא נמצא מיקרופון. לחיצה כאן תנסה שוב.',
  },
  camera: {
    name: 'מצלמה',
    turnOn: 'הפעלת המצלמה',
    turnOff: 'כיבוי המצלמה',
    blocked: 'הדפדפן חוסם את המצלמה. לחיצה כאן תנסה שוב.',
    missing: 'לא נמצאה מצלמה. לחיצה כאן תנסה שוב.',
  },
  leave: 'יציאה מהשיחה',
  toolbar: {
    more: 'עוד',
    close: 'סגירה',
    screen: { name: 'שיתוף מסך', turnOn: 'שיתוף המסך', turnOff: 'הפסקת השיתוף' },
    hand: { name: 'יד מורמת', turnOn: 'הרמת יד', turnOff: 'הורדת היד' },
    reactions: 'תגובות',
    chat: 'צ׳אט',
    unread: messages,
    people: 'אנשים',
    settings: 'הגדרות',
    pip: { name: 'תמונה בתוך תמונה', turnOn: 'פתיחת תמונה בתוך תמונה', turnOff: 'סגירת תמונה בתוך תמונה' },
    fullscreen: { name: 'מסך מלא', turnOn: 'מעבר למסך מלא', turnOff: 'יציאה ממסך מלא' },
  },
  invite: { copy: 'העתקת קישור ההזמנה', share: 'הזמנת אחרים', copied: 'הקישור הועתק', byHand: 'קישור לשיחה הזו' },

  guest: 'אורח/ת',
  self: (name) => (name ? `${isolate(name)} (${you})` : you),
  videoOf: (name) => (name === you ? 'הווידאו שלך' : `הווידאו של ${isolate(name)}`),
  micOff: 'המיקרופון כבוי',
  link: { connecting: 'בהתחברות…', reconnecting: 'בהתחברות מחדש…', failed: 'אין חיבור' },
  tile: {
    pin: 'הצמדה',
    unpin: 'ביטול ההצמדה',
    volume: 'עוצמת הקול',
    mirror: 'היפוך התמונה שלי',
    unmirror: 'ביטול היפוך התמונה שלי',
    hideSelf: 'הסתרת התמונה שלי',
    fit: 'הצגת התמונה המלאה',
    fill: 'מילוי המסגרת',
    pip: 'תמונה בתוך תמונה',
    snapshot: 'שמירת תמונה',
    detail: 'חיבור',
  },
  linkDetail: {
    path: 'נתיב',
    direct: 'ישיר',
    relayed: 'דרך שרת ממסר',
    resolution: 'רזולוציה',
    frameRate: 'פריימים',
    perSecond: '/שנ׳',
    bitrate: 'קצב נתונים',
    loss: 'אובדן',
    delay: 'זמן הלוך ושוב',
  },

  participants: 'משתתפים',
  stage: {
    floating: 'התמונה שלך. מקשי החיצים מעבירים אותה לפינה אחרת.',
    showSelf: 'הצגת התמונה שלי',
    screenOf: (name) => (name === you ? 'המסך שלך' : `המסך של ${isolate(name)}`),
    ownScreen: 'המסך שלך',
    handRaised: 'יד מורמת',
    sharing: 'שיתוף מסך פעיל',
    speaking: 'הדיבור נשמע כעת',
    options: (name) => (name ? `אפשרויות עבור ${isolate(name)}` : 'האפשרויות שלך'),
    pageOf: (page, pages) => `דף ${page} מתוך ${pages}`,
    previousPage: 'הדף הקודם',
    nextPage: 'הדף הבא',
  },
  alone: { title: 'עוד אין כאן אף אחד', text: 'האחרים יופיעו כאן ברגע שיצטרפו.' },
  deserted: { title: 'כל האחרים יצאו', text: 'מי שיחזור יופיע כאן.' },
  elsewhere: { text: 'השיחה בחלון משלה.', action: 'החזרה לכאן' },

  prejoin: {
    title: 'הכול מוכן להצטרפות?',
    preview: 'התצוגה המקדימה שלך',
    cameraOff: 'המצלמה שלך כבויה',
    name: 'השם שלך',
    namePlaceholder: 'כך יראו אותך האחרים',
    join: 'הצטרפות לשיחה',
    present: (names, more) => `כבר בשיחה: ${people(names, more)}`,
    nobody: 'עוד אין אף אחד בשיחה',
    devices: 'מכשירים',
  },
  devices: {
    title: 'מכשירים',
    speaker: 'רמקול',
    systemDefault: 'ברירת המחדל של המערכת',
    none: 'לא נמצא מכשיר',
    level: 'עוצמת המיקרופון',
    test: 'השמעת צליל בדיקה',
    testing: 'מושמע…',
    testFailed: 'לא ניתן היה להשמיע את הצליל. כדאי לבחור רמקול אחר.',
    flip: 'המצלמה האחרת',
  },
  help: {
    title: 'איך מאשרים',
    chromium: 'יש ללחוץ על הסמל שליד הכתובת, לאשר את המצלמה ואת המיקרופון, ואז לנסות שוב.',
    firefox: 'יש ללחוץ על הסמל המחוק בקו שליד הכתובת, להסיר את החסימה, ואז לנסות שוב.',
    safari: 'יש לבחור Safari › הגדרות עבור אתר זה… ולאשר את המצלמה ואת המיקרופון.',
    safariPhone: 'יש להקיש על הסמל שליד הכתובת, אחר כך על הגדרות האתר, ולאשר את המצלמה ואת המיקרופון.',
    mac: 'אם זה לא מספיק: הגדרות המערכת › פרטיות ואבטחה › מצלמה, וגם מיקרופון: יש להפעיל את הדפדפן הזה ולפתוח אותו מחדש.',
    windows:
      'אם זה לא מספיק: הגדרות › פרטיות ואבטחה › מצלמה, וגם מיקרופון: יש לאפשר לאפליקציות של שולחן העבודה להשתמש בהם.',
    android: 'אם זה לא מספיק: הגדרות › אפליקציות › הדפדפן הזה › הרשאות.',
    ios: 'אם זה לא מספיק: הגדרות › פרטיות ואבטחה › מצלמה, וגם מיקרופון: יש להפעיל את הדפדפן הזה.',
  },
  check: {
    title: 'בדיקת המכשירים והחיבור',
    start: 'התחלת הבדיקה',
    again: 'בדיקה חוזרת',
    running: 'בודקים…',
    yes: 'כן',
    no: 'לא',
    passed: 'הכול בסדר',
    doubtful: 'כדאי לבדוק',
    failed: 'יש בעיה',
    names: {
      microphone: 'מיקרופון',
      camera: 'מצלמה',
      speaker: 'רמקול',
      server: 'שרת החדר',
      connection: 'חיבור',
      relay: 'שרת ממסר',
    },
    said: {
      'say-something': 'נא לומר משהו.',
      heard: 'המיקרופון קולט אותך.',
      quiet: 'שקט מאוד. כדאי להתקרב, או להגביר את המיקרופון בהגדרות המערכת.',
      silent: 'לא מגיע ממנו צליל. כדאי לחפש מתג על המיקרופון, או לבחור מיקרופון אחר.',
      blocked: 'הדפדפן חוסם את הגישה. יש לאשר אותה ליד הכתובת של הדף.',
      missing: 'לא נמצא מכשיר. יש לחבר מכשיר ולבדוק שוב.',
      busy: 'תוכנה אחרת משתמשת במכשיר. יש לסגור אותה ולבדוק שוב.',
      unmeasured: 'המיקרופון פתוח. הדפדפן הזה לא מראה מה העוצמה שלו.',
      seen: 'מגיעה תמונה מהמצלמה.',
      dark: 'התמונה שחורה. כדאי לבדוק אם יש כיסוי על העדשה.',
      frozen: 'לא מגיעה ממנה תמונה. כדאי לנתק ולחבר אותה מחדש, או לבחור מצלמה אחרת.',
      'did-you-hear': 'שמעת שני צלילים?',
      audible: 'הצליל של השיחה יישמע אצלך.',
      inaudible: 'כדאי לבחור רמקול אחר ולהגביר את העוצמה.',
      reached: 'שרת החדר עונה.',
      unreachable: 'שרת החדר לא עונה. כדאי לבדוק את החיבור לאינטרנט.',
      direct: 'הדפדפן שלך יכול להתחבר, ואפשר למצוא את הכתובת שלו מבחוץ.',
      local:
        'הדפדפן שלך יכול להתחבר. לא ניתן היה למצוא את הכתובת שלו מבחוץ: ייתכן ששיחות אל מחוץ לרשת שלך יצטרכו את שרת הממסר.',
      nothing: 'לא נוצר שום חיבור. ייתכן שחומת אש או תוסף של הדפדפן מונעים זאת.',
      relayed: 'בעזרתו שיחות עוברות דרך חומות אש.',
      'no-relay': 'לא הוגדר שרת ממסר. בין רשתות מסוימות השיחות לא יתחברו.',
      'relay-failed': 'אין חיבור אליו. כדאי לנסות רשת אחרת, למשל נקודה חמה בטלפון.',
    },
  },

  joining: { title: 'מצטרפים…', text: 'זה ייקח רק רגע.' },
  reconnecting: { title: 'החיבור אבד', text: 'מתחברים מחדש. השיחה תימשך כשהרשת שלך תחזור.' },
  muted: { title: 'הושתקת על ידי המארח/ת', text: 'אפשר לבטל את ההשתקה בכל רגע כדי לדבר.' },
  playback: { title: 'הדפדפן שלך משאיר את הצליל כבוי', action: 'הפעלת הצליל' },
  notice: {
    silent: {
      title: 'אף אחד לא שומע אותך',
      text: 'המיקרופון שלך פועל, אבל לא מגיע ממנו צליל. כדאי לבדוק את המתג שלו.',
    },
    talking: { title: 'המיקרופון שלך מושתק', text: 'אף אחד לא שומע את הדברים שלך.' },
    paused: { title: 'המיקרופון שלך מושהה', text: 'המערכת או שיחה אחרת משתמשת בו.' },
    deafened: { title: 'אף אחד לא נשמע אצלך', text: 'כל הצלילים של השיחה כבויים.', action: 'לשמוע את כולם' },
  },
  rejoin: 'הצטרפות מחדש',
  retry: 'ניסיון נוסף',
  cancel: 'ביטול',
  dismiss: 'סגירה',
  errors,
  left,
  announce: {
    joined: (count) => (count === 0 ? 'הצטרפת לשיחה. עוד אין כאן אף אחד.' : `הצטרפת לשיחה. יש בה ${others(count)}.`),
    // Nouns instead of verbs, because verbs would express a gender.
    arrived: (names, more) => `הצטרפות לשיחה: ${people(names, more)}`,
    departed: (names, more) => `יציאה מהשיחה: ${people(names, more)}`,
    reconnected: 'החיבור שלך חזר.',
    hosting: 'האירוח עבר אליך.',
    unreachable: (names, more) => `אין חיבור עם ${people(names, more)}`,
    raised: (names, more) => `הרמת יד: ${people(names, more)}`,
    wrote: (name, text, isPrivate) =>
      isPrivate ? `${isolate(name)}, רק אליך: ${isolate(text)}` : `${isolate(name)}: ${isolate(text)}`,
  },

  chat: {
    none: {
      title: 'עוד אין הודעות',
      text: 'ההודעות שלך מגיעות ישירות אל המשתתפים בשיחה. שום שרת לא שומר אותן.',
    },
    messages: 'הודעות',
    message: 'הודעה',
    write: 'הודעה לכולם',
    writeTo: (name) => `הודעה אל ${isolate(name)}`,
    send: 'שליחה',
    to: 'אל',
    everyone: 'כולם',
    gone: 'כבר לא בשיחה',
    only: (name) => `רק אל ${isolate(name)}`,
    onlyYou: 'רק אליך',
    waiting: 'בהמתנה לחיבור',
    notDelivered: 'לא נמסרה',
    newer: 'הודעות חדשות',
  },
  people: {
    host: 'מארח/ת',
    hand: (place) => `יד מורמת, מספר ${place} בתור`,
    sharing: 'שיתוף מסך פעיל',
    cameraOff: 'המצלמה כבויה',
    more: (name) => `עוד אפשרויות עבור ${isolate(name)}`,
    volume: 'עוצמת הקול',
    pin: 'הצמדה',
    unpin: 'ביטול ההצמדה',
    mute: 'השתקה',
    muteAll: 'השתקת כולם',
    questions: {
      'p2p-host-request': {
        ask: 'העברת האירוח',
        text: (name) => `להעביר את האירוח אל ${isolate(name)}? ההשתתפות שלך תהיה מעכשיו כאורח/ת.`,
        yes: 'העברת האירוח',
      },
      'p2p-remove-request': {
        ask: 'הסרה מהשיחה',
        text: (name) => `להסיר את ${isolate(name)} מהשיחה?`,
        yes: 'הסרה',
      },
      'p2p-end-request': {
        ask: 'סיום השיחה לכולם',
        text: () => 'לסיים את השיחה לכולם?',
        yes: 'סיום השיחה',
      },
    },
  },
  settings: {
    microphone: 'המיקרופון שלך',
    echoCancellation: 'ביטול הד',
    noiseSuppression: 'סינון רעשי רקע',
    autoGainControl: 'התאמה אוטומטית של העוצמה',
    music: 'מצב מוזיקה',
    musicHint: 'שולח את הצליל כמו שהוא. מומלץ להשתמש באוזניות.',
    listenWhileMuted: 'התראה על דיבור בזמן השתקה',
    listenHint: 'משאיר את המיקרופון פתוח בזמן ההשתקה. אף אחד לא שומע אותו.',
    sound: 'הצליל שמגיע אליך',
    deafen: 'כיבוי הצליל של כולם אצלי',
    sounds: 'צלילים להצטרפות, ליציאה ולהודעות',
    check: 'בדיקת המכשירים והחיבור',
  },
  shortcuts: {
    title: 'קיצורי מקלדת',
    text: 'הם פועלים כשהמיקוד בתוך השיחה, ולעולם לא בזמן הקלדה.',
    space: 'רווח',
    hold: 'לחיצה ממושכת: דיבור בזמן השתקה, או שקט כשאין השתקה',
  },
};
