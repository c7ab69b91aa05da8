import { playTones, type Tone, type Voice } from './tones.js';

/** Two notes, a fifth apart. */
const notes: readonly Tone[] = [
  { hertz: 523.25, atMs: 100, lengthMs: 720 },
  { hertz: 783.99, atMs: 550, lengthMs: 720 },
];
const voice: Voice = { type: 'triangle', peak: 0.25 };
/** Until the last one has died away, on a device that takes its time to begin. */
const lengthMs = 1_350;

/** Plays a short sound through a speaker (undefined: the system's default). Resolves when it is over; rejects where it cannot be heard. */
export async function playTestSound(speakerId: string | undefined): Promise<void> {
  const context = new AudioContext();
  const sound = context.createMediaStreamDestination();
  const player = document.createElement('audio');
  player.srcObject = sound.stream;
  try {
    if (speakerId && player.setSinkId) await player.setSinkId(speakerId);
    await player.play();
    playTones(sound, notes, voice);
    await new Promise((resolve) => setTimeout(resolve, lengthMs));
  } finally {
    player.pause();
    player.srcObject = null;
    void context.close();
  }
}
