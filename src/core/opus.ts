/** Bits per second that music needs; speech in one channel takes a third (RFC 7587 section 3.1.1). */
const stereoBitrate = 128_000;

/**
 * Changes a description (RFC 8866): Opus gets two channels in the media sections for which `isStereo` is true (counted from 0), and
 * one in the others. In an own description that is what this side plays, in the other side's what this side sends (RFC 7587
 * section 7.1).
 */
export function withStereo(sdp: string, isStereo: (section: number) => boolean): string {
  const [head = '', ...sections] = sdp.split(/^(?=m=)/mu);
  return head + sections.map((section, index) => withChannels(section, isStereo(index))).join('');
}

function withChannels(section: string, isStereo: boolean): string {
  const payload = /^a=rtpmap:(\d+) opus\//imu.exec(section)?.[1];
  if (payload === undefined) return section;
  return section.replace(new RegExp(`^(a=fmtp:${payload}) (.*)$`, 'mu'), (_line, name: string, values: string) => {
    const others = values.split(';').filter((value) => !/^\s*(?:stereo|maxaveragebitrate)=/u.test(value));
    return `${name} ${[...others, ...(isStereo ? ['stereo=1', `maxaveragebitrate=${stereoBitrate}`] : [])].join(';')}`;
  });
}
