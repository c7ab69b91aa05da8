import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const numbers = new Intl.PluralRules('es');
const lists = new Intl.ListFormat('es', { type: 'conjunction' });

function others(count: number): string {
  return numbers.select(count) === 'one' ? `${count} persona más` : `${count} personas más`;
}

function people(names: readonly string[], more: number): string {
  return lists.format(more === 0 ? names : [...names, others(more)]);
}

function isOne(names: readonly string[], more: number): boolean {
  return names.length + more === 1;
}

const errors: ErrorWords = {
  'mic-denied': {
    title: 'Su micrófono está bloqueado',
    text: 'El navegador no permite que esta página lo use, así que nadie le oye.',
    remedy: 'Permita el micrófono en la barra de direcciones e inténtelo de nuevo.',
  },
  'camera-denied': {
    title: 'Su cámara está bloqueada',
    text: 'El navegador no permite que esta página la use, así que nadie le ve.',
    remedy: 'Permita la cámara en la barra de direcciones e inténtelo de nuevo.',
  },
  'screen-denied': {
    title: 'Su pantalla no se está compartiendo',
    text: 'El navegador no obtuvo permiso para grabar la pantalla.',
    remedy:
      'Inténtelo de nuevo y elija una ventana. Puede que los ajustes del sistema deban permitir al navegador grabar la pantalla.',
  },
  'device-missing': {
    title: 'No se encontró ningún dispositivo',
    text: 'Falta conectar una cámara o un micrófono. Puede participar sin ellos.',
    remedy: 'Conecte un dispositivo e inténtelo de nuevo.',
  },
  'device-busy': {
    title: 'Su cámara o su micrófono están en uso',
    text: 'Otro programa u otra pestaña los está usando.',
    remedy: 'Cierre el otro programa. El dispositivo se activará en cuanto quede libre.',
  },
  'insecure-context': {
    title: 'Esta página no es segura',
    text: 'Los navegadores solo dan acceso a la cámara y al micrófono a las páginas abiertas con https.',
    remedy: 'Abra la página con una dirección que empiece por https://.',
  },
  'policy-blocked': {
    title: 'Esta página no puede usar la cámara ni el micrófono',
    text: 'La página que contiene la llamada no le cede el permiso.',
    remedy: 'Abra la llamada en su propia pestaña o avise al responsable del sitio.',
  },
  'unsupported-browser': {
    title: 'Este navegador no permite hacer llamadas',
    text: 'Le falta lo que necesitan las videollamadas.',
    remedy: 'Abra la página en una versión reciente de Chrome, Edge, Firefox o Safari.',
  },
  'bad-room': {
    title: 'Esta sala no existe',
    text: 'La llamada no tiene nombre de sala, o el que tiene no se puede usar.',
    remedy: 'Compruebe el enlace que recibió.',
  },
  'bad-token': {
    title: 'No puede entrar en esta sala',
    text: 'Su invitación no es válida o ha caducado.',
    remedy: 'Abra un enlace nuevo desde el sitio que le envió la invitación.',
  },
  'version-mismatch': {
    title: 'Esta página está desactualizada',
    text: 'La llamada se ha actualizado desde que se abrió la página.',
    remedy: 'Vuelva a cargar la página.',
  },
  'server-unreachable': {
    title: 'No se puede acceder a la sala',
    text: 'El servidor no responde.',
    remedy: 'Compruebe su conexión a internet.',
  },
  'file-missing': {
    title: 'Falta algo',
    text: 'No se ha podido cargar una parte de la llamada. El resto sigue.',
    remedy: 'Recargue la página cuando pueda.',
  },
  'room-full': {
    title: 'La sala está llena',
    text: 'Todas las plazas de esta sala están ocupadas.',
    remedy: 'Inténtelo de nuevo cuando alguien haya salido.',
  },
  'peer-unreachable': {
    title: 'No hay conexión con una persona',
    text: 'Sus redes no encuentran la manera de comunicarse. A los demás no les afecta.',
    remedy: 'Puede ayudar salir y volver a entrar, o cambiar de red.',
  },
  'no-relay': {
    title: 'No hay servidor de retransmisión',
    text: 'Esta llamada solo puede conectarse a través de uno y no hay ninguno configurado, así que no se puede conectar con nadie.',
    remedy: 'Avise al responsable de este sitio.',
  },
  'rate-limited': {
    title: 'Demasiadas cosas a la vez',
    text: 'El servidor de la sala ha pedido a esta página que vaya más despacio.',
    remedy: 'Espere un momento e inténtelo de nuevo.',
  },
  'bad-value': {
    title: 'No ha funcionado',
    text: 'Esta página ha pedido a la llamada algo que no puede hacer.',
    remedy: '',
  },
  'not-joined': {
    title: 'No está en la llamada',
    text: 'Esto solo funciona durante una llamada.',
    remedy: 'Únase primero.',
  },
  'not-host': {
    title: 'Solo el anfitrión puede hacerlo',
    text: 'Usted participa en esta llamada como invitado.',
    remedy: 'Pídaselo al anfitrión.',
  },
  aborted: {
    title: 'Operación interrumpida',
    text: 'Otra acción se adelantó.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'Ha salido de la llamada', text: 'La cámara y el micrófono están desactivados.', remedy: '' },
  removed: {
    title: 'Ya no está en la llamada',
    text: 'El anfitrión ha puesto fin a su participación.',
    remedy: '',
  },
  ended: { title: 'La llamada ha terminado', text: 'El anfitrión la ha finalizado para todos.', remedy: '' },
  replaced: {
    title: 'Se ha unido desde otro lugar',
    text: 'La llamada continúa en su otra pestaña o dispositivo.',
    remedy: 'Puede traerla de vuelta aquí.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'Se ha perdido la conexión',
    text: 'Ya no está en la llamada.',
    remedy: 'Compruebe su conexión a internet y vuelva a unirse.',
  },
  'room-changed': { title: 'Ha cambiado de sala', text: 'Ha salido de la llamada anterior.', remedy: '' },
  'page-closed': { title: 'Ha salido de la llamada', text: 'La página se ha cerrado.', remedy: '' },
};

/** Spanish. */
export const es: Dictionary = {
  lang: 'es',
  dir: 'ltr',

  controls: 'Controles de la llamada',
  microphone: {
    name: 'Micrófono',
    turnOn: 'Activar micrófono',
    turnOff: 'Silenciar micrófono',
    blocked: 'El navegador bloquea el micrófono. Pulse para intentarlo de nuevo.',
    missing: 'No se encontró ningún micrófono. Pulse para intentarlo de nuevo.',
  },
  camera: {
    name: 'Cámara',
    turnOn: 'Activar cámara',
    turnOff: 'Desactivar cámara',
    blocked: 'El navegador bloquea la cámara. Pulse para intentarlo de nuevo.',
    missing: 'No se encontró ninguna cámara. Pulse para intentarlo de nuevo.',
  },
  leave: 'Salir de la llamada',
  toolbar: {
    more: 'Más',
    close: 'Cerrar',
    screen: { name: 'Pantalla compartida', turnOn: 'Compartir pantalla', turnOff: 'Dejar de compartir' },
    hand: { name: 'Mano levantada', turnOn: 'Levantar la mano', turnOff: 'Bajar la mano' },
    reactions: 'Reacciones',
    chat: 'Chat',
    unread: (count) => (numbers.select(count) === 'one' ? `${count} mensaje nuevo` : `${count} mensajes nuevos`),
    people: 'Personas',
    settings: 'Ajustes',
    pip: {
      name: 'Imagen en imagen',
      turnOn: 'Abrir imagen en imagen',
      turnOff: 'Cerrar imagen en imagen',
    },
    fullscreen: {
      name: 'Pantalla completa',
      turnOn: 'Ver en pantalla completa',
      turnOff: 'Salir de pantalla completa',
    },
  },
  invite: {
    copy: 'Copiar enlace de invitación',
    share: 'Invitar a otras personas',
    copied: 'Enlace copiado',
    byHand: 'Enlace a esta llamada',
  },

  guest: 'Invitado',
  self: (name) => (name ? `${name} (usted)` : 'Usted'),
  videoOf: (name) => `Vídeo de ${name}`,
  micOff: 'Micrófono desactivado',
  link: { connecting: 'Conectando…', reconnecting: 'Reconectando…', failed: 'Sin conexión' },
  tile: {
    pin: 'Fijar',
    unpin: 'Dejar de fijar',
    volume: 'Volumen',
    mirror: 'Reflejar mi imagen',
    unmirror: 'No reflejar mi imagen',
    hideSelf: 'Ocultar mi imagen',
    fit: 'Mostrar la imagen completa',
    fill: 'Llenar el recuadro',
    pip: 'Imagen en imagen',
    snapshot: 'Guardar una imagen',
    detail: 'Conexión',
  },
  linkDetail: {
    path: 'Ruta',
    direct: 'Directa',
    relayed: 'Por retransmisión',
    resolution: 'Resolución',
    frameRate: 'Fotogramas',
    perSecond: '/s',
    bitrate: 'Tasa de bits',
    loss: 'Pérdidas',
    delay: 'Ida y vuelta',
  },

  participants: 'Participantes',
  stage: {
    floating: 'Su imagen. Las teclas de flecha la mueven a otra esquina.',
    showSelf: 'Mostrar mi imagen',
    screenOf: (name) => `Pantalla de ${name}`,
    ownScreen: 'Su pantalla',
    handRaised: 'Mano levantada',
    sharing: 'Comparte una pantalla',
    speaking: 'Habla ahora',
    options: (name) => (name ? `Opciones de ${name}` : 'Sus opciones'),
    pageOf: (page, pages) => `Página ${page} de ${pages}`,
    previousPage: 'Página anterior',
    nextPage: 'Página siguiente',
  },
  alone: { title: 'Aún no hay nadie más', text: 'Los demás aparecerán en cuanto se unan.' },
  deserted: { title: 'Todos los demás han salido', text: 'Quien vuelva aparecerá aquí.' },
  elsewhere: { text: 'La llamada está en una ventana aparte.', action: 'Traer aquí' },

  prejoin: {
    title: '¿Todo listo?',
    preview: 'Su vista previa',
    cameraOff: 'Su cámara está desactivada',
    name: 'Su nombre',
    namePlaceholder: 'Así lo verán los demás',
    join: 'Unirse a la llamada',
    present: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'está' : 'están'} en la llamada`,
    nobody: 'Aún no hay nadie en la llamada',
    devices: 'Dispositivos',
  },
  devices: {
    title: 'Dispositivos',
    speaker: 'Altavoz',
    systemDefault: 'Predeterminado del sistema',
    none: 'Ningún dispositivo encontrado',
    level: 'Nivel del micrófono',
    test: 'Reproducir un sonido de prueba',
    testing: 'Reproduciendo…',
    testFailed: 'No se pudo reproducir el sonido. Elija otro altavoz.',
    flip: 'Otra cámara',
  },
  help: {
    title: 'Cómo dar permiso',
    chromium: 'Pulse el icono a la izquierda de la dirección, permita la cámara y el micrófono e inténtelo de nuevo.',
    firefox: 'Pulse el icono tachado a la izquierda de la dirección, quite el bloqueo e inténtelo de nuevo.',
    safari: 'Elija Safari › Ajustes para este sitio web… y permita la cámara y el micrófono.',
    safariPhone:
      'Toque el icono junto a la dirección, luego Ajustes del sitio web, y permita la cámara y el micrófono.',
    mac: 'Si no basta: Ajustes del Sistema › Privacidad y seguridad › Cámara, y Micrófono: active este navegador y reinícielo.',
    windows:
      'Si no basta: Configuración › Privacidad y seguridad › Cámara, y Micrófono: permita el acceso a las aplicaciones de escritorio.',
    android: 'Si no basta: Ajustes › Aplicaciones › este navegador › Permisos.',
    ios: 'Si no basta: Ajustes › Privacidad y seguridad › Cámara, y Micrófono: active este navegador.',
  },
  check: {
    title: 'Comprobar dispositivos y conexión',
    start: 'Iniciar la comprobación',
    again: 'Comprobar de nuevo',
    running: 'Comprobando…',
    yes: 'Sí',
    no: 'No',
    passed: 'Funciona',
    doubtful: 'Conviene revisarlo',
    failed: 'No funciona',
    names: {
      microphone: 'Micrófono',
      camera: 'Cámara',
      speaker: 'Altavoz',
      server: 'Servidor de la sala',
      connection: 'Conexión',
      relay: 'Retransmisión',
    },
    said: {
      'say-something': 'Diga algo, por favor.',
      heard: 'Su micrófono le oye.',
      quiet: 'Se oye muy bajo. Acérquese o suba el volumen del micrófono en los ajustes del sistema.',
      silent: 'No llega ningún sonido. Busque un interruptor en el micrófono o elija otro.',
      blocked: 'El navegador bloquea el acceso. Permítalo junto a la dirección de esta página.',
      missing: 'No se encontró ningún dispositivo. Conecte uno y compruebe de nuevo.',
      busy: 'Otro programa lo está usando. Cierre ese programa y compruebe de nuevo.',
      unmeasured: 'Está abierto. Este navegador no indica el nivel del sonido.',
      seen: 'Su cámara muestra una imagen.',
      dark: 'La imagen está en negro. Compruebe si algo tapa el objetivo.',
      frozen: 'No llega ninguna imagen. Desconecte la cámara y vuelva a conectarla, o elija otra.',
      'did-you-hear': '¿Ha oído dos notas?',
      audible: 'Puede oír la llamada.',
      inaudible: 'Elija otro altavoz y suba el volumen.',
      reached: 'El servidor de la sala responde.',
      unreachable: 'El servidor de la sala no responde. Compruebe su conexión a internet.',
      direct: 'Su navegador puede conectarse y su dirección es visible desde fuera.',
      local:
        'Su navegador puede conectarse. Su dirección no se pudo encontrar desde fuera: las llamadas más allá de su red quizá necesiten la retransmisión.',
      nothing: 'No se pudo establecer ninguna conexión. Quizá lo impida un cortafuegos o una extensión del navegador.',
      relayed: 'Permite que las llamadas atraviesen los cortafuegos.',
      'no-relay': 'No está configurada. Entre algunas redes las llamadas no se conectarán.',
      'relay-failed': 'No se pudo acceder a ella. Pruebe con otra red, por ejemplo la que comparte un teléfono.',
    },
  },

  joining: { title: 'Uniéndose…', text: 'Solo tardará un momento.' },
  reconnecting: {
    title: 'Conexión perdida',
    text: 'Reconectando. La llamada continuará en cuanto vuelva su red.',
  },
  muted: {
    title: 'El anfitrión ha silenciado su micrófono',
    text: 'Puede volver a activarlo cuando quiera hablar.',
  },
  playback: { title: 'Su navegador bloquea el sonido', action: 'Activar sonido' },
  notice: {
    silent: {
      title: 'Nadie puede oírle',
      text: 'Su micrófono está activado, pero no llega ningún sonido. Compruebe su interruptor.',
    },
    talking: { title: 'Su micrófono está silenciado', text: 'Nadie oye lo que dice.' },
    paused: { title: 'Su micrófono está en pausa', text: 'Lo está usando el sistema u otra llamada.' },
    deafened: {
      title: 'No oye a nadie',
      text: 'El sonido de la llamada está desactivado.',
      action: 'Oír a todos',
    },
  },
  rejoin: 'Volver a unirse',
  retry: 'Reintentar',
  cancel: 'Cancelar',
  dismiss: 'Cerrar',
  errors,
  left,
  announce: {
    joined: (count) =>
      count === 0 ? 'Está en la llamada. Aún no hay nadie más.' : `Está en la llamada con ${others(count)}.`,
    arrived: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'se ha' : 'se han'} unido`,
    departed: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'ha' : 'han'} salido`,
    reconnected: 'La conexión se ha restablecido.',
    hosting: 'Ahora usted es el anfitrión.',
    unreachable: (names, more) => `No hay conexión con ${people(names, more)}`,
    raised: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'ha' : 'han'} levantado la mano`,
    wrote: (name, text, isPrivate) => (isPrivate ? `${name}, solo para usted: ${text}` : `${name}: ${text}`),
  },

  chat: {
    none: {
      title: 'Aún no hay mensajes',
      text: 'Lo que escriba llega directamente a las personas de la llamada. Ningún servidor lo guarda.',
    },
    messages: 'Mensajes',
    message: 'Mensaje',
    write: 'Mensaje para todos',
    writeTo: (name) => `Mensaje para ${name}`,
    send: 'Enviar',
    to: 'Para',
    everyone: 'Todos',
    gone: 'Ha salido de la llamada',
    only: (name) => `Solo para ${name}`,
    onlyYou: 'Solo para usted',
    waiting: 'Esperando la conexión',
    notDelivered: 'No entregado',
    newer: 'Mensajes nuevos',
  },
  people: {
    host: 'Anfitrión',
    hand: (place) => `Mano levantada, número ${place}`,
    sharing: 'Comparte una pantalla',
    cameraOff: 'Cámara desactivada',
    more: (name) => `Más opciones de ${name}`,
    volume: 'Volumen',
    pin: 'Fijar',
    unpin: 'Dejar de fijar',
    mute: 'Silenciar',
    muteAll: 'Silenciar a todos',
    questions: {
      'p2p-host-request': {
        ask: 'Nombrar anfitrión',
        text: (name) => `¿Dar a ${name} el papel de anfitrión? Usted pasará a participar como invitado.`,
        yes: 'Nombrar',
      },
      'p2p-remove-request': {
        ask: 'Expulsar de la llamada',
        text: (name) => `¿Expulsar a ${name} de la llamada?`,
        yes: 'Expulsar',
      },
      'p2p-end-request': {
        ask: 'Finalizar para todos',
        text: () => '¿Finalizar la llamada para todos?',
        yes: 'Finalizar',
      },
    },
  },
  settings: {
    microphone: 'Su micrófono',
    echoCancellation: 'Eliminar el eco',
    noiseSuppression: 'Eliminar el ruido de fondo',
    autoGainControl: 'Ajustar el volumen automáticamente',
    music: 'Modo música',
    musicHint: 'Transmite el sonido tal como es. Use auriculares.',
    listenWhileMuted: 'Avisarme si hablo con el micrófono silenciado',
    listenHint: 'Mantiene el micrófono abierto mientras está silenciado. Nadie lo oye.',
    sound: 'Lo que oye',
    deafen: 'Desactivar el sonido de todos',
    sounds: 'Sonidos de entrada, salida y mensajes',
    check: 'Comprobar dispositivos y conexión',
  },
  shortcuts: {
    title: 'Atajos de teclado',
    text: 'Funcionan mientras el foco está en la llamada, y nunca mientras escribe.',
    space: 'Espacio',
    hold: 'Mantener para hablar con el micrófono silenciado, o para callar con él abierto',
  },
};
