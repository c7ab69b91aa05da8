import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const numbers = new Intl.PluralRules('de');
const lists = new Intl.ListFormat('de', { type: 'conjunction' });

function people(names: readonly string[], more: number): string {
  if (more === 0) return lists.format(names);
  return lists.format([...names, numbers.select(more) === 'one' ? 'eine weitere Person' : `${more} weitere`]);
}

function isOne(names: readonly string[], more: number): boolean {
  return names.length + more === 1;
}

const errors: ErrorWords = {
  'mic-denied': {
    title: 'Ihr Mikrofon ist blockiert',
    text: 'Der Browser gibt es dieser Seite nicht frei, deshalb hört Sie niemand.',
    remedy: 'Erlauben Sie das Mikrofon in der Adresszeile und versuchen Sie es erneut.',
  },
  'camera-denied': {
    title: 'Ihre Kamera ist blockiert',
    text: 'Der Browser gibt sie dieser Seite nicht frei, deshalb sieht Sie niemand.',
    remedy: 'Erlauben Sie die Kamera in der Adresszeile und versuchen Sie es erneut.',
  },
  'screen-denied': {
    title: 'Ihr Bildschirm wird nicht geteilt',
    text: 'Der Browser durfte den Bildschirm nicht aufnehmen.',
    remedy:
      'Versuchen Sie es erneut und wählen Sie ein Fenster. Eventuell müssen die Systemeinstellungen dem Browser die Aufnahme erlauben.',
  },
  'device-missing': {
    title: 'Kein Gerät gefunden',
    text: 'Kamera oder Mikrofon sind nicht angeschlossen. Sie können auch ohne teilnehmen.',
    remedy: 'Schließen Sie ein Gerät an und versuchen Sie es erneut.',
  },
  'device-busy': {
    title: 'Kamera oder Mikrofon sind belegt',
    text: 'Ein anderes Programm oder ein anderer Tab verwendet das Gerät.',
    remedy: 'Schließen Sie das andere Programm. Das Gerät geht an, sobald es frei ist.',
  },
  'insecure-context': {
    title: 'Diese Seite ist nicht sicher',
    text: 'Browser geben Kamera und Mikrofon nur für Seiten mit https frei.',
    remedy: 'Öffnen Sie die Seite mit einer Adresse, die mit https:// beginnt.',
  },
  'policy-blocked': {
    title: 'Diese Seite darf Kamera und Mikrofon nicht verwenden',
    text: 'Die umgebende Seite gibt die Erlaubnis nicht weiter.',
    remedy: 'Öffnen Sie den Anruf in einem eigenen Tab oder wenden Sie sich an den Betreiber der Seite.',
  },
  'unsupported-browser': {
    title: 'Dieser Browser kann nicht anrufen',
    text: 'Ihm fehlt, was Videoanrufe brauchen.',
    remedy: 'Öffnen Sie die Seite in einem aktuellen Chrome, Edge, Firefox oder Safari.',
  },
  'bad-room': {
    title: 'Diesen Raum gibt es nicht',
    text: 'Der Anruf hat keinen Raumnamen oder einen, der nicht verwendet werden kann.',
    remedy: 'Prüfen Sie den Link, den Sie erhalten haben.',
  },
  'bad-token': {
    title: 'Sie können diesen Raum nicht betreten',
    text: 'Ihre Einladung ist ungültig oder abgelaufen.',
    remedy: 'Öffnen Sie einen neuen Link der Seite, die Sie eingeladen hat.',
  },
  'version-mismatch': {
    title: 'Diese Seite ist veraltet',
    text: 'Der Anruf wurde aktualisiert, seit die Seite geöffnet wurde.',
    remedy: 'Laden Sie die Seite neu.',
  },
  'server-unreachable': {
    title: 'Der Raum ist nicht erreichbar',
    text: 'Der Server antwortet nicht.',
    remedy: 'Prüfen Sie Ihre Internetverbindung.',
  },
  'file-missing': {
    title: 'Etwas fehlt',
    text: 'Ein Teil des Anrufs konnte nicht geladen werden. Der Rest geht weiter.',
    remedy: 'Laden Sie die Seite neu, sobald es passt.',
  },
  'room-full': {
    title: 'Der Raum ist voll',
    text: 'Alle Plätze in diesem Raum sind besetzt.',
    remedy: 'Versuchen Sie es erneut, wenn jemand gegangen ist.',
  },
  'peer-unreachable': {
    title: 'Jemand ist nicht erreichbar',
    text: 'Ihre Netze finden keinen Weg zueinander. Die anderen sind nicht betroffen.',
    remedy: 'Es kann helfen, neu beizutreten oder das Netz zu wechseln.',
  },
  'no-relay': {
    title: 'Kein Relay eingerichtet',
    text: 'Dieser Anruf darf sich nur über ein Relay verbinden, und es gibt keines. So ist niemand zu erreichen.',
    remedy: 'Sagen Sie dem Betreiber dieser Website Bescheid.',
  },
  'rate-limited': {
    title: 'Zu viel auf einmal',
    text: 'Der Raumserver hat diese Seite gebremst.',
    remedy: 'Warten Sie einen Moment und versuchen Sie es erneut.',
  },
  'bad-value': {
    title: 'Das hat nicht geklappt',
    text: 'Die Seite hat etwas verlangt, was der Anruf nicht kann.',
    remedy: '',
  },
  'not-joined': {
    title: 'Sie sind nicht im Anruf',
    text: 'Das geht nur während eines Anrufs.',
    remedy: 'Treten Sie zuerst bei.',
  },
  'not-host': {
    title: 'Das kann nur die Gastgeberin oder der Gastgeber',
    text: 'Sie sind Gast in diesem Anruf.',
    remedy: 'Bitten Sie die Person, die den Anruf leitet.',
  },
  aborted: {
    title: 'Abgebrochen',
    text: 'Etwas anderes kam dazwischen.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'Sie haben den Anruf verlassen', text: 'Kamera und Mikrofon sind aus.', remedy: '' },
  removed: { title: 'Sie wurden entfernt', text: 'Der Gastgeber hat Sie aus dem Anruf entfernt.', remedy: '' },
  ended: { title: 'Der Anruf ist beendet', text: 'Der Gastgeber hat ihn für alle beendet.', remedy: '' },
  replaced: {
    title: 'Sie sind woanders beigetreten',
    text: 'Der Anruf läuft in Ihrem anderen Tab oder Gerät weiter.',
    remedy: 'Sie können ihn hierher zurückholen.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'Die Verbindung ist abgebrochen',
    text: 'Sie sind aus dem Anruf gefallen.',
    remedy: 'Prüfen Sie Ihre Internetverbindung und treten Sie erneut bei.',
  },
  'room-changed': {
    title: 'Sie haben den Raum gewechselt',
    text: 'Sie haben den vorigen Anruf verlassen.',
    remedy: '',
  },
  'page-closed': { title: 'Sie haben den Anruf verlassen', text: 'Die Seite wurde geschlossen.', remedy: '' },
};

/** German. */
export const de: Dictionary = {
  lang: 'de',
  dir: 'ltr',

  controls: 'Anrufsteuerung',
  microphone: {
    name: 'Mikrofon',
    turnOn: 'Mikrofon einschalten',
    turnOff: 'Stumm schalten',
    blocked: 'Der Browser blockiert das Mikrofon. Drücken, um es erneut zu versuchen.',
    missing: 'Kein Mikrofon gefunden. Drücken, um es erneut zu versuchen.',
  },
  camera: {
    name: 'Kamera',
    turnOn: 'Kamera einschalten',
    turnOff: 'Kamera ausschalten',
    blocked: 'Der Browser blockiert die Kamera. Drücken, um es erneut zu versuchen.',
    missing: 'Keine Kamera gefunden. Drücken, um es erneut zu versuchen.',
  },
  leave: 'Anruf verlassen',
  toolbar: {
    more: 'Mehr',
    close: 'Schließen',
    screen: { name: 'Bildschirmfreigabe', turnOn: 'Bildschirm teilen', turnOff: 'Nicht mehr teilen' },
    hand: { name: 'Gehobene Hand', turnOn: 'Hand heben', turnOff: 'Hand senken' },
    reactions: 'Reaktionen',
    chat: 'Chat',
    unread: (count) => `${count} neue ${numbers.select(count) === 'one' ? 'Nachricht' : 'Nachrichten'}`,
    people: 'Personen',
    settings: 'Einstellungen',
    pip: { name: 'Bild im Bild', turnOn: 'Bild im Bild öffnen', turnOff: 'Bild im Bild schließen' },
    fullscreen: { name: 'Vollbild', turnOn: 'Vollbild einschalten', turnOff: 'Vollbild verlassen' },
  },
  invite: { copy: 'Link kopieren', share: 'Andere einladen', copied: 'Link kopiert', byHand: 'Link zu diesem Anruf' },

  guest: 'Gast',
  self: (name) => (name ? `${name} (Sie)` : 'Sie'),
  videoOf: (name) => `Video von ${name}`,
  micOff: 'Mikrofon aus',
  link: { connecting: 'Verbindet …', reconnecting: 'Verbindet erneut …', failed: 'Nicht erreichbar' },
  tile: {
    pin: 'Anheften',
    unpin: 'Lösen',
    volume: 'Lautstärke',
    mirror: 'Mein Bild spiegeln',
    unmirror: 'Mein Bild nicht spiegeln',
    hideSelf: 'Mein Bild ausblenden',
    fit: 'Ganzes Bild zeigen',
    fill: 'Kachel füllen',
    pip: 'Bild im Bild',
    snapshot: 'Bild speichern',
    detail: 'Verbindung',
  },
  linkDetail: {
    path: 'Weg',
    direct: 'Direkt',
    relayed: 'Über ein Relay',
    resolution: 'Auflösung',
    frameRate: 'Bilder',
    perSecond: '/s',
    bitrate: 'Bitrate',
    loss: 'Verlust',
    delay: 'Umlaufzeit',
  },

  participants: 'Teilnehmende',
  stage: {
    floating: 'Ihr Bild. Pfeiltasten schieben es in eine andere Ecke.',
    showSelf: 'Eigenes Bild zeigen',
    screenOf: (name) => `Bildschirm von ${name}`,
    ownScreen: 'Ihr Bildschirm',
    handRaised: 'Hand gehoben',
    sharing: 'Teilt einen Bildschirm',
    options: (name) => (name ? `Optionen für ${name}` : 'Optionen für Sie'),
    speaking: 'Spricht',
    pageOf: (page, pages) => `Seite ${page} von ${pages}`,
    previousPage: 'Vorige Seite',
    nextPage: 'Nächste Seite',
  },
  alone: { title: 'Noch niemand da', text: 'Die anderen erscheinen, sobald sie beitreten.' },
  deserted: { title: 'Alle anderen sind gegangen', text: 'Wer zurückkommt, erscheint hier.' },
  elsewhere: { text: 'Das Gespräch ist in einem eigenen Fenster.', action: 'Zurückholen' },

  prejoin: {
    title: 'Bereit zum Beitreten?',
    preview: 'Ihre Vorschau',
    cameraOff: 'Ihre Kamera ist aus',
    name: 'Ihr Name',
    namePlaceholder: 'So sehen Sie die anderen',
    join: 'Anruf beitreten',
    present: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'ist' : 'sind'} im Anruf`,
    nobody: 'Noch ist niemand im Anruf',
    devices: 'Geräte',
  },
  devices: {
    title: 'Geräte',
    speaker: 'Lautsprecher',
    systemDefault: 'Vorgabe des Systems',
    none: 'Keines gefunden',
    level: 'Mikrofonpegel',
    test: 'Testton abspielen',
    testing: 'Wird abgespielt …',
    testFailed: 'Der Ton ließ sich nicht abspielen. Wählen Sie einen anderen Lautsprecher.',
    flip: 'Andere Kamera',
  },
  help: {
    title: 'So erlauben Sie es',
    chromium:
      'Drücken Sie das Zeichen links von der Adresse, erlauben Sie Kamera und Mikrofon, und versuchen Sie es erneut.',
    firefox:
      'Drücken Sie das durchgestrichene Zeichen links von der Adresse, heben Sie die Sperre auf, und versuchen Sie es erneut.',
    safari: 'Wählen Sie Safari › Einstellungen für diese Website … und erlauben Sie Kamera und Mikrofon.',
    safariPhone:
      'Tippen Sie auf das Zeichen neben der Adresse, dann auf Website-Einstellungen, und erlauben Sie Kamera und Mikrofon.',
    mac: 'Falls das nicht reicht: Systemeinstellungen › Datenschutz & Sicherheit › Kamera und Mikrofon: diesen Browser einschalten und neu starten.',
    windows:
      'Falls das nicht reicht: Einstellungen › Datenschutz & Sicherheit › Kamera und Mikrofon: Desktop-Apps den Zugriff erlauben.',
    android: 'Falls das nicht reicht: Einstellungen › Apps › dieser Browser › Berechtigungen.',
    ios: 'Falls das nicht reicht: Einstellungen › Datenschutz & Sicherheit › Kamera und Mikrofon: diesen Browser einschalten.',
  },
  check: {
    title: 'Geräte und Verbindung prüfen',
    start: 'Prüfung starten',
    again: 'Erneut prüfen',
    running: 'Wird geprüft …',
    yes: 'Ja',
    no: 'Nein',
    passed: 'Geht',
    doubtful: 'Bitte ansehen',
    failed: 'Geht nicht',
    names: {
      microphone: 'Mikrofon',
      camera: 'Kamera',
      speaker: 'Lautsprecher',
      server: 'Raumserver',
      connection: 'Verbindung',
      relay: 'Vermittlung',
    },
    said: {
      'say-something': 'Sagen Sie bitte etwas.',
      heard: 'Ihr Mikrofon hört Sie.',
      quiet:
        'Es ist sehr leise. Gehen Sie näher heran, oder stellen Sie Ihr Mikrofon in den Systemeinstellungen lauter.',
      silent: 'Es kommt kein Ton. Suchen Sie einen Schalter am Mikrofon, oder wählen Sie ein anderes.',
      blocked: 'Der Browser sperrt es. Erlauben Sie es neben der Adresse dieser Seite.',
      missing: 'Keines gefunden. Schließen Sie eines an, und prüfen Sie erneut.',
      busy: 'Ein anderes Programm benutzt es. Schließen Sie dieses, und prüfen Sie erneut.',
      unmeasured: 'Es ist offen. Dieser Browser sagt nicht, wie laut es ist.',
      seen: 'Ihre Kamera zeigt ein Bild.',
      dark: 'Das Bild ist schwarz. Suchen Sie eine Abdeckung vor der Linse.',
      frozen: 'Es kommt kein Bild. Stecken Sie die Kamera neu ein, oder wählen Sie eine andere.',
      'did-you-hear': 'Haben Sie zwei Töne gehört?',
      audible: 'Sie können den Anruf hören.',
      inaudible: 'Wählen Sie einen anderen Lautsprecher, und stellen Sie ihn lauter.',
      reached: 'Der Raumserver antwortet.',
      unreachable: 'Der Raumserver antwortet nicht. Prüfen Sie Ihre Internetverbindung.',
      direct: 'Ihr Browser kann sich verbinden, und seine Adresse ist von außen zu finden.',
      local:
        'Ihr Browser kann sich verbinden. Seine Adresse war von außen nicht zu finden: Anrufe über Ihr Netz hinaus brauchen vielleicht die Vermittlung.',
      nothing:
        'Es kam keine Verbindung zustande. Eine Firewall oder eine Erweiterung des Browsers hindert ihn vielleicht.',
      relayed: 'Mit ihr kommen Anrufe durch Firewalls.',
      'no-relay': 'Es ist keine eingerichtet. Zwischen manchen Netzen kommen Anrufe nicht zustande.',
      'relay-failed': 'Sie war nicht zu erreichen. Versuchen Sie ein anderes Netz, etwa das eines Mobiltelefons.',
    },
  },

  joining: { title: 'Beitritt läuft …', text: 'Das dauert nur einen Moment.' },
  reconnecting: {
    title: 'Verbindung unterbrochen',
    text: 'Verbindung wird wiederhergestellt. Der Anruf geht weiter, sobald Ihr Netz zurück ist.',
  },
  muted: {
    title: 'Der Gastgeber hat Sie stummgeschaltet',
    text: 'Sie können das Mikrofon jederzeit wieder einschalten.',
  },
  playback: { title: 'Ihr Browser hält den Ton zurück', action: 'Ton einschalten' },
  notice: {
    silent: {
      title: 'Niemand kann Sie hören',
      text: 'Ihr Mikrofon ist an, aber es kommt kein Ton. Prüfen Sie seinen Schalter.',
    },
    talking: { title: 'Sie sind stumm', text: 'Niemand hört, was Sie sagen.' },
    paused: { title: 'Ihr Mikrofon wird zurückgehalten', text: 'Das System oder ein anderer Anruf benutzt es.' },
    deafened: { title: 'Sie hören niemanden', text: 'Der Ton des Anrufs ist aus.', action: 'Alle hören' },
  },
  rejoin: 'Erneut beitreten',
  retry: 'Erneut versuchen',
  cancel: 'Abbrechen',
  dismiss: 'Schließen',
  errors,
  left,
  announce: {
    joined: (others) =>
      others === 0
        ? 'Sie sind im Anruf. Noch ist niemand sonst da.'
        : `Sie sind im Anruf mit ${numbers.select(others) === 'one' ? 'einer weiteren Person' : `${others} weiteren`}.`,
    arrived: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'ist' : 'sind'} beigetreten`,
    departed: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'hat' : 'haben'} den Anruf verlassen`,
    reconnected: 'Sie sind wieder verbunden.',
    hosting: 'Sie sind jetzt Gastgeber.',
    unreachable: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'ist' : 'sind'} nicht erreichbar`,
    raised: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'hebt' : 'heben'} die Hand`,
    wrote: (name, text, isPrivate) => (isPrivate ? `${name}, nur an Sie: ${text}` : `${name}: ${text}`),
  },

  chat: {
    none: {
      title: 'Noch keine Nachrichten',
      text: 'Was Sie schreiben, geht direkt an die Menschen im Anruf. Kein Server bewahrt es auf.',
    },
    messages: 'Nachrichten',
    message: 'Nachricht',
    write: 'Nachricht an alle',
    writeTo: (name) => `Nachricht an ${name}`,
    send: 'Senden',
    to: 'An',
    everyone: 'Alle',
    gone: 'Hat den Anruf verlassen',
    only: (name) => `Nur an ${name}`,
    onlyYou: 'Nur an Sie',
    waiting: 'Wartet auf die Verbindung',
    notDelivered: 'Nicht zugestellt',
    newer: 'Neue Nachrichten',
  },
  people: {
    host: 'Gastgeber',
    hand: (place) => `Hand gehoben, Nummer ${place}`,
    sharing: 'Teilt den Bildschirm',
    cameraOff: 'Kamera aus',
    more: (name) => `Mehr zu ${name}`,
    volume: 'Lautstärke',
    pin: 'Anheften',
    unpin: 'Lösen',
    mute: 'Stummschalten',
    muteAll: 'Alle stummschalten',
    questions: {
      'p2p-host-request': {
        ask: 'Zum Gastgeber machen',
        text: (name) => `${name} zum Gastgeber machen? Sie sind dann Gast.`,
        yes: 'Übergeben',
      },
      'p2p-remove-request': {
        ask: 'Aus dem Anruf entfernen',
        text: (name) => `${name} aus dem Anruf entfernen?`,
        yes: 'Entfernen',
      },
      'p2p-end-request': {
        ask: 'Anruf für alle beenden',
        text: () => 'Den Anruf für alle beenden?',
        yes: 'Beenden',
      },
    },
  },
  settings: {
    microphone: 'Ihr Mikrofon',
    echoCancellation: 'Echo entfernen',
    noiseSuppression: 'Hintergrundgeräusche entfernen',
    autoGainControl: 'Lautstärke automatisch anpassen',
    music: 'Musikmodus',
    musicHint: 'Sendet den Ton, wie er ist. Benutzen Sie Kopfhörer.',
    listenWhileMuted: 'Hinweis, wenn ich stumm spreche',
    listenHint: 'Lässt das Mikrofon offen, während Sie stumm sind. Niemand hört es.',
    sound: 'Was Sie hören',
    deafen: 'Den Ton aller ausschalten',
    sounds: 'Töne für Beitritt, Verlassen und Nachrichten',
    check: 'Geräte und Verbindung prüfen',
  },
  shortcuts: {
    title: 'Tastenkürzel',
    text: 'Sie gelten, solange der Fokus im Anruf ist, und nie, während Sie schreiben.',
    space: 'Leertaste',
    hold: 'Halten, um stummgeschaltet zu sprechen oder sonst still zu sein',
  },
};
