import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const numbers = new Intl.PluralRules('it');
const lists = new Intl.ListFormat('it', { type: 'conjunction' });

function others(count: number): string {
  return numbers.select(count) === 'one' ? 'un’altra persona' : `altre ${count} persone`;
}

function people(names: readonly string[], more: number): string {
  return lists.format(more === 0 ? names : [...names, others(more)]);
}

function isOne(names: readonly string[], more: number): boolean {
  return names.length + more === 1;
}

const errors: ErrorWords = {
  'mic-denied': {
    title: 'Il Suo microfono è bloccato',
    text: 'Il browser non permette a questa pagina di usarlo, quindi nessuno La sente.',
    remedy: 'Consenta il microfono nella barra degli indirizzi, poi riprovi.',
  },
  'camera-denied': {
    title: 'La Sua videocamera è bloccata',
    text: 'Il browser non permette a questa pagina di usarla, quindi nessuno La vede.',
    remedy: 'Consenta la videocamera nella barra degli indirizzi, poi riprovi.',
  },
  'screen-denied': {
    title: 'Il Suo schermo non è condiviso',
    text: 'Il browser non ha avuto il permesso di registrare lo schermo.',
    remedy:
      'Riprovi e scelga una finestra. Può essere necessario consentire la registrazione nelle impostazioni di sistema.',
  },
  'device-missing': {
    title: 'Nessun dispositivo trovato',
    text: 'Manca una videocamera o un microfono. Può partecipare anche senza.',
    remedy: 'Colleghi un dispositivo, poi riprovi.',
  },
  'device-busy': {
    title: 'La videocamera o il microfono è già in uso',
    text: 'Un altro programma o un’altra scheda lo sta usando.',
    remedy: 'Chiuda l’altro programma. Il dispositivo si attiverà non appena sarà libero.',
  },
  'insecure-context': {
    title: 'Questa pagina non è sicura',
    text: 'I browser danno accesso a videocamera e microfono solo alle pagine aperte con https.',
    remedy: 'Apra la pagina con un indirizzo che inizia con https://.',
  },
  'policy-blocked': {
    title: 'Questa pagina non può usare videocamera e microfono',
    text: 'La pagina che contiene la chiamata non trasmette l’autorizzazione.',
    remedy: 'Apra la chiamata in una scheda a parte o avvisi il responsabile del sito.',
  },
  'unsupported-browser': {
    title: 'Questo browser non può effettuare chiamate',
    text: 'Gli manca ciò che serve alle videochiamate.',
    remedy: 'Apra la pagina in una versione recente di Chrome, Edge, Firefox o Safari.',
  },
  'bad-room': {
    title: 'Questa stanza non esiste',
    text: 'La chiamata non ha un nome di stanza, o quello che ha non è utilizzabile.',
    remedy: 'Controlli il link che ha ricevuto.',
  },
  'bad-token': {
    title: 'Non può entrare in questa stanza',
    text: 'Il Suo invito non è valido o è scaduto.',
    remedy: 'Apra un nuovo link dal sito che Le ha inviato l’invito.',
  },
  'version-mismatch': {
    title: 'Questa pagina non è aggiornata',
    text: 'La chiamata è stata aggiornata dopo l’apertura della pagina.',
    remedy: 'Ricarichi la pagina.',
  },
  'server-unreachable': {
    title: 'La stanza non è raggiungibile',
    text: 'Il server non risponde.',
    remedy: 'Controlli la connessione a Internet.',
  },
  'file-missing': {
    title: 'Manca qualcosa',
    text: 'Non è stato possibile caricare una parte della chiamata. Il resto continua.',
    remedy: 'Ricarichi la pagina quando può.',
  },
  'room-full': {
    title: 'La stanza è piena',
    text: 'Tutti i posti di questa stanza sono occupati.',
    remedy: 'Riprovi quando qualcuno sarà uscito.',
  },
  'peer-unreachable': {
    title: 'Una persona non è raggiungibile',
    text: 'Le vostre reti non riescono a comunicare. Per gli altri non cambia nulla.',
    remedy: 'Può essere utile uscire e rientrare, o cambiare rete.',
  },
  'no-relay': {
    title: 'Nessun relay configurato',
    text: 'Questa chiamata può connettersi solo tramite un relay e non ce n’è nessuno, quindi nessuno è raggiungibile.',
    remedy: 'Avvisi il responsabile di questo sito.',
  },
  'rate-limited': {
    title: 'Troppe cose insieme',
    text: 'Il server della stanza ha chiesto a questa pagina di rallentare.',
    remedy: 'Attenda un momento, poi riprovi.',
  },
  'bad-value': {
    title: 'Non ha funzionato',
    text: 'Questa pagina ha chiesto alla chiamata qualcosa che non può fare.',
    remedy: '',
  },
  'not-joined': {
    title: 'Non è nella chiamata',
    text: 'Funziona solo durante una chiamata.',
    remedy: 'Partecipi prima alla chiamata.',
  },
  'not-host': {
    title: 'Solo l’organizzatore può farlo',
    text: 'In questa chiamata Lei è ospite.',
    remedy: 'Chieda all’organizzatore.',
  },
  aborted: {
    title: 'Operazione interrotta',
    text: 'Un’altra azione ha avuto la precedenza.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'Ha lasciato la chiamata', text: 'Videocamera e microfono sono disattivati.', remedy: '' },
  removed: {
    title: 'Non fa più parte della chiamata',
    text: 'L’organizzatore ha posto fine alla Sua partecipazione.',
    remedy: '',
  },
  ended: { title: 'La chiamata è terminata', text: 'L’organizzatore l’ha terminata per tutti.', remedy: '' },
  replaced: {
    title: 'Partecipa da un’altra parte',
    text: 'La chiamata continua nell’altra scheda o sull’altro dispositivo.',
    remedy: 'Può riportarla qui.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'Connessione interrotta',
    text: 'Non è più nella chiamata.',
    remedy: 'Controlli la connessione a Internet, poi partecipi di nuovo.',
  },
  'room-changed': { title: 'Ha cambiato stanza', text: 'Ha lasciato la chiamata precedente.', remedy: '' },
  'page-closed': { title: 'Ha lasciato la chiamata', text: 'La pagina è stata chiusa.', remedy: '' },
};

/** Italian. */
export const it: Dictionary = {
  lang: 'it',
  dir: 'ltr',

  controls: 'Controlli della chiamata',
  microphone: {
    name: 'Microfono',
    turnOn: 'Attiva microfono',
    turnOff: 'Disattiva microfono',
    blocked: 'Il browser blocca il microfono. Prema per riprovare.',
    missing: 'Nessun microfono trovato. Prema per riprovare.',
  },
  camera: {
    name: 'Videocamera',
    turnOn: 'Attiva videocamera',
    turnOff: 'Disattiva videocamera',
    blocked: 'Il browser blocca la videocamera. Prema per riprovare.',
    missing: 'Nessuna videocamera trovata. Prema per riprovare.',
  },
  leave: 'Lascia la chiamata',
  toolbar: {
    more: 'Altro',
    close: 'Chiudi',
    screen: {
      name: 'Condivisione dello schermo',
      turnOn: 'Condividi schermo',
      turnOff: 'Interrompi condivisione',
    },
    hand: { name: 'Mano alzata', turnOn: 'Alza la mano', turnOff: 'Abbassa la mano' },
    reactions: 'Reazioni',
    chat: 'Chat',
    unread: (count) => (numbers.select(count) === 'one' ? `${count} nuovo messaggio` : `${count} nuovi messaggi`),
    people: 'Persone',
    settings: 'Impostazioni',
    pip: {
      name: 'Picture-in-picture',
      turnOn: 'Apri picture-in-picture',
      turnOff: 'Chiudi picture-in-picture',
    },
    fullscreen: {
      name: 'Schermo intero',
      turnOn: 'Passa a schermo intero',
      turnOff: 'Esci da schermo intero',
    },
  },
  invite: {
    copy: 'Copia link d’invito',
    share: 'Invita altre persone',
    copied: 'Link copiato',
    byHand: 'Link a questa chiamata',
  },

  guest: 'Ospite',
  // "Lei" alone would be read as "she".
  self: (name) => (name ? `${name} (io)` : 'Io'),
  videoOf: (name) => `Video di ${name}`,
  micOff: 'Microfono disattivato',
  link: { connecting: 'Connessione…', reconnecting: 'Riconnessione…', failed: 'Non raggiungibile' },
  tile: {
    pin: 'Fissa',
    unpin: 'Non fissare più',
    volume: 'Volume',
    mirror: 'Rifletti la mia immagine',
    unmirror: 'Non riflettere la mia immagine',
    hideSelf: 'Nascondi la mia immagine',
    fit: 'Mostra l’immagine intera',
    fill: 'Riempi il riquadro',
    pip: 'Picture-in-picture',
    snapshot: 'Salva un’immagine',
    detail: 'Connessione',
  },
  linkDetail: {
    path: 'Percorso',
    direct: 'Diretto',
    relayed: 'Tramite relay',
    resolution: 'Risoluzione',
    frameRate: 'Fotogrammi',
    perSecond: '/s',
    bitrate: 'Velocità dati',
    loss: 'Perdite',
    delay: 'Andata e ritorno',
  },

  participants: 'Partecipanti',
  stage: {
    floating: 'La Sua immagine. I tasti freccia la spostano in un altro angolo.',
    showSelf: 'Mostra la mia immagine',
    screenOf: (name) => `Schermo di ${name}`,
    ownScreen: 'Il Suo schermo',
    handRaised: 'Mano alzata',
    sharing: 'Condivide uno schermo',
    speaking: 'Sta parlando',
    options: (name) => (name ? `Opzioni per ${name}` : 'Le mie opzioni'),
    pageOf: (page, pages) => `Pagina ${page} di ${pages}`,
    previousPage: 'Pagina precedente',
    nextPage: 'Pagina successiva',
  },
  alone: { title: 'Non c’è ancora nessun altro', text: 'Gli altri appariranno non appena entreranno.' },
  deserted: { title: 'Tutti gli altri sono usciti', text: 'Chi rientra apparirà qui.' },
  elsewhere: { text: 'La chiamata è in una finestra a parte.', action: 'Riporta qui' },

  prejoin: {
    title: 'Tutto pronto?',
    preview: 'La Sua anteprima',
    cameraOff: 'La videocamera è disattivata',
    name: 'Il Suo nome',
    namePlaceholder: 'Come lo vedranno gli altri',
    join: 'Partecipa alla chiamata',
    present: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'è' : 'sono'} nella chiamata`,
    nobody: 'Non c’è ancora nessuno nella chiamata',
    devices: 'Dispositivi',
  },
  devices: {
    title: 'Dispositivi',
    speaker: 'Altoparlante',
    systemDefault: 'Predefinito di sistema',
    none: 'Nessun dispositivo trovato',
    level: 'Livello del microfono',
    test: 'Riproduci un suono di prova',
    testing: 'Riproduzione…',
    testFailed: 'Impossibile riprodurre il suono. Scelga un altro altoparlante.',
    flip: 'Altra videocamera',
  },
  help: {
    title: 'Come dare il permesso',
    chromium: 'Prema l’icona a sinistra dell’indirizzo, consenta videocamera e microfono, poi riprovi.',
    firefox: 'Prema l’icona barrata a sinistra dell’indirizzo, rimuova il blocco, poi riprovi.',
    safari: 'Scelga Safari › Impostazioni per questo sito web… e consenta videocamera e microfono.',
    safariPhone: 'Tocchi l’icona accanto all’indirizzo, poi Impostazioni sito web, e consenta videocamera e microfono.',
    mac: 'Se non basta: Impostazioni di Sistema › Privacy e sicurezza › Fotocamera, e Microfono: attivi questo browser e lo riavvii.',
    windows:
      'Se non basta: Impostazioni › Privacy e sicurezza › Fotocamera, e Microfono: consenta l’accesso alle app desktop.',
    android: 'Se non basta: Impostazioni › App › questo browser › Autorizzazioni.',
    ios: 'Se non basta: Impostazioni › Privacy e sicurezza › Fotocamera, e Microfono: attivi questo browser.',
  },
  check: {
    title: 'Verifica dispositivi e connessione',
    start: 'Avvia la verifica',
    again: 'Verifica di nuovo',
    running: 'Verifica in corso…',
    yes: 'Sì',
    no: 'No',
    passed: 'Funziona',
    doubtful: 'Da controllare',
    failed: 'Non funziona',
    names: {
      microphone: 'Microfono',
      camera: 'Videocamera',
      speaker: 'Altoparlante',
      server: 'Server della stanza',
      connection: 'Connessione',
      relay: 'Relay',
    },
    said: {
      'say-something': 'Dica qualcosa, per favore.',
      heard: 'Il microfono La sente.',
      quiet: 'Il suono è molto basso. Si avvicini o alzi il volume del microfono nelle impostazioni di sistema.',
      silent: 'Non arriva alcun suono. Cerchi un interruttore sul microfono o ne scelga un altro.',
      blocked: 'Il browser blocca l’accesso. Lo consenta accanto all’indirizzo di questa pagina.',
      missing: 'Nessun dispositivo trovato. Ne colleghi uno e verifichi di nuovo.',
      busy: 'Un altro programma sta usando il dispositivo. Chiuda quel programma e verifichi di nuovo.',
      unmeasured: 'È aperto. Questo browser non indica il livello del suono.',
      seen: 'La videocamera mostra un’immagine.',
      dark: 'L’immagine è nera. Controlli che nulla copra l’obiettivo.',
      frozen: 'Non arriva alcuna immagine. Scolleghi e ricolleghi la videocamera, o ne scelga un’altra.',
      'did-you-hear': 'Ha sentito due note?',
      audible: 'Può sentire la chiamata.',
      inaudible: 'Scelga un altro altoparlante e alzi il volume.',
      reached: 'Il server della stanza risponde.',
      unreachable: 'Il server della stanza non risponde. Controlli la connessione a Internet.',
      direct: 'Il browser può connettersi e il suo indirizzo è visibile dall’esterno.',
      local:
        'Il browser può connettersi. Il suo indirizzo non è stato trovato dall’esterno: le chiamate oltre la Sua rete potrebbero aver bisogno del relay.',
      nothing:
        'Non è stato possibile stabilire una connessione. Forse la impedisce un firewall o un’estensione del browser.',
      relayed: 'Consente alle chiamate di superare i firewall.',
      'no-relay': 'Non ne è configurato nessuno. Tra alcune reti le chiamate non si connetteranno.',
      'relay-failed': 'Non è raggiungibile. Provi un’altra rete, per esempio l’hotspot di un telefono.',
    },
  },

  joining: { title: 'Accesso alla chiamata…', text: 'Ci vorrà solo un momento.' },
  reconnecting: {
    title: 'Connessione interrotta',
    text: 'Riconnessione in corso. La chiamata continuerà quando la rete sarà di nuovo disponibile.',
  },
  muted: {
    title: 'L’organizzatore ha disattivato il Suo microfono',
    text: 'Può riattivarlo quando vuole parlare.',
  },
  playback: { title: 'Il browser blocca l’audio', action: 'Attiva audio' },
  notice: {
    silent: {
      title: 'Nessuno La sente',
      text: 'Il microfono è attivo, ma non arriva alcun suono. Controlli il suo interruttore.',
    },
    talking: { title: 'Il Suo microfono è disattivato', text: 'Nessuno sente quello che dice.' },
    paused: { title: 'Il Suo microfono è in pausa', text: 'Lo sta usando il sistema o un’altra chiamata.' },
    deafened: {
      title: 'Non sente nessuno',
      text: 'L’audio della chiamata è disattivato.',
      action: 'Ascolta tutti',
    },
  },
  rejoin: 'Partecipa di nuovo',
  retry: 'Riprova',
  cancel: 'Annulla',
  dismiss: 'Chiudi',
  errors,
  left,
  announce: {
    joined: (count) =>
      count === 0 ? 'È nella chiamata. Non c’è ancora nessun altro.' : `È nella chiamata con ${others(count)}.`,
    arrived: (names, more) => `${people(names, more)} ora ${isOne(names, more) ? 'partecipa' : 'partecipano'}`,
    departed: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'ha' : 'hanno'} lasciato la chiamata`,
    reconnected: 'La connessione è stata ristabilita.',
    hosting: 'Ora è Lei l’organizzatore.',
    unreachable: (names, more) =>
      `${people(names, more)} ${isOne(names, more) ? 'non è raggiungibile' : 'non sono raggiungibili'}`,
    raised: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'ha' : 'hanno'} alzato la mano`,
    wrote: (name, text, isPrivate) => (isPrivate ? `${name}, solo per Lei: ${text}` : `${name}: ${text}`),
  },

  chat: {
    none: {
      title: 'Ancora nessun messaggio',
      text: 'Ciò che scrive arriva direttamente alle persone nella chiamata. Nessun server lo conserva.',
    },
    messages: 'Messaggi',
    message: 'Messaggio',
    write: 'Messaggio a tutti',
    writeTo: (name) => `Messaggio a ${name}`,
    send: 'Invia',
    to: 'A',
    everyone: 'Tutti',
    gone: 'Ha lasciato la chiamata',
    only: (name) => `Solo per ${name}`,
    onlyYou: 'Solo per Lei',
    waiting: 'In attesa della connessione',
    notDelivered: 'Non recapitato',
    newer: 'Nuovi messaggi',
  },
  people: {
    host: 'Organizzatore',
    hand: (place) => `Mano alzata, numero ${place}`,
    sharing: 'Condivide uno schermo',
    cameraOff: 'Videocamera disattivata',
    more: (name) => `Altre opzioni per ${name}`,
    volume: 'Volume',
    pin: 'Fissa',
    unpin: 'Non fissare più',
    mute: 'Disattiva microfono',
    muteAll: 'Disattiva tutti i microfoni',
    questions: {
      'p2p-host-request': {
        ask: 'Nomina organizzatore',
        text: (name) => `Affidare a ${name} il ruolo di organizzatore? Lei diventerà ospite.`,
        yes: 'Nomina',
      },
      'p2p-remove-request': {
        ask: 'Rimuovi dalla chiamata',
        text: (name) => `Rimuovere ${name} dalla chiamata?`,
        yes: 'Rimuovi',
      },
      'p2p-end-request': {
        ask: 'Termina per tutti',
        text: () => 'Terminare la chiamata per tutti?',
        yes: 'Termina',
      },
    },
  },
  settings: {
    microphone: 'Il Suo microfono',
    echoCancellation: 'Elimina l’eco',
    noiseSuppression: 'Elimina i rumori di fondo',
    autoGainControl: 'Regola automaticamente il volume',
    music: 'Modalità musica',
    musicHint: 'Trasmette il suono così com’è. Usi le cuffie.',
    listenWhileMuted: 'Avvisami se parlo a microfono disattivato',
    listenHint: 'Lascia aperto il microfono mentre è disattivato. Nessuno lo sente.',
    sound: 'Che cosa sente',
    deafen: 'Disattiva l’audio di tutti',
    sounds: 'Suoni per ingressi, uscite e messaggi',
    check: 'Verifica dispositivi e connessione',
  },
  shortcuts: {
    title: 'Scorciatoie da tastiera',
    text: 'Funzionano finché il focus è nella chiamata, e mai mentre scrive.',
    space: 'Spazio',
    hold: 'Tenere premuto per parlare a microfono disattivato, o per tacere a microfono attivo',
  },
};
