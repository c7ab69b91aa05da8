// Two calls as a page of another site has them: the script of a room server and nothing else. Tells the page around of what
// happens, as plain values.
const parameters = new URLSearchParams(location.search);
const tell = (type, value) => parent.postMessage({ type, value }, '*');

addEventListener('securitypolicyviolation', (event) =>
  tell('violation', `${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
);
addEventListener('error', (event) => tell('thrown', event.message));
addEventListener('unhandledrejection', (event) => tell('thrown', String(event.reason)));
document.addEventListener('p2p-error', (event) => tell('error', event.detail.error.code));

for (const call of document.querySelectorAll('p2p-call')) {
  call.setAttribute('room', parameters.get('room'));
  call.addEventListener('p2p-connection-change', ({ detail }) => tell('connection', `${call.id} ${detail.connection}`));
  call.addEventListener('p2p-participant-changed', ({ detail: { participant } }) => {
    if (participant.camera === 'on' && !participant.self) void watch(call, participant.id);
  });
}

const watched = new Set();
async function watch(call, id) {
  if (watched.has(call)) return;
  watched.add(call);
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = call.streamOf(id, 'camera');
  // In sight: browsers draw no frames for nobody.
  Object.assign(video.style, {
    position: 'fixed',
    top: '0',
    left: call.id === 'first' ? '0' : '80px',
    width: '80px',
    zIndex: '9',
  });
  document.body.append(video);
  video.requestVideoFrameCallback(() => video.requestVideoFrameCallback(() => tell('moving', call.id)));
  await video.play();
}

function labelsIn(root) {
  const own = [...root.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'));
  return [
    ...own,
    ...[...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? labelsIn(element.shadowRoot) : [])),
  ];
}

function stateOf(call) {
  const videos = [...document.querySelectorAll('video')].map(({ readyState, paused, videoWidth, srcObject }) => ({
    readyState,
    paused,
    videoWidth,
    tracks: srcObject?.getTracks().map((track) => `${track.kind} ${track.readyState} ${track.muted}`),
  }));
  const people = call.participants.map(({ self, connection, camera }) => ({ self, connection, camera }));
  return JSON.stringify({ call: call.id, state: call.state, people, visible: document.visibilityState, videos });
}

addEventListener('message', ({ data }) => {
  if (data === 'states') for (const call of document.querySelectorAll('p2p-call')) tell('state', stateOf(call));
  if (data === 'labels') tell('labels', labelsIn(document.querySelector('#second').shadowRoot).join(', '));
});

// Twice, as two widgets of one page may bring it along: the second must not throw.
await import(parameters.get('bundle'));
if (parameters.has('again')) await import(`${parameters.get('bundle')}?again`);
tell('loaded', true);
