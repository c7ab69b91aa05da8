import type { Dictionary, ErrorWords, LeftWords } from './en.js';

const lists = new Intl.ListFormat('ja', { type: 'conjunction' });

/** A name with an honorific, unless the name contains one or stands for the reader. */
function san(name: string): string {
  return /(さん|様|先生|^あなた|（あなた）)$/.test(name) ? name : `${name}さん`;
}

function people(names: readonly string[], more: number): string {
  return lists.format([...names.map(san), ...(more ? [`ほか${more}人`] : [])]);
}

const errors: ErrorWords = {
  'mic-denied': {
    title: 'マイクがブロックされています',
    text: 'このページでのマイクの使用がブラウザで許可されていないため、あなたの声は誰にも聞こえません。',
    remedy: 'アドレスバーでマイクを許可してから、もう一度お試しください。',
  },
  'camera-denied': {
    title: 'カメラがブロックされています',
    text: 'このページでのカメラの使用がブラウザで許可されていないため、あなたの映像は誰にも見えません。',
    remedy: 'アドレスバーでカメラを許可してから、もう一度お試しください。',
  },
  'screen-denied': {
    title: '画面を共有できませんでした',
    text: 'ブラウザに画面の収録が許可されていません。',
    remedy:
      'もう一度操作してウィンドウを選択してください。システム設定でブラウザに画面収録を許可する必要がある場合もあります。',
  },
  'device-missing': {
    title: 'デバイスが見つかりません',
    text: 'カメラまたはマイクが接続されていません。なくても参加できます。',
    remedy: 'デバイスを接続してから、もう一度お試しください。',
  },
  'device-busy': {
    title: 'カメラまたはマイクが使用中です',
    text: '別のアプリまたはタブが使用しています。',
    remedy: '使用中のアプリを閉じてください。使えるようになると自動的にオンになります。',
  },
  'insecure-context': {
    title: 'このページは保護されていません',
    text: 'カメラとマイクを使用できるのは、httpsで開いたページだけです。',
    remedy: 'https://で始まるアドレスでページを開いてください。',
  },
  'policy-blocked': {
    title: 'このページではカメラとマイクを使用できません',
    text: '通話を埋め込んでいるページから使用の許可が渡されていません。',
    remedy: '通話を別のタブで開くか、このサイトの運営者にお知らせください。',
  },
  'unsupported-browser': {
    title: 'このブラウザでは通話できません',
    text: 'ビデオ通話に必要な機能がありません。',
    remedy: '最新版のChrome、Edge、Firefox、Safariのいずれかでページを開いてください。',
  },
  'bad-room': {
    title: 'このルームは存在しません',
    text: '通話のルーム名がないか、使用できない名前です。',
    remedy: '受け取ったリンクを確認してください。',
  },
  'bad-token': {
    title: 'このルームには入れません',
    text: '招待が無効か、有効期限が切れています。',
    remedy: '招待元のサイトから新しいリンクを開いてください。',
  },
  'version-mismatch': {
    title: 'ページが古くなっています',
    text: 'ページを開いたあとに通話が更新されました。',
    remedy: 'ページを再読み込みしてください。',
  },
  'server-unreachable': {
    title: 'ルームに接続できません',
    text: 'サーバーから応答がありません。',
    remedy: 'インターネット接続を確認してください。',
  },
  'file-missing': {
    title: '一部を読み込めません',
    text: '通話の一部を読み込めませんでした。ほかはそのまま使えます。',
    remedy: '都合のよいときにページを再読み込みしてください。',
  },
  'room-full': {
    title: 'ルームが満員です',
    text: 'このルームの定員に達しています。',
    remedy: '誰かが退出してから、もう一度お試しください。',
  },
  'peer-unreachable': {
    title: '接続できない参加者がいます',
    text: 'お互いのネットワークをつなぐ経路が見つかりません。ほかの参加者には影響ありません。',
    remedy: '退出して参加し直すか、別のネットワークに切り替えると改善することがあります。',
  },
  'no-relay': {
    title: '中継サーバーが設定されていません',
    text: 'この通話は中継サーバー経由でのみ接続できますが、設定されていないため誰とも接続できません。',
    remedy: 'このサイトの運営者にお知らせください。',
  },
  'rate-limited': {
    title: '操作が多すぎます',
    text: 'ルームサーバーがこのページからの通信を制限しました。',
    remedy: '少し待ってから、もう一度お試しください。',
  },
  'bad-value': {
    title: '操作を完了できませんでした',
    text: 'このページが、通話では実行できない操作を要求しました。',
    remedy: '',
  },
  'not-joined': {
    title: '通話に参加していません',
    text: 'この操作は通話中にのみ行えます。',
    remedy: '先に通話に参加してください。',
  },
  'not-host': {
    title: 'この操作はホストのみ行えます',
    text: 'あなたはゲストとして参加しています。',
    remedy: 'ホストに依頼してください。',
  },
  aborted: {
    title: '中止しました',
    text: '別の操作が先に行われました。',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: '通話から退出しました', text: 'カメラとマイクはオフになっています。', remedy: '' },
  removed: { title: '通話から削除されました', text: 'ホストがあなたを通話から削除しました。', remedy: '' },
  ended: { title: '通話が終了しました', text: 'ホストが全員の通話を終了しました。', remedy: '' },
  replaced: {
    title: '別の場所から参加しました',
    text: '通話は別のタブまたはデバイスで続いています。',
    remedy: 'この画面に戻すこともできます。',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: '接続が切れました',
    text: '通話から切断されました。',
    remedy: 'インターネット接続を確認してから、もう一度参加してください。',
  },
  'room-changed': { title: 'ルームを移動しました', text: '前の通話から退出しました。', remedy: '' },
  'page-closed': { title: '通話から退出しました', text: 'ページが閉じられました。', remedy: '' },
};

