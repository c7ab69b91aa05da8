import { describe, expect, it } from 'vitest';
import { withStereo } from '../../../src/core/opus.js';

const head = ['v=0', 's=-', 't=0 0', 'a=group:BUNDLE 0 1 2', ''].join('\r\n');
const voice = (values: string): string =>
  ['m=audio 9 UDP/TLS/RTP/SAVPF 111 63', 'a=mid:0', 'a=rtpmap:111 opus/48000/2', `a=fmtp:111 ${values}`, ''].join(
    '\r\n',
  );
const video = ['m=video 9 UDP/TLS/RTP/SAVPF 96', 'a=mid:1', 'a=rtpmap:96 VP8/90000', 'a=fmtp:96 stereo=1', ''].join(
  '\r\n',
);
const stereo = 'stereo=1;maxaveragebitrate=128000';

describe('withStereo', () => {
  it('gives Opus two channels where they are asked for, and leaves everything else as it is', () => {
    const sdp = head + voice('minptime=10;useinbandfec=1') + video + voice('minptime=10');
    expect(withStereo(sdp, (section) => section === 2)).toBe(
      head + voice('minptime=10;useinbandfec=1') + video + voice(`minptime=10;${stereo}`),
    );
  });

  it('takes them back where another browser had them by itself', () => {
    const sdp = head + voice('maxplaybackrate=48000; stereo=1;sprop-stereo=1;maxaveragebitrate=510000;useinbandfec=1');
    const mono = 'maxplaybackrate=48000;sprop-stereo=1;useinbandfec=1';
    expect(withStereo(sdp, () => false)).toBe(head + voice(mono));
    expect(withStereo(sdp, () => true)).toBe(head + voice(`${mono};${stereo}`));
  });

  it('says the same twice', () => {
    const once = withStereo(head + voice('minptime=10') + video, () => true);
    expect(withStereo(once, () => true)).toBe(once);
  });

  it('leaves alone what is no description, or none with Opus', () => {
    for (const sdp of ['', 'offer of a fake', head, head + video]) expect(withStereo(sdp, () => true)).toBe(sdp);
  });
});
