// Runs in a page before its own scripts: replaces the camera by a drawn person who sways a little, so that pictures show
// people without showing anybody. `globalThis.sitter` says whom, `sitterScale` how large, `sitterSpeaks` whether one hears it.

{
  const width = 1280;
  const height = 720;
  /** Enough for a still picture, and little to encode. */
  const framesPerSecond = 5;

  /** Skin, its shade, hair, clothes, wall, what is behind, the cut of the hair, and what else the person wears. */
  const sitters = {
    Ada: ['#f0c4a4', '#d99b7c', '#5b2e20', '#2f6f73', '#e6d8c6', 'window', 'long', 'glasses'],
    Kofi: ['#7d4f37', '#5f3725', '#1f1713', '#d9a441', '#bfd0d8', 'shelf', 'short', 'beard'],
    Mei: ['#f1cfae', '#dba684', '#1d1e25', '#b9475a', '#d5ddc9', 'plants', 'bob', ''],
    Tomás: ['#d9a27c', '#b97c57', '#8b8d92', '#3c4d7a', '#dfcbc6', 'frames', 'short', 'headphones'],
    Priya: ['#b97d55', '#965f3d', '#1b1513', '#c2562f', '#e3dcc9', 'frames', 'long', ''],
    Omar: ['#c98f66', '#a76d49', '#2b201a', '#4d7a5a', '#cad4e2', 'window', 'short', 'beard glasses'],
    Yuki: ['#f3d6bb', '#dfb08f', '#3a2a24', '#6b5aa8', '#ded4e6', 'shelf', 'bob', 'headphones'],
    Lena: ['#f2c8ad', '#d99f80', '#b98144', '#2f5f8f', '#d3e0d6', 'plants', 'long', ''],
  };

  const box = (x, y, wide, high, radius, fill) =>
    `<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="${radius}" fill="${fill}"/>`;
  const disc = (x, y, radiusX, radiusY, fill) =>
    `<ellipse cx="${x}" cy="${y}" rx="${radiusX}" ry="${radiusY}" fill="${fill}"/>`;
  const shape = (fill, path) => `<path fill="${fill}" d="${path}"/>`;
  const line = (colour, thick, path) =>
    `<path fill="none" stroke="${colour}" stroke-width="${thick}" stroke-linecap="round" d="${path}"/>`;
  const leaves = (x, y, count, length, colour) =>
    Array.from({ length: count }, (_, index) => {
      const reach = length * (0.72 + ((index * 37) % 10) / 32);
      const turn = ((index + 0.5) / count - 0.5) * 143;
      return `<g transform="translate(${x} ${y}) rotate(${turn})">${disc(0, -reach / 2, length / 11, reach / 2, colour)}</g>`;
    }).join('');

  const behind = {
    window: () =>
      box(820, 40, 340, 430, 10, '#fbf7ef') +
      [836, 998].map((x) => box(x, 56, 146, 190, 4, 'url(#sky)') + box(x, 262, 146, 190, 4, 'url(#sky)')).join('') +
      box(800, 470, 380, 22, 6, '#f2e9dc') +
      leaves(887, 412, 8, 92, '#5c8a5a') +
      box(860, 410, 54, 62, 8, '#b5654a') +
      box(90, 150, 230, 300, 8, '#8f6f55') +
      box(106, 166, 198, 268, 4, '#efe3d2') +
      disc(205, 280, 66, 66, '#d98f5f'),
    shelf: () => {
      const colours = ['#8c4a3c', '#3f5d6e', '#c9a227', '#5e7a55', '#d9d2c2', '#6d4c6e', '#a8543f', '#2f4858'];
      const rows = [60, 250, 440].map((y, row) => {
        let books = box(700, y + 140, 560, 16, 3, '#6b4f3a');
        for (let x = 712, index = row * 3; x < 1_220; index += 1) {
          const [thick, high] = [24 + ((index * 13) % 22), 92 + ((index * 29) % 44)];
          books += box(x, y + 140 - high, thick, high, 3, colours[index % colours.length]);
          x += thick + (index % 7 === 5 ? 64 : 4);
        }
        return books;
      });
      return rows.join('') + box(130, 330, 14, 320, 6, '#4d4a48') + shape('#f6e7c1', 'M86 340 112 220H162L188 340Z');
    },
    plants: () =>
      box(60, 520, 300, 20, 4, '#8a6a4f') +
      leaves(168, 434, 13, 190, '#4e7a4c') +
      box(120, 430, 96, 92, 14, '#d7d0c4') +
      leaves(1_075, 474, 15, 250, '#3f6b47') +
      box(1_010, 470, 130, 130, 18, '#b76e4c') +
      box(720, 70, 220, 160, 6, '#f5f1e6') +
      box(736, 86, 188, 128, 3, '#c7d4b8') +
      disc(830, 150, 40, 40, '#e8b65f'),
    frames: () =>
      [
        [110, 80, 180, 230, '#54708f'],
        [120, 350, 240, 160, '#c97a5b'],
        [900, 60, 260, 180, '#d8b36a'],
        [960, 280, 190, 250, '#6f8f7c'],
      ]
        .map(
          ([x, y, wide, high, colour]) =>
            box(x, y, wide, high, 4, '#3b322e') +
            box(x + 12, y + 12, wide - 24, high - 24, 2, '#f6efe6') +
            box(x + 34, y + 34, wide - 68, high - 68, 2, colour),
        )
        .join(''),
  };

  /** Hair behind the head and before it. */
  const cuts = {
    long: [
      'M-132-30C-140-180 140-180 132-30C140 60 156 175 142 262Q0 300-142 262C-156 175-140 60-132-30Z',
      'M-124 60C-158-194 158-194 124 60C118-10 100-60 34-100C-6-60-100-50-124 60Z',
    ],
    bob: [
      'M-132-30C-140-180 140-180 132-30C142 40 152 90 138 124Q0 150-138 124C-152 90-142 40-132-30Z',
      'M-124 30C-152-192 152-192 124 30C114-20 108-42 96-62Q0-44-96-62C-108-42-114-20-124 30Z',
    ],
    short: ['', 'M-114-8C-136-194 136-194 114-8C104-60 92-72 60-84C20-96-40-92-76-78C-96-66-106-50-114-8Z'],
  };

  const svg = (content) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;

  const drawRoom = ([, , , , wall, place]) =>
    svg(`<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#a9d3ea"/><stop offset="1" stop-color="#e8f3ee"/></linearGradient>
      <radialGradient id="light" cx=".33" cy=".25" r=".85"><stop stop-color="#fffaf0" stop-opacity=".45"/><stop offset="1" stop-color="#2a2018" stop-opacity=".24"/></radialGradient>
      <filter id="far"><feGaussianBlur stdDeviation="6"/></filter>
      ${box(0, 0, width, height, 0, wall)}<g filter="url(#far)">${behind[place]()}</g>${box(0, 0, width, height, 0, 'url(#light)')}`);

  const drawPerson = ([skin, shade, hair, cloth, , , cut, wears]) => {
    const both = (draw) => [-1, 1].map(draw).join('');
    const dark = '#2b1d18';
    return svg(`<linearGradient id="skin" x1=".2" y1=".1" x2="1" y2=".9"><stop offset=".4" stop-color="${skin}"/><stop offset="1" stop-color="${shade}"/></linearGradient>
      <linearGradient id="fold" x2="1" y2=".5"><stop offset=".25" stop-color="#101020" stop-opacity="0"/><stop offset="1" stop-color="#101020" stop-opacity=".42"/></linearGradient>
      <radialGradient id="shine" cx=".36" cy=".2" r=".6"><stop stop-color="#fff" stop-opacity=".22"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
      <clipPath id="neck"><rect x="-46" y="92" width="92" height="160" rx="40"/></clipPath>
      <g transform="translate(640 330) scale(1.22) translate(0 -18)">
      ${shape(hair, cuts[cut][0])}
      ${box(-46, 92, 92, 160, 40, shade)}<g clip-path="url(#neck)">${disc(4, 118, 92, 66, 'rgb(30 12 8 / 22%)')}</g>
      ${[cloth, 'url(#fold)'].map((fill) => shape(fill, 'M-330 420C-320 230-190 196-70 170Q0 250 70 170C190 196 320 230 330 420Z')).join('')}
      ${line('rgb(0 0 0 / 16%)', 7, 'M-73 173Q0 257 73 173')}
      ${/headphones/.test(wears) ? line('#23262d', 20, 'M-136-26A136 136 0 0 1 136-26') : ''}
      ${both((side) => disc(side * 109, 4, 22, 34, shade))}
      ${shape('url(#skin)', 'M-108-40C-112 70-76 146 0 150C76 146 112 70 108-40C104-150-104-150-108-40Z')}
      ${/beard/.test(wears) ? shape(hair, 'M-109-4C-106 92-76 158 0 164C76 158 106 92 109-4C100 50 78 64 42 60Q0 48-42 60C-78 64-100 50-109-4Z') : ''}
      ${both((side) => {
        const eye = side * 44;
        return (
          disc(eye, -2, 16, 11, '#fbf8f4') +
          disc(eye + 1, -2, 9.5, 10, '#3a2a22') +
          disc(eye + 4, -6, 3, 3, '#fff') +
          line(dark, 5, `M${eye - 17}-4Q${eye}-21 ${eye + 17}-4`) +
          line(hair, cut === 'short' ? 9 : 7, `M${eye - 24}-35Q${eye}-47 ${eye + 24}-37`) +
          disc(side * 66, 44, 22, 14, 'rgb(214 86 76 / 17%)')
        );
      })}
      ${line(shade, 6, 'M5 12Q17 44-7 47')}
      ${shape('#8c3b36', 'M-38 80Q0 92 38 80Q0 128-38 80Z')}${shape('#fdf9f5', 'M-31 84Q0 93 31 84Q0 106-31 84Z')}
      ${[hair, 'url(#shine)'].map((fill) => shape(fill, cuts[cut][1])).join('')}
      ${/glasses/.test(wears) ? both((side) => `<rect x="${side * 44 - 34}" y="-27" width="68" height="56" rx="25" fill="rgb(255 255 255 / 10%)" stroke="#2b2b33" stroke-width="6"/>`) + line('#2b2b33', 6, 'M-11-4Q0-11 11-4') : ''}
      ${/headphones/.test(wears) ? both((side) => box(side * 124 - 22, -40, 44, 92, 20, '#2c3038') + box(side * 124 - 10, -28, 8, 68, 4, '#454b56')) : ''}
      </g>`);
  };

  /** A slide of a talk, in the place of a screen. */
  const drawSlide = () => {
    const text = (x, y, size, weight, colour, words) =>
      `<text x="${x}" y="${y}" font-family="system-ui, sans-serif" font-size="${size}" font-weight="${weight}" fill="${colour}">${words}</text>`;
    const rows = [
      [46, '#3653d6', 'Building'],
      [24, '#2f9c95', 'Reviewing'],
      [18, '#d9a441', 'Talking'],
      [12, '#c65b5b', 'Mending'],
    ].map(([share, colour, word], index) => {
      const y = 248 + index * 104;
      return (
        box(304, y, share * 16.8, 62, 11, colour) +
        text(88, y + 42, 30, 500, '#1c2333', word) +
        text(320 + share * 16.8, y + 42, 30, 500, '#1c2333', share)
      );
    });
    return svg(
      box(0, 0, width, height, 0, '#fdfcf9') +
        text(88, 128, 51, 600, '#1c2333', 'Where the quarter went') +
        text(88, 176, 27, 400, '#6a7285', 'Hours of the team, in per cent') +
        rows.join(''),
    );
  };

  /** @param {string[]} layers pictures from back to front; the last one sways, if there are two */
  const play = async (layers, scale) => {
    const images = await Promise.all(
      layers.map(async (source) => {
        const image = new Image();
        image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
        await image.decode();
        // Drawn once: to draw an SVG again for each frame takes long.
        return createImageBitmap(image, { resizeWidth: width * scale, resizeHeight: height * scale });
      }),
    );
    const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale });
    const context = canvas.getContext('2d');
    const [track] = canvas.captureStream(framesPerSecond).getVideoTracks();
    // Sharp at once: what takes time to send is fluent movement, which no picture shows.
    track.contentHint = 'detail';
    const draw = () => {
      if (track.readyState !== 'live') return clearInterval(timer);
      const sway = Math.sin((performance.now() / 1_000) * 0.7 + globalThis.sitter.length) * scale;
      images.forEach((image, index) => context.drawImage(image, index * sway * 6, index * Math.abs(sway) * 4));
    };
    const timer = setInterval(draw, 1_000 / framesPerSecond);
    draw();
    return track;
  };

  /** Sound as loud as a voice where the person speaks, else as low as the noise of a room. */
  const listen = () => {
    const context = new AudioContext();
    const noise = context.createBuffer(1, context.sampleRate, context.sampleRate);
    noise.getChannelData(0).forEach((_, index, samples) => (samples[index] = Math.random() * 2 - 1));
    const source = Object.assign(context.createBufferSource(), { buffer: noise, loop: true });
    const gain = context.createGain();
    gain.gain.value = globalThis.sitterSpeaks ? 0.2 : 0.002;
    const destination = context.createMediaStreamDestination();
    source.connect(gain).connect(destination);
    source.start();
    return destination.stream.getAudioTracks();
  };

  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) => {
    const sitter = sitters[globalThis.sitter] ?? sitters.Ada;
    const camera = video ? [await play([drawRoom(sitter), drawPerson(sitter)], globalThis.sitterScale)] : [];
    return new MediaStream([...(audio ? listen() : []), ...camera]);
  };
  navigator.mediaDevices.getDisplayMedia = async () => new MediaStream([await play([drawSlide()], 1)]);
}
