/** The room of an address that names none, so that two browsers that open it as it is printed meet. */
const defaultRoom = 'playground';

const adjectives =
  'amber brave bright calm clever cosy eager early gentle happy lively lucky merry mellow neat quick quiet sunny swift warm';
const nouns =
  'badger beacon brook canyon cedar comet falcon garden harbor island lantern maple meadow orchid otter pebble robin sparrow summit willow';

/** The room that the address of this page names. */
export function roomOf(address: string): string {
  return new URL(address).searchParams.get('room')?.trim() || defaultRoom;
}

/** The address of this page with a room in it; the shortest that leads there. */
export function addressOf(address: string, room: string | undefined): string {
  const url = new URL(address);
  url.hash = '';
  url.search = '';
  if (room !== undefined && room !== defaultRoom) url.searchParams.set('room', room);
  return url.href;
}

/** A room that is easily read out and seldom taken, such as `quiet-otter-42`. `random` gives numbers from 0 up to 1. */
export function randomRoom(random: () => number): string {
  const pick = (words: string): string => {
    const list = words.split(' ');
    return list[Math.floor(random() * list.length)] ?? '';
  };
  return `${pick(adjectives)}-${pick(nouns)}-${Math.floor(random() * 90) + 10}`;
}

/** Whether a host name means the computer that the page is open on. */
export function isLocal(hostname: string): boolean {
  return /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(hostname);
}
