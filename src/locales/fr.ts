import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const numbers = new Intl.PluralRules('fr');
const lists = new Intl.ListFormat('fr', { type: 'conjunction' });

function others(count: number): string {
  return numbers.select(count) === 'one' ? `${count} autre personne` : `${count} autres personnes`;
}

function people(names: readonly string[], more: number): string {
  return lists.format(more === 0 ? names : [...names, others(more)]);
}

function isOne(names: readonly string[], more: number): boolean {
  return names.length + more === 1;
}

/** "de Zoé", but "d’Ada": the preposition loses its vowel before another. */
function of(name: string): string {
  return /^[aeiouœæ]/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}

const errors: ErrorWords = {
  'mic-denied': {
    title: 'Votre micro est bloqué',
    text: 'Le navigateur ne permet pas à cette page de l’utiliser\u00a0: personne ne vous entend.',
    remedy: 'Autorisez le micro dans la barre d’adresse, puis réessayez.',
  },
  'camera-denied': {
    title: 'Votre caméra est bloquée',
    text: 'Le navigateur ne permet pas à cette page de l’utiliser\u00a0: personne ne vous voit.',
    remedy: 'Autorisez la caméra dans la barre d’adresse, puis réessayez.',
  },
  'screen-denied': {
    title: 'Votre écran n’est pas partagé',
    text: 'Le navigateur n’a pas été autorisé à enregistrer l’écran.',
    remedy:
      'Réessayez et choisissez une fenêtre. Il faut parfois autoriser l’enregistrement dans les réglages du système.',
  },
  'device-missing': {
    title: 'Aucun appareil trouvé',
    text: 'La caméra ou le micro n’est pas branché. Vous pouvez participer sans.',
    remedy: 'Branchez un appareil, puis réessayez.',
  },
  'device-busy': {
    title: 'Votre caméra ou votre micro est déjà utilisé',
    text: 'Un autre programme ou un autre onglet s’en sert.',
    remedy: 'Fermez l’autre programme. L’appareil s’activera dès qu’il sera libre.',
  },
  'insecure-context': {
    title: 'Cette page n’est pas sécurisée',
    text: 'Les navigateurs ne donnent accès à la caméra et au micro qu’aux pages ouvertes en https.',
    remedy: 'Ouvrez la page avec une adresse qui commence par https://.',
  },
  'policy-blocked': {
    title: 'Cette page ne peut utiliser ni la caméra ni le micro',
    text: 'La page qui contient l’appel ne transmet pas l’autorisation.',
    remedy: 'Ouvrez l’appel dans son propre onglet ou prévenez le responsable du site.',
  },
  'unsupported-browser': {
    title: 'Ce navigateur ne permet pas les appels',
    text: 'Il lui manque ce qu’exigent les appels vidéo.',
    remedy: 'Ouvrez la page dans une version récente de Chrome, Edge, Firefox ou Safari.',
  },
  'bad-room': {
    title: 'Cette salle n’existe pas',
    text: 'L’appel n’a pas de nom de salle, ou ce nom n’est pas utilisable.',
    remedy: 'Vérifiez le lien que vous avez reçu.',
  },
  'bad-token': {
    title: 'Vous ne pouvez pas entrer dans cette salle',
    text: 'Votre invitation n’est pas valable ou a expiré.',
    remedy: 'Ouvrez un nouveau lien depuis le site qui vous a envoyé l’invitation.',
  },
  'version-mismatch': {
    title: 'Cette page n’est plus à jour',
    text: 'L’appel a été mis à jour depuis l’ouverture de la page.',
    remedy: 'Rechargez la page.',
  },
  'server-unreachable': {
    title: 'La salle est injoignable',
    text: 'Le serveur ne répond pas.',
    remedy: 'Vérifiez votre connexion Internet.',
  },
  'file-missing': {
    title: 'Il manque quelque chose',
    text: 'Une partie de l’appel n’a pas pu être chargée. Le reste continue.',
    remedy: 'Rechargez la page dès que possible.',
  },
  'room-full': {
    title: 'La salle est pleine',
    text: 'Toutes les places de cette salle sont prises.',
    remedy: 'Réessayez quand quelqu’un sera parti.',
  },
  'peer-unreachable': {
    title: 'Une personne est injoignable',
    text: 'Vos réseaux n’arrivent pas à se joindre. Les autres ne sont pas concernés.',
    remedy: 'Quitter l’appel et le rejoindre, ou changer de réseau, peut aider.',
  },
  'no-relay': {
    title: 'Aucun relais n’est configuré',
    text: 'Cet appel ne peut passer que par un relais, et il n’y en a pas\u00a0: personne n’est joignable.',
    remedy: 'Prévenez le responsable de ce site.',
  },
  'rate-limited': {
    title: 'Trop de choses à la fois',
    text: 'Le serveur de la salle a demandé à cette page de ralentir.',
    remedy: 'Patientez un instant, puis réessayez.',
  },
  'bad-value': {
    title: 'Cela n’a pas fonctionné',
    text: 'Cette page a demandé à l’appel une chose impossible.',
    remedy: '',
  },
  'not-joined': {
    title: 'Vous n’êtes pas dans l’appel',
    text: 'Cela ne fonctionne que pendant un appel.',
    remedy: 'Rejoignez d’abord l’appel.',
  },
  'not-host': {
    title: 'Seul l’hôte peut le faire',
    text: 'Vous êtes un invité de cet appel.',
    remedy: 'Demandez à l’hôte.',
  },
  aborted: {
    title: 'Opération interrompue',
    text: 'Une autre action est passée avant.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'Vous avez quitté l’appel', text: 'La caméra et le micro sont désactivés.', remedy: '' },
  removed: { title: 'Vous ne faites plus partie de l’appel', text: 'L’hôte vous en a fait sortir.', remedy: '' },
  ended: { title: 'L’appel est terminé', text: 'L’hôte y a mis fin pour tout le monde.', remedy: '' },
  replaced: {
    title: 'Vous participez depuis un autre endroit',
    text: 'L’appel continue dans votre autre onglet ou sur votre autre appareil.',
    remedy: 'Vous pouvez le ramener ici.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'La connexion a été perdue',
    text: 'Vous n’êtes plus dans l’appel.',
    remedy: 'Vérifiez votre connexion Internet, puis rejoignez l’appel.',
  },
  'room-changed': {
    title: 'Vous avez changé de salle',
    text: 'Vous avez quitté l’appel précédent.',
    remedy: '',
  },
  'page-closed': { title: 'Vous avez quitté l’appel', text: 'La page a été fermée.', remedy: '' },
};

/** French. */
export const fr: Dictionary = {
  lang: 'fr',
  dir: 'ltr',

  controls: 'Commandes de l’appel',
  microphone: {
    name: 'Micro',
    turnOn: 'Activer le micro',
    turnOff: 'Couper le micro',
    blocked: 'Le navigateur bloque le micro. Appuyez pour réessayer.',
    missing: 'Aucun micro trouvé. Appuyez pour réessayer.',
  },
  camera: {
    name: 'Caméra',
    turnOn: 'Activer la caméra',
    turnOff: 'Couper la caméra',
    blocked: 'Le navigateur bloque la caméra. Appuyez pour réessayer.',
    missing: 'Aucune caméra trouvée. Appuyez pour réessayer.',
  },
  leave: 'Quitter l’appel',
  toolbar: {
    more: 'Plus',
    close: 'Fermer',
    screen: { name: 'Partage d’écran', turnOn: 'Partager l’écran', turnOff: 'Arrêter le partage' },
    hand: { name: 'Main levée', turnOn: 'Lever la main', turnOff: 'Baisser la main' },
    reactions: 'Réactions',
    chat: 'Discussion',
    unread: (count) => (numbers.select(count) === 'one' ? `${count} nouveau message` : `${count} nouveaux messages`),
    people: 'Personnes',
    settings: 'Paramètres',
    pip: {
      name: 'Image dans l’image',
      turnOn: 'Activer l’image dans l’image',
      turnOff: 'Quitter l’image dans l’image',
    },
    fullscreen: { name: 'Plein écran', turnOn: 'Passer en plein écran', turnOff: 'Quitter le plein écran' },
  },
  invite: {
    copy: 'Copier le lien d’invitation',
    share: 'Inviter d’autres personnes',
    copied: 'Lien copié',
    byHand: 'Lien vers cet appel',
  },

  guest: 'Invité',
  self: (name) => (name ? `${name} (vous)` : 'Vous'),
  videoOf: (name) => `Vidéo ${of(name)}`,
  micOff: 'Micro coupé',
  link: { connecting: 'Connexion…', reconnecting: 'Reconnexion…', failed: 'Injoignable' },
  tile: {
    pin: 'Épingler',
    unpin: 'Désépingler',
    volume: 'Volume',
    mirror: 'Inverser mon image',
    unmirror: 'Ne pas inverser mon image',
    hideSelf: 'Masquer mon image',
    fit: 'Afficher l’image entière',
    fill: 'Remplir la vignette',
    pip: 'Image dans l’image',
    snapshot: 'Enregistrer une image',
    detail: 'Connexion',
  },
  linkDetail: {
    path: 'Trajet',
    direct: 'Direct',
    relayed: 'Par un relais',
    resolution: 'Résolution',
    frameRate: 'Images',
    perSecond: '/s',
    bitrate: 'Débit',
    loss: 'Pertes',
    delay: 'Aller-retour',
  },

  participants: 'Participants',
  stage: {
    floating: 'Votre image. Les touches fléchées la déplacent vers un autre coin.',
    showSelf: 'Afficher mon image',
    screenOf: (name) => `Écran ${of(name)}`,
    ownScreen: 'Votre écran',
    handRaised: 'Main levée',
    sharing: 'Partage un écran',
    speaking: 'Parle',
    options: (name) => (name ? `Options pour ${name}` : 'Options pour vous'),
    pageOf: (page, pages) => `Page ${page} sur ${pages}`,
    previousPage: 'Page précédente',
    nextPage: 'Page suivante',
  },
  alone: { title: 'Il n’y a encore personne d’autre', text: 'Les autres apparaîtront dès leur arrivée.' },
  deserted: { title: 'Tous les autres sont partis', text: 'Les personnes qui reviennent apparaîtront ici.' },
  elsewhere: { text: 'L’appel se trouve dans une fenêtre à part.', action: 'Ramener ici' },

  prejoin: {
    title: 'Tout est prêt\u202f?',
    preview: 'Votre aperçu',
    cameraOff: 'Votre caméra est désactivée',
    name: 'Votre nom',
    namePlaceholder: 'Tel que les autres le verront',
    join: 'Rejoindre l’appel',
    present: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'est' : 'sont'} dans l’appel`,
    nobody: 'Il n’y a encore personne dans l’appel',
    devices: 'Appareils',
  },
  devices: {
    title: 'Appareils',
    speaker: 'Haut-parleur',
    systemDefault: 'Par défaut du système',
    none: 'Aucun appareil trouvé',
    level: 'Niveau du micro',
    test: 'Écouter un son de test',
    testing: 'Lecture…',
    testFailed: 'Le son n’a pas pu être lu. Choisissez un autre haut-parleur.',
    flip: 'Autre caméra',
  },
  help: {
    title: 'Comment donner l’autorisation',
    chromium: 'Appuyez sur l’icône à gauche de l’adresse, autorisez la caméra et le micro, puis réessayez.',
    firefox: 'Appuyez sur l’icône barrée à gauche de l’adresse, levez le blocage, puis réessayez.',
    safari: 'Choisissez Safari › Réglages pour ce site web… et autorisez la caméra et le micro.',
    safariPhone: 'Touchez l’icône à côté de l’adresse, puis Réglages du site web, et autorisez la caméra et le micro.',
    mac: 'Si cela ne suffit pas\u00a0: Réglages Système › Confidentialité et sécurité › Caméra, puis Micro\u00a0: activez ce navigateur et redémarrez-le.',
    windows:
      'Si cela ne suffit pas\u00a0: Paramètres › Confidentialité et sécurité › Caméra, puis Microphone\u00a0: donnez l’accès aux applications de bureau.',
    android: 'Si cela ne suffit pas\u00a0: Paramètres › Applications › ce navigateur › Autorisations.',
    ios: 'Si cela ne suffit pas\u00a0: Réglages › Confidentialité et sécurité › Appareil photo, puis Micro\u00a0: activez ce navigateur.',
  },
  check: {
    title: 'Tester les appareils et la connexion',
    start: 'Lancer le test',
    again: 'Relancer le test',
    running: 'Test en cours…',
    yes: 'Oui',
    no: 'Non',
    passed: 'Fonctionne',
    doubtful: 'À vérifier',
    failed: 'Ne fonctionne pas',
    names: {
      microphone: 'Micro',
      camera: 'Caméra',
      speaker: 'Haut-parleur',
      server: 'Serveur de la salle',
      connection: 'Connexion',
      relay: 'Relais',
    },
    said: {
      'say-something': 'Dites quelque chose, s’il vous plaît.',
      heard: 'Votre micro vous entend.',
      quiet: 'Le son est très faible. Rapprochez-vous ou augmentez le volume du micro dans les réglages du système.',
      silent: 'Aucun son n’en sort. Cherchez un interrupteur sur le micro ou choisissez-en un autre.',
      blocked: 'Le navigateur bloque l’accès. Autorisez-le à côté de l’adresse de cette page.',
      missing: 'Aucun appareil trouvé. Branchez-en un et relancez le test.',
      busy: 'Un autre programme s’en sert. Fermez ce programme et relancez le test.',
      unmeasured: 'Il est ouvert. Ce navigateur n’indique pas le niveau du son.',
      seen: 'Votre caméra montre une image.',
      dark: 'L’image est noire. Vérifiez que rien ne couvre l’objectif.',
      frozen: 'Aucune image n’arrive. Débranchez et rebranchez la caméra, ou choisissez-en une autre.',
      'did-you-hear': 'Avez-vous entendu deux notes\u202f?',
      audible: 'Vous pouvez entendre l’appel.',
      inaudible: 'Choisissez un autre haut-parleur et augmentez le volume.',
      reached: 'Le serveur de la salle répond.',
      unreachable: 'Le serveur de la salle ne répond pas. Vérifiez votre connexion Internet.',
      direct: 'Votre navigateur peut se connecter, et son adresse est visible de l’extérieur.',
      local:
        'Votre navigateur peut se connecter. Son adresse n’a pas pu être trouvée de l’extérieur\u00a0: les appels au-delà de votre réseau auront peut-être besoin du relais.',
      nothing: 'Aucune connexion n’a pu être établie. Un pare-feu ou une extension du navigateur l’empêche peut-être.',
      relayed: 'Il permet aux appels de traverser les pare-feu.',
      'no-relay': 'Aucun n’est configuré. Entre certains réseaux, les appels n’aboutiront pas.',
      'relay-failed': 'Il est injoignable. Essayez un autre réseau, comme le partage de connexion d’un téléphone.',
    },
  },

  joining: { title: 'Entrée dans l’appel…', text: 'Cela ne prend qu’un instant.' },
  reconnecting: {
    title: 'Connexion perdue',
    text: 'Reconnexion en cours. L’appel reprendra dès le retour de votre réseau.',
  },
  muted: {
    title: 'L’hôte a coupé votre micro',
    text: 'Vous pouvez le réactiver dès que vous voulez parler.',
  },
  playback: { title: 'Votre navigateur bloque le son', action: 'Activer le son' },
  notice: {
    silent: {
      title: 'Personne ne vous entend',
      text: 'Votre micro est activé, mais aucun son n’en sort. Vérifiez son interrupteur.',
    },
    talking: { title: 'Votre micro est coupé', text: 'Personne n’entend ce que vous dites.' },
    paused: { title: 'Votre micro est suspendu', text: 'Le système ou un autre appel l’utilise.' },
    deafened: {
      title: 'Vous n’entendez personne',
      text: 'Le son de l’appel est coupé.',
      action: 'Entendre tout le monde',
    },
  },
  rejoin: 'Rejoindre à nouveau',
  retry: 'Réessayer',
  cancel: 'Annuler',
  dismiss: 'Fermer',
  errors,
  left,
  announce: {
    joined: (count) =>
      count === 0
        ? 'Vous êtes dans l’appel. Il n’y a encore personne d’autre.'
        : `Vous êtes dans l’appel avec ${others(count)}.`,
    arrived: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'a' : 'ont'} rejoint l’appel`,
    departed: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'a' : 'ont'} quitté l’appel`,
    reconnected: 'La connexion est rétablie.',
    hosting: 'Vous êtes maintenant l’hôte.',
    unreachable: (names, more) =>
      `${people(names, more)} ${isOne(names, more) ? 'est injoignable' : 'sont injoignables'}`,
    raised: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'a' : 'ont'} levé la main`,
    wrote: (name, text, isPrivate) =>
      isPrivate ? `${name}, à vous seulement\u00a0: ${text}` : `${name}\u00a0: ${text}`,
  },

  chat: {
    none: {
      title: 'Aucun message pour l’instant',
      text: 'Ce que vous écrivez va directement aux personnes de l’appel. Aucun serveur ne le conserve.',
    },
    messages: 'Messages',
    message: 'Message',
    write: 'Message à tous',
    writeTo: (name) => `Message à ${name}`,
    send: 'Envoyer',
    to: 'À',
    everyone: 'Tout le monde',
    gone: 'A quitté l’appel',
    only: (name) => `À ${name} seulement`,
    onlyYou: 'À vous seulement',
    waiting: 'En attente de connexion',
    notDelivered: 'Non distribué',
    newer: 'Nouveaux messages',
  },
  people: {
    host: 'Hôte',
    hand: (place) => `Main levée, numéro ${place}`,
    sharing: 'Partage un écran',
    cameraOff: 'Caméra désactivée',
    more: (name) => `Plus d’options pour ${name}`,
    volume: 'Volume',
    pin: 'Épingler',
    unpin: 'Désépingler',
    mute: 'Couper le micro',
    muteAll: 'Couper tous les micros',
    questions: {
      'p2p-host-request': {
        ask: 'Nommer hôte',
        text: (name) => `Nommer ${name} hôte de l’appel\u202f? Vous serez alors un invité.`,
        yes: 'Nommer hôte',
      },
      'p2p-remove-request': {
        ask: 'Exclure de l’appel',
        text: (name) => `Exclure ${name} de l’appel\u202f?`,
        yes: 'Exclure',
      },
      'p2p-end-request': {
        ask: 'Terminer l’appel pour tous',
        text: () => 'Terminer l’appel pour tout le monde\u202f?',
        yes: 'Terminer',
      },
    },
  },
  settings: {
    microphone: 'Votre micro',
    echoCancellation: 'Supprimer l’écho',
    noiseSuppression: 'Supprimer les bruits de fond',
    autoGainControl: 'Régler le volume automatiquement',
    music: 'Mode musique',
    musicHint: 'Transmet le son tel quel. Utilisez un casque.',
    listenWhileMuted: 'M’avertir si je parle micro coupé',
    listenHint: 'Laisse le micro ouvert quand vous l’avez coupé. Personne ne l’entend.',
    sound: 'Ce que vous entendez',
    deafen: 'Couper le son de tout le monde',
    sounds: 'Sons d’arrivée, de départ et de message',
    check: 'Tester les appareils et la connexion',
  },
  shortcuts: {
    title: 'Raccourcis clavier',
    text: 'Ils fonctionnent tant que le focus est dans l’appel, et jamais pendant que vous écrivez.',
    space: 'Espace',
    hold: 'Maintenir pour parler micro coupé, ou pour se taire micro ouvert',
  },
};
