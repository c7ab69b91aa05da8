import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const numbers = new Intl.PluralRules('pt');
const lists = new Intl.ListFormat('pt', { type: 'conjunction' });

function others(count: number): string {
  return numbers.select(count) === 'one' ? `mais ${count} pessoa` : `mais ${count} pessoas`;
}

function people(names: readonly string[], more: number): string {
  return lists.format(more === 0 ? names : [...names, others(more)]);
}

function isOne(names: readonly string[], more: number): boolean {
  return names.length + more === 1;
}

const errors: ErrorWords = {
  'mic-denied': {
    title: 'O seu microfone está bloqueado',
    text: 'O navegador não deixa esta página usá-lo, por isso ninguém ouve a sua voz.',
    remedy: 'Permita o microfone na barra de endereço e tente novamente.',
  },
  'camera-denied': {
    title: 'A sua câmera está bloqueada',
    text: 'O navegador não deixa esta página usá-la, por isso ninguém vê a sua imagem.',
    remedy: 'Permita a câmera na barra de endereço e tente novamente.',
  },
  'screen-denied': {
    title: 'A sua tela não está sendo compartilhada',
    text: 'O navegador não teve permissão para gravar a tela.',
    remedy: 'Tente novamente e escolha uma janela. Pode ser preciso autorizar a gravação nas configurações do sistema.',
  },
  'device-missing': {
    title: 'Nenhum dispositivo encontrado',
    text: 'Falta conectar uma câmera ou um microfone. É possível participar sem eles.',
    remedy: 'Conecte um dispositivo e tente novamente.',
  },
  'device-busy': {
    title: 'A sua câmera ou o seu microfone está em uso',
    text: 'Outro programa ou outra aba está usando o dispositivo.',
    remedy: 'Feche o outro programa. O dispositivo será ativado assim que ficar livre.',
  },
  'insecure-context': {
    title: 'Esta página não é segura',
    text: 'Os navegadores só dão acesso à câmera e ao microfone a páginas abertas com https.',
    remedy: 'Abra a página com um endereço que comece por https://.',
  },
  'policy-blocked': {
    title: 'Esta página não pode usar a câmera nem o microfone',
    text: 'A página que contém a chamada não repassa a permissão.',
    remedy: 'Abra a chamada em uma aba própria ou avise o responsável pelo site.',
  },
  'unsupported-browser': {
    title: 'Este navegador não permite fazer chamadas',
    text: 'Faltam recursos que as chamadas de vídeo exigem.',
    remedy: 'Abra a página em uma versão atual do Chrome, Edge, Firefox ou Safari.',
  },
  'bad-room': {
    title: 'Esta sala não existe',
    text: 'A chamada não tem nome de sala, ou o nome não pode ser usado.',
    remedy: 'Verifique o link que recebeu.',
  },
  'bad-token': {
    title: 'Não é possível entrar nesta sala',
    text: 'O seu convite não é válido ou expirou.',
    remedy: 'Abra um novo link no site que enviou o convite.',
  },
  'version-mismatch': {
    title: 'Esta página está desatualizada',
    text: 'A chamada foi atualizada depois que a página foi aberta.',
    remedy: 'Recarregue a página.',
  },
  'server-unreachable': {
    title: 'Não é possível acessar a sala',
    text: 'O servidor não responde.',
    remedy: 'Verifique a sua conexão com a internet.',
  },
  'file-missing': {
    title: 'Falta algo',
    text: 'Uma parte da chamada não pôde ser carregada. O resto continua.',
    remedy: 'Recarregue a página quando puder.',
  },
  'room-full': {
    title: 'A sala está cheia',
    text: 'Todos os lugares desta sala estão ocupados.',
    remedy: 'Tente novamente quando alguém sair.',
  },
  'peer-unreachable': {
    title: 'Não há conexão com uma pessoa',
    text: 'As redes não encontram um caminho entre si. As outras pessoas não são afetadas.',
    remedy: 'Sair e entrar novamente, ou mudar de rede, pode ajudar.',
  },
  'no-relay': {
    title: 'Não há servidor de retransmissão',
    text: 'Esta chamada só pode se conectar através de um, e nenhum está configurado. Por isso, não há conexão com ninguém.',
    remedy: 'Avise o responsável por este site.',
  },
  'rate-limited': {
    title: 'Muita coisa ao mesmo tempo',
    text: 'O servidor da sala pediu a esta página que fosse mais devagar.',
    remedy: 'Espere um momento e tente novamente.',
  },
  'bad-value': {
    title: 'Não funcionou',
    text: 'Esta página pediu à chamada algo que ela não pode fazer.',
    remedy: '',
  },
  'not-joined': {
    title: 'Você não está na chamada',
    text: 'Isto só funciona durante uma chamada.',
    remedy: 'Entre primeiro na chamada.',
  },
  'not-host': {
    title: 'Só o anfitrião pode fazer isto',
    text: 'A sua participação nesta chamada é como convidado.',
    remedy: 'Peça ao anfitrião.',
  },
  aborted: {
    title: 'Operação interrompida',
    text: 'Outra ação veio primeiro.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'Você saiu da chamada', text: 'A câmera e o microfone estão desativados.', remedy: '' },
  removed: {
    title: 'A sua participação terminou',
    text: 'O anfitrião removeu você da chamada.',
    remedy: '',
  },
  ended: { title: 'A chamada terminou', text: 'O anfitrião encerrou a chamada para todos.', remedy: '' },
  replaced: {
    title: 'Você entrou em outro lugar',
    text: 'A chamada continua na sua outra aba ou no seu outro dispositivo.',
    remedy: 'É possível trazê-la de volta para cá.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'A conexão foi perdida',
    text: 'Você não está mais na chamada.',
    remedy: 'Verifique a sua conexão com a internet e entre novamente.',
  },
  'room-changed': { title: 'Você mudou de sala', text: 'Você saiu da chamada anterior.', remedy: '' },
  'page-closed': { title: 'Você saiu da chamada', text: 'A página foi fechada.', remedy: '' },
};

/** Portuguese: words that Brazil and Portugal share if there are any, else those of Brazil. */
export const pt: Dictionary = {
  lang: 'pt',
  dir: 'ltr',

  controls: 'Controles da chamada',
  microphone: {
    name: 'Microfone',
    turnOn: 'Ativar microfone',
    turnOff: 'Silenciar microfone',
    blocked: 'O navegador bloqueia o microfone. Pressione para tentar novamente.',
    missing: 'Nenhum microfone encontrado. Pressione para tentar novamente.',
  },
  camera: {
    name: 'Câmera',
    turnOn: 'Ativar câmera',
    turnOff: 'Desativar câmera',
    blocked: 'O navegador bloqueia a câmera. Pressione para tentar novamente.',
    missing: 'Nenhuma câmera encontrada. Pressione para tentar novamente.',
  },
  leave: 'Sair da chamada',
  toolbar: {
    more: 'Mais',
    close: 'Fechar',
    screen: {
      name: 'Compartilhamento de tela',
      turnOn: 'Compartilhar tela',
      turnOff: 'Parar de compartilhar',
    },
    hand: { name: 'Mão levantada', turnOn: 'Levantar a mão', turnOff: 'Baixar a mão' },
    reactions: 'Reações',
    chat: 'Chat',
    unread: (count) => (numbers.select(count) === 'one' ? `${count} nova mensagem` : `${count} novas mensagens`),
    people: 'Pessoas',
    settings: 'Configurações',
    pip: {
      name: 'Picture-in-picture',
      turnOn: 'Abrir picture-in-picture',
      turnOff: 'Fechar picture-in-picture',
    },
    fullscreen: { name: 'Tela cheia', turnOn: 'Entrar em tela cheia', turnOff: 'Sair da tela cheia' },
  },
  invite: {
    copy: 'Copiar link de convite',
    share: 'Convidar outras pessoas',
    copied: 'Link copiado',
    byHand: 'Link para esta chamada',
  },

  guest: 'Convidado',
  self: (name) => (name ? `${name} (você)` : 'Você'),
  videoOf: (name) => `Vídeo de ${name}`,
  micOff: 'Microfone desativado',
  link: { connecting: 'Conectando…', reconnecting: 'Reconectando…', failed: 'Sem conexão' },
  tile: {
    pin: 'Fixar',
    unpin: 'Desafixar',
    volume: 'Volume',
    mirror: 'Espelhar a minha imagem',
    unmirror: 'Não espelhar a minha imagem',
    hideSelf: 'Ocultar a minha imagem',
    fit: 'Mostrar a imagem inteira',
    fill: 'Preencher o quadro',
    pip: 'Picture-in-picture',
    snapshot: 'Salvar uma imagem',
    detail: 'Conexão',
  },
  linkDetail: {
    path: 'Caminho',
    direct: 'Direto',
    relayed: 'Por retransmissão',
    resolution: 'Resolução',
    frameRate: 'Quadros',
    perSecond: '/s',
    bitrate: 'Taxa de bits',
    loss: 'Perdas',
    delay: 'Ida e volta',
  },

  participants: 'Participantes',
  stage: {
    floating: 'A sua imagem. As teclas de seta a levam para outro canto.',
    showSelf: 'Mostrar a minha imagem',
    screenOf: (name) => `Tela de ${name}`,
    ownScreen: 'A sua tela',
    handRaised: 'Mão levantada',
    sharing: 'Compartilha uma tela',
    speaking: 'Está falando',
    options: (name) => (name ? `Opções de ${name}` : 'As suas opções'),
    pageOf: (page, pages) => `Página ${page} de ${pages}`,
    previousPage: 'Página anterior',
    nextPage: 'Página seguinte',
  },
  alone: { title: 'Ainda não há mais ninguém', text: 'As outras pessoas aparecem assim que entrarem.' },
  deserted: { title: 'Todos os outros saíram', text: 'Quem voltar aparece aqui.' },
  elsewhere: { text: 'A chamada está em uma janela própria.', action: 'Trazer de volta' },

  prejoin: {
    title: 'Tudo pronto?',
    preview: 'A sua prévia',
    cameraOff: 'A sua câmera está desativada',
    name: 'O seu nome',
    namePlaceholder: 'Visível para os outros',
    join: 'Entrar na chamada',
    present: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'está' : 'estão'} na chamada`,
    nobody: 'Ainda não há ninguém na chamada',
    devices: 'Dispositivos',
  },
  devices: {
    title: 'Dispositivos',
    speaker: 'Alto-falante',
    systemDefault: 'Padrão do sistema',
    none: 'Nenhum dispositivo encontrado',
    level: 'Nível do microfone',
    test: 'Reproduzir um som de teste',
    testing: 'Reproduzindo…',
    testFailed: 'Não foi possível reproduzir o som. Escolha outro alto-falante.',
    flip: 'Outra câmera',
  },
  help: {
    title: 'Como permitir',
    chromium: 'Pressione o ícone à esquerda do endereço, permita a câmera e o microfone e tente novamente.',
    firefox: 'Pressione o ícone riscado à esquerda do endereço, remova o bloqueio e tente novamente.',
    safari: 'Escolha Safari › Ajustes deste site… e permita a câmera e o microfone.',
    safariPhone: 'Toque no ícone ao lado do endereço, depois em Ajustes do site, e permita a câmera e o microfone.',
    mac: 'Se não for suficiente: Ajustes do Sistema › Privacidade e Segurança › Câmera, e Microfone: ative este navegador e reinicie-o.',
    windows:
      'Se não for suficiente: Configurações › Privacidade e segurança › Câmera, e Microfone: permita o acesso aos aplicativos da área de trabalho.',
    android: 'Se não for suficiente: Configurações › Aplicativos › este navegador › Permissões.',
    ios: 'Se não for suficiente: Ajustes › Privacidade e Segurança › Câmera, e Microfone: ative este navegador.',
  },
  check: {
    title: 'Testar dispositivos e conexão',
    start: 'Iniciar o teste',
    again: 'Testar novamente',
    running: 'Testando…',
    yes: 'Sim',
    no: 'Não',
    passed: 'Funciona',
    doubtful: 'Vale verificar',
    failed: 'Não funciona',
    names: {
      microphone: 'Microfone',
      camera: 'Câmera',
      speaker: 'Alto-falante',
      server: 'Servidor da sala',
      connection: 'Conexão',
      relay: 'Retransmissão',
    },
    said: {
      'say-something': 'Diga alguma coisa, por favor.',
      heard: 'O seu microfone capta a sua voz.',
      quiet: 'O som está muito baixo. Aproxime-se ou aumente o volume do microfone nas configurações do sistema.',
      silent: 'Não chega nenhum som. Procure um botão no microfone ou escolha outro.',
      blocked: 'O navegador bloqueia o acesso. Permita-o ao lado do endereço desta página.',
      missing: 'Nenhum dispositivo encontrado. Conecte um e teste novamente.',
      busy: 'Outro programa está usando o dispositivo. Feche esse programa e teste novamente.',
      unmeasured: 'Está aberto. Este navegador não informa o nível do som.',
      seen: 'A sua câmera mostra uma imagem.',
      dark: 'A imagem está preta. Verifique se algo cobre a lente.',
      frozen: 'Não chega nenhuma imagem. Desconecte a câmera e conecte-a de novo, ou escolha outra.',
      'did-you-hear': 'Ouviu duas notas?',
      audible: 'É possível ouvir a chamada.',
      inaudible: 'Escolha outro alto-falante e aumente o volume.',
      reached: 'O servidor da sala responde.',
      unreachable: 'O servidor da sala não responde. Verifique a sua conexão com a internet.',
      direct: 'O seu navegador consegue se conectar, e o endereço dele é visível de fora.',
      local:
        'O seu navegador consegue se conectar. O endereço dele não foi encontrado de fora: chamadas para além da sua rede podem precisar da retransmissão.',
      nothing: 'Nenhuma conexão foi estabelecida. Talvez um firewall ou uma extensão do navegador a impeça.',
      relayed: 'Com ela, as chamadas atravessam firewalls.',
      'no-relay': 'Não está configurada. Entre algumas redes, as chamadas não se conectarão.',
      'relay-failed': 'Não foi possível acessá-la. Tente outra rede, como a internet móvel de um telefone.',
    },
  },

  joining: { title: 'Entrando…', text: 'Só leva um momento.' },
  reconnecting: {
    title: 'Conexão perdida',
    text: 'Reconectando. A chamada continua assim que a sua rede voltar.',
  },
  muted: {
    title: 'O anfitrião silenciou o seu microfone',
    text: 'Pode ativá-lo de novo quando quiser falar.',
  },
  playback: { title: 'O seu navegador bloqueia o som', action: 'Ativar som' },
  notice: {
    silent: {
      title: 'Ninguém ouve a sua voz',
      text: 'O seu microfone está ativado, mas não chega nenhum som. Verifique o botão dele.',
    },
    talking: { title: 'O seu microfone está silenciado', text: 'Ninguém ouve o que você diz.' },
    paused: { title: 'O seu microfone está em pausa', text: 'Está em uso pelo sistema ou por outra chamada.' },
    deafened: {
      title: 'Você não ouve ninguém',
      text: 'O som da chamada está desativado.',
      action: 'Ouvir todos',
    },
  },
  rejoin: 'Entrar novamente',
  retry: 'Tentar novamente',
  cancel: 'Cancelar',
  dismiss: 'Fechar',
  errors,
  left,
  announce: {
    joined: (count) =>
      count === 0 ? 'Você está na chamada. Ainda não há mais ninguém.' : `Você está na chamada com ${others(count)}.`,
    arrived: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'entrou' : 'entraram'}`,
    departed: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'saiu' : 'saíram'}`,
    reconnected: 'A conexão foi restabelecida.',
    hosting: 'Agora você é o anfitrião.',
    unreachable: (names, more) => `Não há conexão com ${people(names, more)}`,
    raised: (names, more) => `${people(names, more)} ${isOne(names, more) ? 'levantou' : 'levantaram'} a mão`,
    wrote: (name, text, isPrivate) => (isPrivate ? `${name}, só para você: ${text}` : `${name}: ${text}`),
  },

  chat: {
    none: {
      title: 'Ainda não há mensagens',
      text: 'O que você escreve vai direto para as pessoas na chamada. Nenhum servidor o guarda.',
    },
    messages: 'Mensagens',
    message: 'Mensagem',
    write: 'Mensagem para todos',
    writeTo: (name) => `Mensagem para ${name}`,
    send: 'Enviar',
    to: 'Para',
    everyone: 'Todos',
    gone: 'Saiu da chamada',
    only: (name) => `Só para ${name}`,
    onlyYou: 'Só para você',
    waiting: 'Aguardando a conexão',
    notDelivered: 'Não entregue',
    newer: 'Novas mensagens',
  },
  people: {
    host: 'Anfitrião',
    hand: (place) => `Mão levantada, número ${place}`,
    sharing: 'Compartilha uma tela',
    cameraOff: 'Câmera desativada',
    more: (name) => `Mais opções de ${name}`,
    volume: 'Volume',
    pin: 'Fixar',
    unpin: 'Desafixar',
    mute: 'Silenciar',
    muteAll: 'Silenciar todos',
    questions: {
      'p2p-host-request': {
        ask: 'Tornar anfitrião',
        text: (name) => `Passar a ${name} o papel de anfitrião? Você passará a participar como convidado.`,
        yes: 'Passar',
      },
      'p2p-remove-request': {
        ask: 'Remover da chamada',
        text: (name) => `Remover ${name} da chamada?`,
        yes: 'Remover',
      },
      'p2p-end-request': {
        ask: 'Encerrar para todos',
        text: () => 'Encerrar a chamada para todos?',
        yes: 'Encerrar',
      },
    },
  },
  settings: {
    microphone: 'O seu microfone',
    echoCancellation: 'Remover eco',
    noiseSuppression: 'Remover ruído de fundo',
    autoGainControl: 'Ajustar o volume automaticamente',
    music: 'Modo música',
    musicHint: 'Transmite o som tal como é. Use fones de ouvido.',
    listenWhileMuted: 'Avisar-me se eu falar com o microfone silenciado',
    listenHint: 'Mantém o microfone aberto enquanto está silenciado. Ninguém o ouve.',
    sound: 'O que você ouve',
    deafen: 'Desativar o som de todos',
    sounds: 'Sons de entrada, saída e mensagens',
    check: 'Testar dispositivos e conexão',
  },
  shortcuts: {
    title: 'Atalhos de teclado',
    text: 'Funcionam enquanto o foco está na chamada, e nunca enquanto você escreve.',
    space: 'Espaço',
    hold: 'Manter pressionado para falar com o microfone silenciado, ou para silenciá-lo quando aberto',
  },
};
