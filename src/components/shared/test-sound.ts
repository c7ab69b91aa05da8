/** Two notes, a fifth apart, and their length. */
const notesHz = [523.25, 783.99];
const noteSeconds = 0.45;
const loudness = 0.25;

/** Plays a short sound through a speaker (undefined: the system's default). Resolves when it is over; rejects where it cannot be heard. */
export async function playTestSound(speakerId: string | undefined): Promise<void> {
  const context = new AudioContext();
  const sound = context.createMediaStreamDestination();
  const player = document.createElement('audio');
  player.srcObject = sound.stream;
  try {
    if (speakerId && player.setSinkId) await player.setSinkId(speakerId);
    await player.play();
    notesHz.forEach((frequency, index) => {
      const startAt = context.currentTime + 0.1 + index * noteSeconds;
      const note = new OscillatorNode(context, { frequency, type: 'triangle' });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, startAt);
      volume.gain.linearRampToValueAtTime(loudness, startAt + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, startAt + noteSeconds * 1.6);
      note.connect(volume).connect(sound);
      note.start(startAt);
      note.stop(startAt + noteSeconds * 1.7);
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000 * noteSeconds * (notesHz.length + 1)));
  } finally {
    player.pause();
    player.srcObject = null;
    void context.close();
  }
}
