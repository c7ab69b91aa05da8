// How browsers are started for tests and measurements: with an invented camera and microphone, and no questions asked.

/** @type {string[]} */
export const chromiumArgs = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  // Two pages on one machine have to find each other without multicast DNS.
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  // The rest keeps the browser from asking its maker for things, which takes long where there is no network.
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @type {Record<string, unknown>} */
export const firefoxPrefs = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.peerconnection.ice.loopback': true,
};