/** Japanese. */
export const ja: Dictionary = {
  lang: 'ja',
  dir: 'ltr',

  controls: '通話の操作',
  microphone: {
    name: 'マイク',
    turnOn: 'ミュートを解除',
    turnOff: 'ミュート',
    blocked: 'ブラウザがマイクをブロックしています。押すと再試行します。',
    missing: 'マイクが見つかりません。押すと再試行します。',
  },
  camera: {
    name: 'カメラ',
    turnOn: 'カメラをオンにする',
    turnOff: 'カメラをオフにする',
    blocked: 'ブラウザがカメラをブロックしています。押すと再試行します。',
    missing: 'カメラが見つかりません。押すと再試行します。',
  },
  leave: '通話から退出',
  toolbar: {
    more: 'その他',
    close: '閉じる',
    screen: { name: '画面共有', turnOn: '画面を共有', turnOff: '共有を停止' },
    hand: { name: '挙手', turnOn: '手を挙げる', turnOff: '手を下ろす' },
    reactions: 'リアクション',
    chat: 'チャット',
    unread: (count) => `新着メッセージ${count}件`,
    people: '参加者',
    settings: '設定',
    pip: {
      name: 'ピクチャーインピクチャー',
      turnOn: 'ピクチャーインピクチャーを開く',
      turnOff: 'ピクチャーインピクチャーを閉じる',
    },
    fullscreen: { name: '全画面表示', turnOn: '全画面表示にする', turnOff: '全画面表示を終了' },
  },
  invite: {
    copy: '招待リンクをコピー',
    share: '招待する',
    copied: 'リンクをコピーしました',
    byHand: 'この通話へのリンク',
  },

  guest: 'ゲスト',
  self: (name) => (name ? `${name}（あなた）` : 'あなた'),
  videoOf: (name) => `${san(name)}の映像`,
  micOff: 'マイクはオフ',
  link: { connecting: '接続中…', reconnecting: '再接続中…', failed: '接続できません' },
  tile: {
    pin: 'ピン留め',
    unpin: 'ピン留めを外す',
    volume: '音量',
    mirror: '自分の映像を左右反転する',
    unmirror: '自分の映像を左右反転しない',
    hideSelf: '自分の映像を隠す',
    fit: '映像全体を表示',
    fill: '枠いっぱいに表示',
    pip: 'ピクチャーインピクチャー',
    snapshot: '画像を保存',
    detail: '接続',
  },
  linkDetail: {
    path: '経路',
    direct: '直接',
    relayed: '中継サーバー経由',
    resolution: '解像度',
    frameRate: 'フレームレート',
    perSecond: 'fps',
    bitrate: 'ビットレート',
    loss: '損失',
    delay: '往復遅延',
  },

  participants: '参加者',
  stage: {
    floating: '自分の映像。矢印キーで別の隅に移動できます。',
    showSelf: '自分の映像を表示',
    screenOf: (name) => `${san(name)}の画面`,
    ownScreen: 'あなたの画面',
    handRaised: '挙手中',
    sharing: '画面を共有中',
    speaking: '発言中',
    options: (name) => (name ? `${san(name)}のオプション` : '自分のオプション'),
    pageOf: (page, pages) => `${page}/${pages}ページ`,
    previousPage: '前のページ',
    nextPage: '次のページ',
  },
  alone: { title: 'まだほかに誰もいません', text: '参加した人がここに表示されます。' },
  deserted: { title: 'ほかの参加者は全員退出しました', text: '戻ってきた人はここに表示されます。' },
  elsewhere: { text: '通話は別のウィンドウで表示されています。', action: 'ここに戻す' },

  prejoin: {
    title: '参加の準備はできましたか？',
    preview: '自分のプレビュー',
    cameraOff: 'カメラはオフです',
    name: '名前',
    namePlaceholder: 'ほかの参加者に表示される名前',
    join: '通話に参加',
    present: (names, more) => `${people(names, more)}が参加しています`,
    nobody: 'まだ誰も参加していません',
    devices: 'デバイス',
  },
  devices: {
    title: 'デバイス',
    speaker: 'スピーカー',
    systemDefault: 'システムのデフォルト',
    none: '見つかりません',
    level: 'マイクのレベル',
    test: 'テスト音を再生',
    testing: '再生中…',
    testFailed: '音を再生できませんでした。別のスピーカーを選択してください。',
    flip: 'カメラを切り替え',
  },
  help: {
    title: '許可する方法',
    chromium: 'アドレスの左にあるアイコンを押し、カメラとマイクを許可してから、もう一度お試しください。',
    firefox: 'アドレスの左にある斜線付きのアイコンを押し、ブロックを解除してから、もう一度お試しください。',
    safari: '「Safari」›「このWebサイトでの設定…」を選択し、カメラとマイクを許可してください。',
    safariPhone: 'アドレスの横にあるアイコンをタップし、「Webサイトの設定」でカメラとマイクを許可してください。',
    mac: 'それでも使えない場合：「システム設定」›「プライバシーとセキュリティ」›「カメラ」と「マイク」で、このブラウザをオンにして再起動してください。',
    windows:
      'それでも使えない場合：「設定」›「プライバシーとセキュリティ」›「カメラ」と「マイク」で、デスクトップアプリのアクセスを許可してください。',
    android: 'それでも使えない場合：「設定」›「アプリ」›このブラウザ›「権限」で許可してください。',
    ios: 'それでも使えない場合：「設定」›「プライバシーとセキュリティ」›「カメラ」と「マイク」で、このブラウザをオンにしてください。',
  },
  check: {
    title: 'デバイスと接続を確認',
    start: '確認を開始',
    again: 'もう一度確認',
    running: '確認中…',
    yes: 'はい',
    no: 'いいえ',
    passed: '問題なし',
    doubtful: '要確認',
    failed: '使用できません',
    names: {
      microphone: 'マイク',
      camera: 'カメラ',
      speaker: 'スピーカー',
      server: 'ルームサーバー',
      connection: '接続',
      relay: '中継サーバー',
    },
    said: {
      'say-something': '何か話してみてください。',
      heard: 'マイクにあなたの声が入っています。',
      quiet: '音がとても小さいです。マイクに近づくか、システム設定でマイクの音量を上げてください。',
      silent: '音が入っていません。マイク本体のスイッチを確認するか、別のマイクを選択してください。',
      blocked: 'ブラウザがブロックしています。このページのアドレスの横で許可してください。',
      missing: '見つかりませんでした。接続してから、もう一度確認してください。',
      busy: '別のアプリが使用しています。そのアプリを閉じてから、もう一度確認してください。',
      unmeasured: 'マイクはオンです。このブラウザでは音の大きさを測定できません。',
      seen: 'カメラの映像が表示されています。',
      dark: '映像が真っ暗です。レンズにカバーがかかっていないか確認してください。',
      frozen: '映像が届いていません。カメラを接続し直すか、別のカメラを選択してください。',
      'did-you-hear': '音が2回聞こえましたか？',
      audible: '通話の音声を聞くことができます。',
      inaudible: '別のスピーカーを選択し、音量を上げてください。',
      reached: 'ルームサーバーから応答がありました。',
      unreachable: 'ルームサーバーから応答がありません。インターネット接続を確認してください。',
      direct: 'ブラウザは接続でき、外部からアドレスを見つけられます。',
      local:
        'ブラウザは接続できますが、外部からアドレスを見つけられませんでした。自分のネットワークの外との通話には、中継サーバーが必要になることがあります。',
      nothing: '接続できませんでした。ファイアウォールまたはブラウザの拡張機能が妨げている可能性があります。',
      relayed: 'ファイアウォール越しでも通話できます。',
      'no-relay': '設定されていません。ネットワークの組み合わせによっては通話がつながりません。',
      'relay-failed': '接続できませんでした。モバイルホットスポットなど、別のネットワークをお試しください。',
    },
  },

  joining: { title: '参加しています…', text: '少々お待ちください。' },
  reconnecting: {
    title: '接続が切れました',
    text: '再接続しています。ネットワークが復旧すると通話が再開します。',
  },
  muted: { title: 'ホストがあなたをミュートしました', text: '話したいときは、いつでもミュートを解除できます。' },
  playback: { title: 'ブラウザが音声の再生を止めています', action: '音声をオンにする' },
  notice: {
    silent: {
      title: 'あなたの声が誰にも聞こえていません',
      text: 'マイクはオンですが、音が入っていません。マイク本体のスイッチを確認してください。',
    },
    talking: { title: 'ミュート中です', text: '話している声は誰にも聞こえていません。' },
    paused: { title: 'マイクが一時的に使えません', text: 'システムまたは別の通話がマイクを使用しています。' },
    deafened: {
      title: '誰の声も聞こえない状態です',
      text: '通話の音声をすべてオフにしています。',
      action: '全員の音声を聞く',
    },
  },
  rejoin: 'もう一度参加',
  retry: '再試行',
  cancel: 'キャンセル',
  dismiss: '閉じる',
  errors,
  left,
  announce: {
    joined: (others) =>
      others === 0
        ? '通話に参加しました。まだほかに誰もいません。'
        : `通話に参加しました。ほかに${others}人が参加しています。`,
    arrived: (names, more) => `${people(names, more)}が参加しました`,
    departed: (names, more) => `${people(names, more)}が退出しました`,
    reconnected: '再接続しました。',
    hosting: 'あなたがホストになりました。',
    unreachable: (names, more) => `${people(names, more)}と接続できません`,
    raised: (names, more) => `${people(names, more)}が手を挙げました`,
    wrote: (name, text, isPrivate) => (isPrivate ? `${san(name)}からあなただけに：${text}` : `${san(name)}：${text}`),
  },

  chat: {
    none: {
      title: 'メッセージはまだありません',
      text: 'メッセージは通話の参加者に直接届きます。サーバーには保存されません。',
    },
    messages: 'メッセージ一覧',
    message: 'メッセージ',
    write: '全員にメッセージを送信',
    writeTo: (name) => `${san(name)}にメッセージを送信`,
    send: '送信',
    to: '宛先',
    everyone: '全員',
    gone: '退出しました',
    only: (name) => `${san(name)}のみに送信`,
    onlyYou: 'あなたのみに送信',
    waiting: '接続を待っています',
    notDelivered: '届きませんでした',
    newer: '新着メッセージ',
  },
  people: {
    host: 'ホスト',
    hand: (place) => `挙手中、${place}番目`,
    sharing: '画面を共有中',
    cameraOff: 'カメラはオフ',
    more: (name) => `${san(name)}のその他の操作`,
    volume: '音量',
    pin: 'ピン留め',
    unpin: 'ピン留めを外す',
    mute: 'ミュート',
    muteAll: '全員をミュート',
    questions: {
      'p2p-host-request': {
        ask: 'ホストにする',
        text: (name) => `${san(name)}をホストにしますか？あなたはゲストになります。`,
        yes: 'ホストにする',
      },
      'p2p-remove-request': {
        ask: '通話から削除',
        text: (name) => `${san(name)}を通話から削除しますか？`,
        yes: '削除',
      },
      'p2p-end-request': {
        ask: '全員の通話を終了',
        text: () => '全員の通話を終了しますか？',
        yes: '通話を終了',
      },
    },
  },
  settings: {
    microphone: 'マイク',
    echoCancellation: 'エコーを除去',
    noiseSuppression: '周囲の雑音を除去',
    autoGainControl: '音量を自動調整',
    music: '音楽モード',
    musicHint: '音を加工せずに送信します。ヘッドホンをお使いください。',
    listenWhileMuted: 'ミュート中に話したら知らせる',
    listenHint: 'ミュート中もマイクを開いたままにします。音声は誰にも届きません。',
    sound: '聞こえる音',
    deafen: '全員の音声をオフにする',
    sounds: '参加、退出、メッセージの通知音',
    check: 'デバイスと接続を確認',
  },
  shortcuts: {
    title: 'キーボードショートカット',
    text: '通話にフォーカスがあるときに使えます。文字の入力中は動作しません。',
    space: 'スペース',
    hold: '押している間、ミュート中なら話す、ミュートしていなければ音声を止める',
  },
};
