import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const lists = new Intl.ListFormat('ko', { type: 'conjunction' });

/** A name with an honorific, unless the name contains one or stands for the reader. The particles that follow must fit 님. */
function nim(name: string): string {
  return name.endsWith('님') ? name : `${name}님`;
}

/** The possessive form of a name, or of the reader as `self` gives it. */
function of(name: string): string {
  if (name === '나') return '내';
  return name.endsWith('(나)') ? `${name}의` : `${nim(name)}의`;
}

/** Ends in 님 or 명, so that the particles after it are those for a final consonant. */
function people(names: readonly string[], more: number): string {
  const named = names.map(nim);
  return more === 0 ? lists.format(named) : `${named.join(', ')} 외 ${more}명`;
}

const errors: ErrorWords = {
  'mic-denied': {
    title: '마이크가 차단되었습니다',
    text: '브라우저가 이 페이지의 마이크 사용을 허용하지 않아 아무도 내 목소리를 들을 수 없습니다.',
    remedy: '주소 표시줄에서 마이크를 허용한 후 다시 시도하세요.',
  },
  'camera-denied': {
    title: '카메라가 차단되었습니다',
    text: '브라우저가 이 페이지의 카메라 사용을 허용하지 않아 아무도 내 모습을 볼 수 없습니다.',
    remedy: '주소 표시줄에서 카메라를 허용한 후 다시 시도하세요.',
  },
  'screen-denied': {
    title: '화면이 공유되지 않았습니다',
    text: '브라우저에 화면 녹화 권한이 없습니다.',
    remedy: '다시 시도하여 창을 선택하세요. 시스템 설정에서 브라우저의 화면 녹화를 허용해야 할 수도 있습니다.',
  },
  'device-missing': {
    title: '기기를 찾을 수 없습니다',
    text: '카메라나 마이크가 연결되어 있지 않습니다. 없어도 참여할 수 있습니다.',
    remedy: '기기를 연결한 후 다시 시도하세요.',
  },
  'device-busy': {
    title: '카메라나 마이크가 사용 중입니다',
    text: '다른 프로그램이나 탭에서 사용하고 있습니다.',
    remedy: '사용 중인 프로그램을 닫으세요. 사용할 수 있게 되면 자동으로 켜집니다.',
  },
  'insecure-context': {
    title: '안전하지 않은 페이지입니다',
    text: '브라우저는 https로 연 페이지에서만 카메라와 마이크를 사용하도록 허용합니다.',
    remedy: 'https://로 시작하는 주소로 페이지를 여세요.',
  },
  'policy-blocked': {
    title: '이 페이지에서는 카메라와 마이크를 사용할 수 없습니다',
    text: '통화를 포함하고 있는 페이지에서 사용 권한을 넘겨주지 않았습니다.',
    remedy: '통화를 별도의 탭에서 열거나 사이트 운영자에게 알려 주세요.',
  },
  'unsupported-browser': {
    title: '이 브라우저에서는 통화할 수 없습니다',
    text: '영상 통화에 필요한 기능이 없습니다.',
    remedy: '최신 버전의 Chrome, Edge, Firefox 또는 Safari에서 페이지를 여세요.',
  },
  'bad-room': {
    title: '존재하지 않는 방입니다',
    text: '통화에 방 이름이 없거나 사용할 수 없는 이름입니다.',
    remedy: '받은 링크를 확인하세요.',
  },
  'bad-token': {
    title: '이 방에 들어갈 수 없습니다',
    text: '초대가 유효하지 않거나 만료되었습니다.',
    remedy: '초대를 보낸 사이트에서 새 링크를 여세요.',
  },
  'version-mismatch': {
    title: '페이지가 최신 상태가 아닙니다',
    text: '페이지를 연 이후 통화가 업데이트되었습니다.',
    remedy: '페이지를 새로고침하세요.',
  },
  'server-unreachable': {
    title: '방에 연결할 수 없습니다',
    text: '서버가 응답하지 않습니다.',
    remedy: '인터넷 연결을 확인하세요.',
  },
  'file-missing': {
    title: '일부를 불러오지 못했습니다',
    text: '통화의 일부를 불러오지 못했습니다. 나머지는 계속됩니다.',
    remedy: '가능할 때 페이지를 새로 고침해 주세요.',
  },
  'room-full': {
    title: '방이 가득 찼습니다',
    text: '이 방의 정원이 모두 찼습니다.',
    remedy: '누군가 나간 후 다시 시도하세요.',
  },
  'peer-unreachable': {
    title: '연결할 수 없는 참여자가 있습니다',
    text: '서로의 네트워크를 잇는 경로를 찾지 못했습니다. 다른 참여자에게는 영향이 없습니다.',
    remedy: '나갔다가 다시 참여하거나 다른 네트워크를 사용하면 해결될 수 있습니다.',
  },
  'no-relay': {
    title: '중계 서버가 설정되지 않았습니다',
    text: '이 통화는 중계 서버를 통해서만 연결되는데, 설정된 서버가 없어 아무와도 연결할 수 없습니다.',
    remedy: '사이트 운영자에게 알려 주세요.',
  },
  'rate-limited': {
    title: '요청이 너무 많습니다',
    text: '방 서버가 이 페이지의 요청을 제한했습니다.',
    remedy: '잠시 후 다시 시도하세요.',
  },
  'bad-value': {
    title: '작업을 완료하지 못했습니다',
    text: '이 페이지가 통화에서 할 수 없는 작업을 요청했습니다.',
    remedy: '',
  },
  'not-joined': {
    title: '통화에 참여하고 있지 않습니다',
    text: '통화 중에만 할 수 있는 작업입니다.',
    remedy: '먼저 통화에 참여하세요.',
  },
  'not-host': {
    title: '호스트만 할 수 있는 작업입니다',
    text: '게스트로 통화에 참여하고 있습니다.',
    remedy: '호스트에게 요청하세요.',
  },
  aborted: {
    title: '중단되었습니다',
    text: '다른 작업이 먼저 진행되었습니다.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: '통화에서 나왔습니다', text: '카메라와 마이크가 꺼졌습니다.', remedy: '' },
  removed: { title: '통화에서 내보내졌습니다', text: '호스트가 통화에서 내보냈습니다.', remedy: '' },
  ended: { title: '통화가 종료되었습니다', text: '호스트가 모두의 통화를 종료했습니다.', remedy: '' },
  replaced: {
    title: '다른 곳에서 참여했습니다',
    text: '다른 탭이나 기기에서 통화가 계속됩니다.',
    remedy: '여기로 다시 가져올 수 있습니다.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: '연결이 끊어졌습니다',
    text: '통화에서 연결이 끊겼습니다.',
    remedy: '인터넷 연결을 확인한 후 다시 참여하세요.',
  },
  'room-changed': { title: '방을 옮겼습니다', text: '이전 통화에서 나왔습니다.', remedy: '' },
  'page-closed': { title: '통화에서 나왔습니다', text: '페이지가 닫혔습니다.', remedy: '' },
};

/** Korean. */
export const ko: Dictionary = {
  lang: 'ko',
  dir: 'ltr',

  controls: '통화 컨트롤',
  microphone: {
    name: '마이크',
    turnOn: '음소거 해제',
    turnOff: '음소거',
    blocked: '브라우저가 마이크를 차단했습니다. 누르면 다시 시도합니다.',
    missing: '마이크를 찾을 수 없습니다. 누르면 다시 시도합니다.',
  },
  camera: {
    name: '카메라',
    turnOn: '카메라 켜기',
    turnOff: '카메라 끄기',
    blocked: '브라우저가 카메라를 차단했습니다. 누르면 다시 시도합니다.',
    missing: '카메라를 찾을 수 없습니다. 누르면 다시 시도합니다.',
  },
  leave: '통화에서 나가기',
  toolbar: {
    more: '더보기',
    close: '닫기',
    screen: { name: '화면 공유', turnOn: '화면 공유', turnOff: '공유 중지' },
    hand: { name: '손들기', turnOn: '손들기', turnOff: '손 내리기' },
    reactions: '반응',
    chat: '채팅',
    unread: (count) => `새 메시지 ${count}개`,
    people: '참여자',
    settings: '설정',
    pip: { name: 'PIP 모드', turnOn: 'PIP 모드 열기', turnOff: 'PIP 모드 닫기' },
    fullscreen: { name: '전체 화면', turnOn: '전체 화면으로 보기', turnOff: '전체 화면 종료' },
  },
  invite: {
    copy: '초대 링크 복사',
    share: '초대하기',
    copied: '링크가 복사되었습니다',
    byHand: '이 통화의 링크',
  },

  guest: '게스트',
  self: (name) => (name ? `${name}(나)` : '나'),
  videoOf: (name) => `${of(name)} 영상`,
  micOff: '마이크 꺼짐',
  link: { connecting: '연결 중…', reconnecting: '다시 연결 중…', failed: '연결할 수 없음' },
  tile: {
    pin: '고정',
    unpin: '고정 해제',
    volume: '음량',
    mirror: '내 영상 좌우 반전',
    unmirror: '내 영상 좌우 반전 해제',
    hideSelf: '내 영상 숨기기',
    fit: '영상 전체 보기',
    fill: '타일에 꽉 채우기',
    pip: 'PIP 모드',
    snapshot: '사진 저장',
    detail: '연결',
  },
  linkDetail: {
    path: '경로',
    direct: '직접 연결',
    relayed: '중계 서버 경유',
    resolution: '해상도',
    frameRate: '프레임 속도',
    perSecond: 'fps',
    bitrate: '비트 전송률',
    loss: '손실',
    delay: '왕복 시간',
  },

  participants: '참여자',
  stage: {
    floating: '내 영상. 화살표 키를 누르면 다른 모서리로 이동합니다.',
    showSelf: '내 영상 표시',
    screenOf: (name) => `${of(name)} 화면`,
    ownScreen: '내 화면',
    handRaised: '손을 듦',
    sharing: '화면 공유 중',
    speaking: '말하는 중',
    options: (name) => (name ? `${of(name)} 옵션` : '내 옵션'),
    pageOf: (page, pages) => `${pages}페이지 중 ${page}페이지`,
    previousPage: '이전 페이지',
    nextPage: '다음 페이지',
  },
  alone: { title: '아직 다른 사람이 없습니다', text: '다른 사람이 참여하면 바로 표시됩니다.' },
  deserted: { title: '다른 참여자가 모두 나갔습니다', text: '다시 들어오는 사람이 여기에 표시됩니다.' },
  elsewhere: { text: '통화가 별도의 창에서 진행 중입니다.', action: '여기로 가져오기' },

  prejoin: {
    title: '참여할 준비가 되셨나요?',
    preview: '내 미리보기',
    cameraOff: '카메라가 꺼져 있습니다',
    name: '이름',
    namePlaceholder: '다른 참여자에게 표시되는 이름',
    join: '통화 참여',
    present: (names, more) => `${people(names, more)}이 통화 중입니다`,
    nobody: '아직 아무도 참여하지 않았습니다',
    devices: '기기',
  },
  devices: {
    title: '기기',
    speaker: '스피커',
    systemDefault: '시스템 기본값',
    none: '찾을 수 없음',
    level: '마이크 입력 레벨',
    test: '테스트 소리 재생',
    testing: '재생 중…',
    testFailed: '소리를 재생할 수 없습니다. 다른 스피커를 선택하세요.',
    flip: '카메라 전환',
  },
  help: {
    title: '허용하는 방법',
    chromium: '주소 왼쪽의 아이콘을 눌러 카메라와 마이크를 허용한 후 다시 시도하세요.',
    firefox: '주소 왼쪽의 사선이 그어진 아이콘을 눌러 차단을 해제한 후 다시 시도하세요.',
    safari: 'Safari › 이 웹 사이트에 대한 설정…을 선택하고 카메라와 마이크를 허용하세요.',
    safariPhone: '주소 옆의 아이콘을 탭하고 웹 사이트 설정에서 카메라와 마이크를 허용하세요.',
    mac: '그래도 안 되면 시스템 설정 › 개인정보 보호 및 보안 › 카메라와 마이크에서 이 브라우저를 켜고 브라우저를 다시 시작하세요.',
    windows: '그래도 안 되면 설정 › 개인 정보 및 보안 › 카메라와 마이크에서 데스크톱 앱의 사용을 허용하세요.',
    android: '그래도 안 되면 설정 › 앱 › 이 브라우저 › 권한에서 허용하세요.',
    ios: '그래도 안 되면 설정 › 개인정보 보호 및 보안 › 카메라와 마이크에서 이 브라우저를 켜세요.',
  },
  check: {
    title: '기기 및 연결 점검',
    start: '점검 시작',
    again: '다시 점검',
    running: '점검 중…',
    yes: '예',
    no: '아니요',
    passed: '정상',
    doubtful: '확인 필요',
    failed: '작동하지 않음',
    names: {
      microphone: '마이크',
      camera: '카메라',
      speaker: '스피커',
      server: '방 서버',
      connection: '연결',
      relay: '중계 서버',
    },
    said: {
      'say-something': '아무 말이나 해 보세요.',
      heard: '마이크에 목소리가 잘 들립니다.',
      quiet: '소리가 매우 작습니다. 마이크에 더 가까이 가거나 시스템 설정에서 마이크 음량을 높이세요.',
      silent: '소리가 들어오지 않습니다. 마이크에 스위치가 있는지 확인하거나 다른 마이크를 선택하세요.',
      blocked: '브라우저가 차단했습니다. 이 페이지의 주소 옆에서 허용하세요.',
      missing: '찾을 수 없습니다. 기기를 연결한 후 다시 점검하세요.',
      busy: '다른 프로그램에서 사용 중입니다. 해당 프로그램을 닫은 후 다시 점검하세요.',
      unmeasured: '마이크가 켜져 있습니다. 이 브라우저에서는 소리 크기를 측정할 수 없습니다.',
      seen: '카메라 영상이 보입니다.',
      dark: '영상이 까맣게 나옵니다. 렌즈가 가려져 있지 않은지 확인하세요.',
      frozen: '영상이 들어오지 않습니다. 카메라를 뽑았다가 다시 연결하거나 다른 카메라를 선택하세요.',
      'did-you-hear': '소리가 두 번 들렸나요?',
      audible: '통화 소리를 들을 수 있습니다.',
      inaudible: '다른 스피커를 선택하고 음량을 높이세요.',
      reached: '방 서버가 응답합니다.',
      unreachable: '방 서버가 응답하지 않습니다. 인터넷 연결을 확인하세요.',
      direct: '브라우저가 연결할 수 있으며 외부에서 주소를 찾을 수 있습니다.',
      local:
        '브라우저가 연결할 수 있지만 외부에서 주소를 찾지 못했습니다. 내 네트워크 밖과 통화하려면 중계 서버가 필요할 수 있습니다.',
      nothing: '연결하지 못했습니다. 방화벽이나 브라우저 확장 프로그램이 막고 있을 수 있습니다.',
      relayed: '방화벽이 있어도 통화가 연결됩니다.',
      'no-relay': '설정되지 않았습니다. 일부 네트워크 사이에서는 통화가 연결되지 않습니다.',
      'relay-failed': '연결할 수 없습니다. 모바일 핫스팟 등 다른 네트워크를 사용해 보세요.',
    },
  },

  joining: { title: '참여하는 중…', text: '잠시만 기다려 주세요.' },
  reconnecting: {
    title: '연결이 끊어졌습니다',
    text: '다시 연결하는 중입니다. 네트워크가 복구되면 통화가 이어집니다.',
  },
  muted: { title: '호스트가 나를 음소거했습니다', text: '말하고 싶을 때 언제든지 음소거를 해제할 수 있습니다.' },
  playback: { title: '브라우저가 소리 재생을 막고 있습니다', action: '소리 켜기' },
  notice: {
    silent: {
      title: '아무도 내 목소리를 들을 수 없습니다',
      text: '마이크가 켜져 있지만 소리가 들어오지 않습니다. 마이크의 스위치를 확인하세요.',
    },
    talking: { title: '음소거 상태입니다', text: '지금 하는 말이 아무에게도 들리지 않습니다.' },
    paused: {
      title: '마이크를 잠시 사용할 수 없습니다',
      text: '시스템이나 다른 통화에서 마이크를 사용하고 있습니다.',
    },
    deafened: {
      title: '아무 소리도 들리지 않는 상태입니다',
      text: '통화의 모든 소리를 껐습니다.',
      action: '모두의 소리 듣기',
    },
  },
  rejoin: '다시 참여',
  retry: '다시 시도',
  cancel: '취소',
  dismiss: '닫기',
  errors,
  left,
  announce: {
    joined: (others) =>
      others === 0
        ? '통화에 참여했습니다. 아직 다른 사람이 없습니다.'
        : `통화에 참여했습니다. 다른 참여자가 ${others}명 있습니다.`,
    arrived: (names, more) => `${people(names, more)}이 참여했습니다`,
    departed: (names, more) => `${people(names, more)}이 나갔습니다`,
    reconnected: '다시 연결되었습니다.',
    hosting: '이제 호스트가 되었습니다.',
    unreachable: (names, more) => `${people(names, more)}과 연결할 수 없습니다`,
    raised: (names, more) => `${people(names, more)}이 손을 들었습니다`,
    wrote: (name, text, isPrivate) => (isPrivate ? `${nim(name)}이 나에게만: ${text}` : `${nim(name)}: ${text}`),
  },

  chat: {
    none: {
      title: '아직 메시지가 없습니다',
      text: '메시지는 통화 참여자에게 직접 전달되며 서버에 저장되지 않습니다.',
    },
    messages: '메시지 목록',
    message: '메시지',
    write: '모두에게 메시지 보내기',
    writeTo: (name) => `${nim(name)}에게 메시지 보내기`,
    send: '보내기',
    to: '받는 사람',
    everyone: '모두',
    gone: '통화에서 나감',
    only: (name) => `${nim(name)}에게만`,
    onlyYou: '나에게만',
    waiting: '연결을 기다리는 중',
    notDelivered: '전달되지 않음',
    newer: '새 메시지',
  },
  people: {
    host: '호스트',
    hand: (place) => `손을 듦, ${place}번째`,
    sharing: '화면 공유 중',
    cameraOff: '카메라 꺼짐',
    more: (name) => `${of(name)} 옵션 더보기`,
    volume: '음량',
    pin: '고정',
    unpin: '고정 해제',
    mute: '음소거',
    muteAll: '모두 음소거',
    questions: {
      'p2p-host-request': {
        ask: '호스트로 지정',
        text: (name) => `${nim(name)}을 호스트로 지정할까요? 내 역할은 게스트로 바뀝니다.`,
        yes: '호스트로 지정',
      },
      'p2p-remove-request': {
        ask: '통화에서 내보내기',
        text: (name) => `${nim(name)}을 통화에서 내보낼까요?`,
        yes: '내보내기',
      },
      'p2p-end-request': {
        ask: '모두의 통화 종료',
        text: () => '모두의 통화를 종료할까요?',
        yes: '통화 종료',
      },
    },
  },
  settings: {
    microphone: '내 마이크',
    echoCancellation: '에코 제거',
    noiseSuppression: '배경 소음 제거',
    autoGainControl: '음량 자동 조절',
    music: '음악 모드',
    musicHint: '소리를 원음 그대로 보냅니다. 헤드폰을 사용하세요.',
    listenWhileMuted: '음소거 중에 말하면 알림',
    listenHint: '음소거 중에도 마이크를 켜 둡니다. 소리는 아무에게도 전달되지 않습니다.',
    sound: '들리는 소리',
    deafen: '모두의 소리 끄기',
    sounds: '참여, 나가기, 메시지 알림음',
    check: '기기 및 연결 점검',
  },
  shortcuts: {
    title: '단축키',
    text: '통화에 포커스가 있을 때 작동하며, 글자를 입력하는 동안에는 작동하지 않습니다.',
    space: '스페이스바',
    hold: '누르고 있는 동안 음소거 상태에서는 말하고, 아닐 때는 소리를 끔',
  },
};
