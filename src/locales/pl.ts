import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const numbers = new Intl.PluralRules('pl');
const lists = new Intl.ListFormat('pl', { type: 'conjunction' });

/** The form that goes with a number: 1 osoba, 2 osoby, 5 osób, 1,5 osoby. */
function plural(count: number, one: string, few: string, many: string, other: string): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few, many };
  return forms[numbers.select(count)] ?? other;
}

function persons(count: number): string {
  return `${count} ${plural(count, 'osoba', 'osoby', 'osób', 'osoby')}`;
}

function people(names: readonly string[], more: number): string {
  return lists.format(more === 0 ? names : [...names, `jeszcze ${persons(more)}`]);
}

function isOne(names: readonly string[], more: number): boolean {
  return names.length + more === 1;
}

// Sentences about people are in the present tense, because the past tense would express their gender.

const errors: ErrorWords = {
  'mic-denied': {
    title: 'Twój mikrofon jest zablokowany',
    text: 'Przeglądarka nie pozwala tej stronie z niego korzystać, więc nikt Cię nie słyszy.',
    remedy: 'Zezwól na dostęp do mikrofonu na pasku adresu i spróbuj ponownie.',
  },
  'camera-denied': {
    title: 'Twoja kamera jest zablokowana',
    text: 'Przeglądarka nie pozwala tej stronie z niej korzystać, więc nikt Cię nie widzi.',
    remedy: 'Zezwól na dostęp do kamery na pasku adresu i spróbuj ponownie.',
  },
  'screen-denied': {
    title: 'Twój ekran nie jest udostępniany',
    text: 'Przeglądarka nie otrzymała zgody na nagrywanie ekranu.',
    remedy:
      'Spróbuj ponownie i wybierz okno. Być może trzeba też zezwolić przeglądarce na nagrywanie w ustawieniach systemu.',
  },
  'device-missing': {
    title: 'Nie znaleziono urządzenia',
    text: 'Kamera lub mikrofon nie są podłączone. Możesz wziąć udział w rozmowie bez nich.',
    remedy: 'Podłącz urządzenie i spróbuj ponownie.',
  },
  'device-busy': {
    title: 'Kamera lub mikrofon są zajęte',
    text: 'Korzysta z nich inny program lub inna karta.',
    remedy: 'Zamknij inny program. Urządzenie włączy się, gdy tylko będzie wolne.',
  },
  'insecure-context': {
    title: 'Ta strona nie jest bezpieczna',
    text: 'Przeglądarki udostępniają kamerę i mikrofon tylko stronom otwartym przez https.',
    remedy: 'Otwórz stronę pod adresem, który zaczyna się od https://.',
  },
  'policy-blocked': {
    title: 'Ta strona nie może korzystać z kamery ani mikrofonu',
    text: 'Strona, w której osadzono rozmowę, nie przekazuje uprawnień.',
    remedy: 'Otwórz rozmowę w osobnej karcie lub skontaktuj się z właścicielem witryny.',
  },
  'unsupported-browser': {
    title: 'Ta przeglądarka nie obsługuje rozmów',
    text: 'Brakuje w niej funkcji potrzebnych do rozmów wideo.',
    remedy: 'Otwórz stronę w aktualnej wersji Chrome, Edge, Firefox lub Safari.',
  },
  'bad-room': {
    title: 'Ten pokój nie istnieje',
    text: 'Rozmowa nie ma nazwy pokoju albo tej nazwy nie można użyć.',
    remedy: 'Sprawdź otrzymany link.',
  },
  'bad-token': {
    title: 'Nie możesz wejść do tego pokoju',
    text: 'Zaproszenie jest nieprawidłowe lub wygasło.',
    remedy: 'Otwórz nowy link w witrynie, z której pochodzi zaproszenie.',
  },
  'version-mismatch': {
    title: 'Ta strona jest nieaktualna',
    text: 'Po jej otwarciu pojawiła się nowa wersja.',
    remedy: 'Odśwież stronę.',
  },
  'server-unreachable': {
    title: 'Nie można połączyć się z pokojem',
    text: 'Serwer nie odpowiada.',
    remedy: 'Sprawdź połączenie z internetem.',
  },
  'file-missing': {
    title: 'Czegoś brakuje',
    text: 'Nie udało się wczytać części rozmowy. Reszta działa dalej.',
    remedy: 'Odśwież stronę, gdy będzie to możliwe.',
  },
  'room-full': {
    title: 'Pokój jest pełny',
    text: 'Wszystkie miejsca w tym pokoju są zajęte.',
    remedy: 'Spróbuj ponownie, gdy ktoś wyjdzie.',
  },
  'peer-unreachable': {
    title: 'Brak połączenia z jedną z osób',
    text: 'Wasze sieci nie mogą się ze sobą połączyć. Pozostałych osób to nie dotyczy.',
    remedy: 'Może pomóc ponowne dołączenie lub zmiana sieci.',
  },
  'no-relay': {
    title: 'Brak serwera pośredniczącego',
    text: 'Ta rozmowa może łączyć się tylko przez serwer pośredniczący, a żaden nie jest skonfigurowany. Dlatego nie można się z nikim połączyć.',
    remedy: 'Powiadom właściciela tej witryny.',
  },
  'rate-limited': {
    title: 'Zbyt wiele naraz',
    text: 'Serwer pokoju poprosił tę stronę, żeby zwolniła.',
    remedy: 'Odczekaj chwilę i spróbuj ponownie.',
  },
  'bad-value': {
    title: 'To się nie udało',
    text: 'Strona zażądała czegoś, czego nie można zrobić w tej rozmowie.',
    remedy: '',
  },
  'not-joined': {
    title: 'Nie bierzesz udziału w rozmowie',
    text: 'To działa tylko podczas rozmowy.',
    remedy: 'Najpierw dołącz.',
  },
  'not-host': {
    title: 'Może to zrobić tylko osoba prowadząca',
    text: 'W tej rozmowie jesteś gościem.',
    remedy: 'Poproś osobę prowadzącą.',
  },
  aborted: {
    title: 'Przerwano',
    text: 'Coś innego miało pierwszeństwo.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'Opuszczono rozmowę', text: 'Kamera i mikrofon są wyłączone.', remedy: '' },
  removed: { title: 'Usunięto Cię z rozmowy', text: 'To decyzja osoby prowadzącej.', remedy: '' },
  ended: { title: 'Rozmowa dobiegła końca', text: 'Osoba prowadząca zakończyła ją dla wszystkich.', remedy: '' },
  replaced: {
    title: 'Rozmowa jest otwarta gdzie indziej',
    text: 'Trwa dalej w innej karcie lub na innym urządzeniu.',
    remedy: 'Możesz przenieść ją z powrotem tutaj.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'Utracono połączenie',
    text: 'Twoja rozmowa została przerwana.',
    remedy: 'Sprawdź połączenie z internetem i dołącz ponownie.',
  },
  'room-changed': { title: 'Zmieniono pokój', text: 'Poprzednia rozmowa jest już dla Ciebie zakończona.', remedy: '' },
  'page-closed': { title: 'Opuszczono rozmowę', text: 'Strona została zamknięta.', remedy: '' },
};

/** Polish. */
export const pl: Dictionary = {
  lang: 'pl',
  dir: 'ltr',

  controls: 'Sterowanie rozmową',
  microphone: {
    name: 'Mikrofon',
    turnOn: 'Włącz mikrofon',
    turnOff: 'Wycisz mikrofon',
    blocked: 'Przeglądarka blokuje mikrofon. Naciśnij, aby spróbować ponownie.',
    missing: 'Nie znaleziono mikrofonu. Naciśnij, aby spróbować ponownie.',
  },
  camera: {
    name: 'Kamera',
    turnOn: 'Włącz kamerę',
    turnOff: 'Wyłącz kamerę',
    blocked: 'Przeglądarka blokuje kamerę. Naciśnij, aby spróbować ponownie.',
    missing: 'Nie znaleziono kamery. Naciśnij, aby spróbować ponownie.',
  },
  leave: 'Opuść rozmowę',
  toolbar: {
    more: 'Więcej',
    close: 'Zamknij',
    screen: { name: 'Udostępnianie ekranu', turnOn: 'Udostępnij ekran', turnOff: 'Zakończ udostępnianie' },
    hand: { name: 'Podniesiona ręka', turnOn: 'Podnieś rękę', turnOff: 'Opuść rękę' },
    reactions: 'Reakcje',
    chat: 'Czat',
    unread: (count) =>
      `${count} ${plural(count, 'nowa wiadomość', 'nowe wiadomości', 'nowych wiadomości', 'nowej wiadomości')}`,
    people: 'Osoby',
    settings: 'Ustawienia',
    pip: { name: 'Obraz w obrazie', turnOn: 'Włącz obraz w obrazie', turnOff: 'Wyłącz obraz w obrazie' },
    fullscreen: { name: 'Pełny ekran', turnOn: 'Włącz pełny ekran', turnOff: 'Wyłącz pełny ekran' },
  },
  invite: {
    copy: 'Kopiuj link',
    share: 'Zaproś inne osoby',
    copied: 'Skopiowano link',
    byHand: 'Link do tej rozmowy',
  },

  guest: 'Gość',
  self: (name) => (name ? `${name} (Ty)` : 'Ty'),
  videoOf: (name) => `Wideo: ${name}`,
  micOff: 'Mikrofon wyłączony',
  link: { connecting: 'Łączenie…', reconnecting: 'Ponowne łączenie…', failed: 'Brak połączenia' },
  tile: {
    pin: 'Przypnij',
    unpin: 'Odepnij',
    volume: 'Głośność',
    mirror: 'Włącz odbicie lustrzane',
    unmirror: 'Wyłącz odbicie lustrzane',
    hideSelf: 'Ukryj mój obraz',
    fit: 'Pokaż cały obraz',
    fill: 'Wypełnij kafelek',
    pip: 'Obraz w obrazie',
    snapshot: 'Zapisz zdjęcie',
    detail: 'Połączenie',
  },
  linkDetail: {
    path: 'Trasa',
    direct: 'Bezpośrednio',
    relayed: 'Przez serwer pośredniczący',
    resolution: 'Rozdzielczość',
    frameRate: 'Klatki',
    perSecond: '/s',
    bitrate: 'Przepływność',
    loss: 'Straty',
    delay: 'Opóźnienie w obie strony',
  },

  participants: 'Osoby w rozmowie',
  stage: {
    floating: 'Twój obraz. Klawisze strzałek przesuwają go do innego rogu.',
    showSelf: 'Pokaż mój obraz',
    screenOf: (name) => `Ekran: ${name}`,
    ownScreen: 'Twój ekran',
    handRaised: 'Podniesiona ręka',
    sharing: 'Udostępnia ekran',
    speaking: 'Mówi',
    options: (name) => (name ? `Opcje: ${name}` : 'Twoje opcje'),
    pageOf: (page, pages) => `Strona ${page} z ${pages}`,
    previousPage: 'Poprzednia strona',
    nextPage: 'Następna strona',
  },
  alone: { title: 'Nikogo jeszcze tu nie ma', text: 'Inne osoby pojawią się, gdy tylko dołączą.' },
  deserted: { title: 'Nie ma tu już nikogo innego', text: 'Jeśli ktoś wróci, pojawi się tutaj.' },
  elsewhere: { text: 'Rozmowa jest w osobnym oknie.', action: 'Przywróć tutaj' },

  prejoin: {
    title: 'Dołączasz?',
    preview: 'Twój podgląd',
    cameraOff: 'Twoja kamera jest wyłączona',
    name: 'Twoje imię',
    namePlaceholder: 'Tak zobaczą Cię inni',
    join: 'Dołącz do rozmowy',
    present: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'jest' : 'są'} w rozmowie`,
    nobody: 'W rozmowie nie ma jeszcze nikogo',
    devices: 'Urządzenia',
  },
  devices: {
    title: 'Urządzenia',
    speaker: 'Głośnik',
    systemDefault: 'Domyślne w systemie',
    none: 'Nie znaleziono',
    level: 'Poziom mikrofonu',
    test: 'Odtwórz dźwięk testowy',
    testing: 'Odtwarzanie…',
    testFailed: 'Nie udało się odtworzyć dźwięku. Wybierz inny głośnik.',
    flip: 'Przełącz kamerę',
  },
  help: {
    title: 'Jak zezwolić na dostęp',
    chromium: 'Naciśnij ikonę po lewej stronie adresu, zezwól na kamerę i mikrofon, a potem spróbuj ponownie.',
    firefox: 'Naciśnij przekreśloną ikonę po lewej stronie adresu, usuń blokadę, a potem spróbuj ponownie.',
    safari: 'Wybierz Safari › Ustawienia dla tej witryny… i zezwól na kamerę i mikrofon.',
    safariPhone: 'Stuknij ikonę obok adresu, potem Ustawienia witryny, i zezwól na kamerę i mikrofon.',
    mac: 'Jeśli to nie wystarczy: Ustawienia systemowe › Prywatność i ochrona › Kamera oraz Mikrofon: włącz tę przeglądarkę i uruchom ją ponownie.',
    windows:
      'Jeśli to nie wystarczy: Ustawienia › Prywatność i zabezpieczenia › Kamera oraz Mikrofon: zezwól na dostęp aplikacjom klasycznym.',
    android: 'Jeśli to nie wystarczy: Ustawienia › Aplikacje › ta przeglądarka › Uprawnienia.',
    ios: 'Jeśli to nie wystarczy: Ustawienia › Prywatność i ochrona › Kamera oraz Mikrofon: włącz tę przeglądarkę.',
  },
  check: {
    title: 'Sprawdź urządzenia i połączenie',
    start: 'Rozpocznij test',
    again: 'Sprawdź ponownie',
    running: 'Sprawdzanie…',
    yes: 'Tak',
    no: 'Nie',
    passed: 'Działa',
    doubtful: 'Wymaga uwagi',
    failed: 'Nie działa',
    names: {
      microphone: 'Mikrofon',
      camera: 'Kamera',
      speaker: 'Głośnik',
      server: 'Serwer pokoju',
      connection: 'Połączenie',
      relay: 'Serwer pośredniczący',
    },
    said: {
      'say-something': 'Powiedz coś.',
      heard: 'Mikrofon Cię słyszy.',
      quiet: 'Jest bardzo cicho. Przysuń się bliżej lub zwiększ czułość mikrofonu w ustawieniach systemu.',
      silent: 'Nie dociera z niego żaden dźwięk. Sprawdź, czy mikrofon ma wyłącznik, lub wybierz inny.',
      blocked: 'Przeglądarka blokuje dostęp. Zezwól na niego obok adresu tej strony.',
      missing: 'Nie znaleziono urządzenia. Podłącz je i sprawdź ponownie.',
      busy: 'Urządzenia używa inny program. Zamknij go i sprawdź ponownie.',
      unmeasured: 'Mikrofon jest otwarty. Ta przeglądarka nie podaje, jak głośno Cię słychać.',
      seen: 'Kamera pokazuje obraz.',
      dark: 'Obraz jest czarny. Sprawdź, czy obiektyw nie jest zasłonięty.',
      frozen: 'Kamera nie przesyła obrazu. Odłącz ją i podłącz ponownie lub wybierz inną.',
      'did-you-hear': 'Czy słychać było dwa dźwięki?',
      audible: 'Słyszysz dźwięk rozmowy.',
      inaudible: 'Wybierz inny głośnik i zwiększ głośność.',
      reached: 'Serwer pokoju odpowiada.',
      unreachable: 'Serwer pokoju nie odpowiada. Sprawdź połączenie z internetem.',
      direct: 'Przeglądarka może się łączyć, a jej adres jest widoczny z zewnątrz.',
      local:
        'Przeglądarka może się łączyć. Nie udało się ustalić jej adresu z zewnątrz: rozmowy poza Twoją siecią mogą wymagać serwera pośredniczącego.',
      nothing: 'Nie udało się nawiązać połączenia. Może je blokować zapora sieciowa lub rozszerzenie przeglądarki.',
      relayed: 'Dzięki niemu rozmowy przechodzą przez zapory sieciowe.',
      'no-relay': 'Nie skonfigurowano go. Między niektórymi sieciami rozmowy się nie połączą.',
      'relay-failed': 'Nie można się z nim połączyć. Spróbuj w innej sieci, na przykład przez hotspot z telefonu.',
    },
  },

  joining: { title: 'Dołączanie…', text: 'To potrwa tylko chwilę.' },
  reconnecting: {
    title: 'Utracono połączenie',
    text: 'Łączymy ponownie. Rozmowa będzie trwać dalej, gdy wróci sieć.',
  },
  muted: {
    title: 'Osoba prowadząca wyciszyła Twój mikrofon',
    text: 'Możesz włączyć go w każdej chwili, gdy chcesz coś powiedzieć.',
  },
  playback: { title: 'Przeglądarka wstrzymuje dźwięk', action: 'Włącz dźwięk' },
  notice: {
    silent: {
      title: 'Nikt Cię nie słyszy',
      text: 'Twój mikrofon jest włączony, ale nie dociera z niego żaden dźwięk. Sprawdź jego przełącznik.',
    },
    talking: { title: 'Twój mikrofon jest wyciszony', text: 'Nikt nie słyszy, co mówisz.' },
    paused: { title: 'Twój mikrofon jest wstrzymany', text: 'Używa go system lub inna rozmowa.' },
    deafened: { title: 'Nikogo nie słyszysz', text: 'Dźwięk całej rozmowy jest wyłączony.', action: 'Włącz dźwięk' },
  },
  rejoin: 'Dołącz ponownie',
  retry: 'Spróbuj ponownie',
  cancel: 'Anuluj',
  dismiss: 'Zamknij',
  errors,
  left,
  announce: {
    joined: (others) =>
      others === 0
        ? 'Jesteś w rozmowie. Nikogo innego jeszcze tu nie ma.'
        : `Jesteś w rozmowie. Oprócz Ciebie ${plural(others, 'jest', 'są', 'jest', 'jest')} tu ${persons(others)}.`,
    arrived: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'dołącza' : 'dołączają'} do rozmowy`,
    departed: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'opuszcza' : 'opuszczają'} rozmowę`,
    reconnected: 'Połączenie zostało przywrócone.',
    hosting: 'Teraz to Ty prowadzisz rozmowę.',
    unreachable: (names, more) => `${people(names, more)}: brak połączenia`,
    raised: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'podnosi' : 'podnoszą'} rękę`,
    wrote: (name, text, isPrivate) => (isPrivate ? `${name}, tylko do Ciebie: ${text}` : `${name}: ${text}`),
  },

  chat: {
    none: {
      title: 'Nie ma jeszcze wiadomości',
      text: 'To, co piszesz, trafia prosto do osób w rozmowie. Żaden serwer tego nie przechowuje.',
    },
    messages: 'Wiadomości',
    message: 'Wiadomość',
    write: 'Napisz do wszystkich',
    writeTo: (name) => `Wiadomość do: ${name}`,
    send: 'Wyślij',
    to: 'Do',
    everyone: 'Wszyscy',
    gone: 'Już poza rozmową',
    only: (name) => `Widzi tylko ${name}`,
    onlyYou: 'Widzisz tylko Ty',
    waiting: 'Oczekiwanie na połączenie',
    notDelivered: 'Nie dostarczono',
    newer: 'Nowe wiadomości',
  },
  people: {
    host: 'Prowadzi rozmowę',
    hand: (place) => `Podniesiona ręka, nr ${place} w kolejce`,
    sharing: 'Udostępnia ekran',
    cameraOff: 'Kamera wyłączona',
    more: (name) => `Więcej: ${name}`,
    volume: 'Głośność',
    pin: 'Przypnij',
    unpin: 'Odepnij',
    mute: 'Wycisz',
    muteAll: 'Wycisz wszystkich',
    questions: {
      'p2p-host-request': {
        ask: 'Przekaż prowadzenie',
        text: (name) => `Rozmowę poprowadzi ${name}, a Ty będziesz gościem. Przekazać prowadzenie?`,
        yes: 'Przekaż',
      },
      'p2p-remove-request': {
        ask: 'Usuń z rozmowy',
        text: (name) => `Usunąć z rozmowy osobę „${name}”?`,
        yes: 'Usuń',
      },
      'p2p-end-request': {
        ask: 'Zakończ dla wszystkich',
        text: () => 'Zakończyć rozmowę dla wszystkich?',
        yes: 'Zakończ',
      },
    },
  },
  settings: {
    microphone: 'Twój mikrofon',
    echoCancellation: 'Usuwaj echo',
    noiseSuppression: 'Usuwaj szumy z otoczenia',
    autoGainControl: 'Dostosowuj głośność automatycznie',
    music: 'Tryb muzyczny',
    musicHint: 'Przesyła dźwięk bez zmian. Użyj słuchawek.',
    listenWhileMuted: 'Powiadamiaj, gdy mówię przy wyciszonym mikrofonie',
    listenHint: 'Mikrofon pozostaje otwarty mimo wyciszenia. Nikt Cię wtedy nie słyszy.',
    sound: 'Co słyszysz',
    deafen: 'Wyłącz dźwięk wszystkich osób',
    sounds: 'Dźwięki wejść, wyjść i wiadomości',
    check: 'Sprawdź urządzenia i połączenie',
  },
  shortcuts: {
    title: 'Skróty klawiszowe',
    text: 'Działają, gdy fokus jest w rozmowie, i nigdy podczas pisania.',
    space: 'Spacja',
    hold: 'Przytrzymaj, aby mówić przy wyciszonym mikrofonie lub wyciszyć włączony',
  },
};
