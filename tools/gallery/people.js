// Runs in a page before its own scripts: replaces the camera by a drawn person who sways a little, so that the
// pictures in the documents show people without showing anybody. `globalThis.sitter` says whom, `globalThis.sitterScale` how large.

{
  const width = 1280;
  const height = 720;
  /** Enough for a still picture, and little to encode. */
  const framesPerSecond = 5;

  /** @type {Record<string, Sitter>} */
  const sitters = {
    Ada: {
      skin: '#f0c4a4',
      shade: '#dca283',
      hair: '#5b2e20',
      cloth: '#2f6f73',
      room: ['#e9dccb', '#cdb79d'],
      look: 'long',
      behind: outlook,
      glasses: true,
    },
    Kofi: {
      skin: '#7d4f37',
      shade: '#643b28',
      hair: '#1c1512',
      cloth: '#d9a441',
      room: ['#c8d5dc', '#93a9b5'],
      look: 'short',
      behind: shelf,
      beard: true,
    },
    Mei: {
      skin: '#f1cfae',
      shade: '#dcae8a',
      hair: '#191a20',
      cloth: '#b9475a',
      room: ['#dde3d3', '#a9b797'],
      look: 'bob',
      behind: plants,
    },
    Tomás: {
      skin: '#d9a27c',
      shade: '#bf835e',
      hair: '#8b8d92',
      cloth: '#3c4d7a',
      room: ['#e5d3cf', '#b7978f'],
      look: 'short',
      behind: pictures,
      headphones: true,
    },
    Priya: {
      skin: '#b97d55',
      shade: '#9c6542',
      hair: '#15110f',
      cloth: '#c2562f',
      room: ['#e8e2d2', '#bfb193'],
      look: 'long',
      behind: pictures,
    },
    Omar: {
      skin: '#c98f66',
      shade: '#ad754f',
      hair: '#2b201a',
      cloth: '#4d7a5a',
      room: ['#d3dbe6', '#9aa8bd'],
      look: 'short',
      behind: outlook,
      beard: true,
      glasses: true,
    },
    Yuki: {
      skin: '#f3d6bb',
      shade: '#dfb796',
      hair: '#3a2a24',
      cloth: '#6b5aa8',
      room: ['#e4dcea', '#b3a5c4'],
      look: 'bob',
      behind: shelf,
      headphones: true,
    },
    Lena: {
      skin: '#f2c8ad',
      shade: '#dca688',
      hair: '#c08a4a',
      cloth: '#2f5f8f',
      room: ['#dbe6dd', '#a3b8a8'],
      look: 'long',
      behind: plants,
    },
  };

  /**
   * @typedef {object} Sitter
   * @property {string} skin
   * @property {string} shade
   * @property {string} hair
   * @property {string} cloth
   * @property {[string, string]} room wall, and wall in the shade
   * @property {'long' | 'short' | 'bob'} look
   * @property {(context: CanvasRenderingContext2D, sitter: Sitter) => void} behind what hangs or stands on the wall
   * @property {boolean} [glasses]
   * @property {boolean} [beard]
   * @property {boolean} [headphones]
   */

  const name = globalThis.sitter;
  const capture = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) => {
    const stream = audio ? await capture({ audio }) : new MediaStream();
    if (video) stream.addTrack(createCamera(sitters[name] ?? sitters.Ada));
    return stream;
  };

  navigator.mediaDevices.getDisplayMedia = async () => new MediaStream([createScreen()]);

  /** A slide of a talk, in the place of a screen. */
  function createScreen() {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 900 });
    const context = canvas.getContext('2d');
    const [track] = canvas.captureStream(2).getVideoTracks();
    const draw = () => {
      box(context, 0, 0, 1600, 900, 0, '#fdfcf9');
      context.fillStyle = '#1c2333';
      context.font = '600 64px system-ui, sans-serif';
      context.fillText('Where the quarter went', 110, 160);
      context.fillStyle = '#6a7285';
      context.font = '400 34px system-ui, sans-serif';
      context.fillText('Hours of the team, in per cent', 110, 220);
      for (const [index, [share, colour, word]] of [
        [46, '#3653d6', 'Building'],
        [24, '#2f9c95', 'Reviewing'],
        [18, '#d9a441', 'Talking'],
        [12, '#c65b5b', 'Mending'],
      ].entries()) {
        const y = 310 + index * 130;
        box(context, 380, y, share * 21, 78, 14, colour);
        context.fillStyle = '#1c2333';
        context.font = '500 38px system-ui, sans-serif';
        context.fillText(word, 110, y + 52);
        context.fillText(`${share}`, 400 + share * 21, y + 52);
      }
    };
    draw();
    const timer = setInterval(() => (track.readyState === 'live' ? draw() : clearInterval(timer)), 500);
    return track;
  }

  /** @param {Sitter} sitter */
  function createCamera(sitter) {
    const scale = globalThis.sitterScale;
    const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale });
    const context = canvas.getContext('2d');
    context.scale(scale, scale);
    const wall = new OffscreenCanvas(width, height);
    drawRoom(wall.getContext('2d'), sitter);
    const [track] = canvas.captureStream(framesPerSecond).getVideoTracks();
    const phase = name.length;
    const draw = () => {
      const seconds = performance.now() / 1_000;
      context.drawImage(wall, 0, 0);
      drawPerson(context, sitter, Math.sin(seconds * 0.7 + phase));
    };
    draw();
    const timer = setInterval(
      () => (track.readyState === 'live' ? draw() : clearInterval(timer)),
      1_000 / framesPerSecond,
    );
    return track;
  }

  function drawRoom(context, sitter) {
    const wall = context.createLinearGradient(0, 0, width, height);
    wall.addColorStop(0, sitter.room[0]);
    wall.addColorStop(1, sitter.room[1]);
    context.fillStyle = wall;
    context.fillRect(0, 0, width, height);
    // What is behind is out of focus, as a camera shows it.
    context.filter = 'blur(5px)';
    sitter.behind(context, sitter);
    context.filter = 'none';
    const light = context.createRadialGradient(420, 180, 60, 640, 360, 900);
    light.addColorStop(0, 'rgb(255 250 240 / 30%)');
    light.addColorStop(1, 'rgb(20 18 30 / 26%)');
    context.fillStyle = light;
    context.fillRect(0, 0, width, height);
  }

  function outlook(context) {
    box(context, 820, 40, 340, 430, 10, '#fbf7ef');
    for (const [x, y] of [
      [836, 56],
      [998, 56],
      [836, 262],
      [998, 262],
    ]) {
      const sky = context.createLinearGradient(0, y, 0, y + 190);
      sky.addColorStop(0, '#a9d3ea');
      sky.addColorStop(1, '#e8f3ee');
      box(context, x, y, 146, 190, 4, sky);
    }
    box(context, 800, 470, 380, 22, 6, '#f2e9dc');
    box(context, 860, 410, 54, 62, 8, '#b5654a');
    leaves(context, 887, 410, 8, 92, '#5c8a5a');
    box(context, 90, 150, 230, 300, 8, '#8f6f55');
    box(context, 106, 166, 198, 268, 4, '#efe3d2');
    disc(context, 205, 280, 66, 66, '#d98f5f');
  }

  function shelf(context) {
    const colours = ['#8c4a3c', '#3f5d6e', '#c9a227', '#5e7a55', '#d9d2c2', '#6d4c6e', '#a8543f', '#2f4858'];
    for (const [row, y] of [60, 250, 440].entries()) {
      box(context, 700, y + 140, 560, 16, 3, '#6b4f3a');
      for (let x = 712, index = row * 3; x < 1_220; index += 1) {
        const thick = 24 + ((index * 13) % 22);
        const high = 92 + ((index * 29) % 44);
        box(context, x, y + 140 - high, thick, high, 3, colours[index % colours.length]);
        x += thick + 4;
        if (index % 7 === 5) x += 60;
      }
    }
    box(context, 130, 330, 14, 300, 6, '#4d4a48');
    context.fillStyle = '#f6e7c1';
    context.beginPath();
    context.moveTo(86, 340);
    context.lineTo(112, 220);
    context.lineTo(162, 220);
    context.lineTo(188, 340);
    context.fill();
  }

  function plants(context) {
    box(context, 60, 520, 300, 20, 4, '#8a6a4f');
    box(context, 120, 430, 96, 92, 14, '#d7d0c4');
    leaves(context, 168, 430, 13, 190, '#4e7a4c');
    box(context, 1_010, 470, 130, 130, 18, '#b76e4c');
    leaves(context, 1_075, 470, 15, 250, '#3f6b47');
    box(context, 720, 70, 220, 160, 6, '#f5f1e6');
    box(context, 736, 86, 188, 128, 3, '#c7d4b8');
    disc(context, 830, 150, 40, 40, '#e8b65f');
  }

  function pictures(context) {
    for (const [x, y, wide, high, colour] of [
      [110, 80, 180, 230, '#54708f'],
      [120, 350, 240, 160, '#c97a5b'],
      [900, 60, 260, 180, '#d8b36a'],
      [960, 280, 190, 250, '#6f8f7c'],
    ]) {
      box(context, x, y, wide, high, 4, '#3b322e');
      box(context, x + 12, y + 12, wide - 24, high - 24, 2, '#f6efe6');
      box(context, x + 34, y + 34, wide - 68, high - 68, 2, colour);
    }
  }

  /** `sway` goes from -1 to 1. */
  function drawPerson(context, sitter, sway) {
    const { skin, shade, hair, cloth, look } = sitter;
    const x = 640 + sway * 5;
    const y = 330 + Math.abs(sway) * 3;
    context.save();
    context.translate(x, y);
    // A head and shoulders, larger than drawn: people sit close to their cameras.
    context.scale(1.22, 1.22);
    context.translate(0, -18);

    if (look === 'long') hairMass(context, hair, 250);
    if (look === 'bob') hairMass(context, hair, 118);
    box(context, -44, 92, 88, 150, 40, shade);
    shoulders(context, cloth);
    if (sitter.headphones) arc(context, 0, -26, 136, Math.PI * 1.02, Math.PI * 1.98, 20, '#23262d');
    disc(context, -112, 6, 20, 32, shade);
    disc(context, 112, 6, 20, 32, shade);
    face(context, skin, shade);
    if (sitter.beard) beard(context, hair);
    features(context, sitter, sway);
    fringe(context, hair, look);
    if (sitter.headphones) for (const side of [-1, 1]) box(context, side * 124 - 22, -40, 44, 92, 20, '#2c3038');
    context.restore();
  }

  function shoulders(context, cloth) {
    const light = context.createLinearGradient(-300, 150, 300, 420);
    light.addColorStop(0.2, 'rgb(16 16 32 / 0%)');
    light.addColorStop(1, 'rgb(16 16 32 / 45%)');
    for (const fill of [cloth, light]) {
      context.fillStyle = fill;
      context.beginPath();
      context.moveTo(-330, 420);
      context.bezierCurveTo(-320, 230, -190, 196, -70, 170);
      context.quadraticCurveTo(0, 250, 70, 170);
      context.bezierCurveTo(190, 196, 320, 230, 330, 420);
      context.fill();
    }
  }

  function face(context, skin, shade) {
    const light = context.createLinearGradient(-110, -60, 120, 120);
    light.addColorStop(0.35, skin);
    light.addColorStop(1, shade);
    context.fillStyle = light;
    context.beginPath();
    context.moveTo(-108, -40);
    context.bezierCurveTo(-112, 70, -76, 146, 0, 150);
    context.bezierCurveTo(76, 146, 112, 70, 108, -40);
    context.bezierCurveTo(104, -150, -104, -150, -108, -40);
    context.fill();
  }

  function features(context, { shade, hair, glasses, look }, sway) {
    const glance = sway * 3;
    for (const side of [-1, 1]) {
      const eye = side * 44;
      disc(context, eye, -2, 15, 10, '#fbf8f4');
      disc(context, eye + glance, -2, 9, 9.5, '#3a2a22');
      disc(context, eye + glance + 3, -6, 3, 3, '#ffffff');
      arc(context, eye, 0, 17, Math.PI * 1.12, Math.PI * 1.88, 5, '#2b1d18');
      stroke(context, look === 'short' ? 9 : 7, hair, [eye - 24, -34], [eye, -46], [eye + 24, -36]);
      if (glasses) {
        context.strokeStyle = '#2b2b33';
        context.lineWidth = 6;
        context.beginPath();
        context.roundRect(eye - 34, -26, 68, 54, 24);
        context.stroke();
      }
      disc(context, side * 66, 44, 20, 13, 'rgb(214 96 84 / 16%)');
    }
    if (glasses) stroke(context, 6, '#2b2b33', [-11, -4], [0, -10], [11, -4]);
    stroke(context, 6, shade, [4, 14], [15, 44], [-8, 48]);
    context.fillStyle = '#8c3b36';
    context.beginPath();
    context.moveTo(-38, 80);
    context.quadraticCurveTo(0, 92, 38, 80);
    context.quadraticCurveTo(0, 126 + sway * 3, -38, 80);
    context.fill();
    context.fillStyle = '#fdf9f5';
    context.beginPath();
    context.moveTo(-30, 84);
    context.quadraticCurveTo(0, 93, 30, 84);
    context.quadraticCurveTo(0, 106, -30, 84);
    context.fill();
  }

  function beard(context, hair) {
    context.fillStyle = hair;
    context.beginPath();
    context.moveTo(-109, -4);
    context.bezierCurveTo(-106, 92, -76, 156, 0, 162);
    context.bezierCurveTo(76, 156, 106, 92, 109, -4);
    context.bezierCurveTo(96, 66, 74, 62, 40, 62);
    context.quadraticCurveTo(0, 50, -40, 62);
    context.bezierCurveTo(-74, 62, -96, 66, -109, -4);
    context.fill();
  }

  function hairMass(context, hair, down) {
    context.fillStyle = hair;
    context.beginPath();
    context.moveTo(-132, -30);
    context.bezierCurveTo(-140, -180, 140, -180, 132, -30);
    context.bezierCurveTo(140, 60, 152, down * 0.7, 138, down);
    context.quadraticCurveTo(0, down + 34, -138, down);
    context.bezierCurveTo(-152, down * 0.7, -140, 60, -132, -30);
    context.fill();
  }

  function fringe(context, hair, look) {
    context.fillStyle = hair;
    context.beginPath();
    if (look === 'short') {
      context.moveTo(-114, -8);
      context.bezierCurveTo(-134, -190, 134, -190, 114, -8);
      context.bezierCurveTo(104, -60, 92, -72, 60, -84);
      context.bezierCurveTo(20, -96, -40, -92, -76, -78);
      context.bezierCurveTo(-96, -66, -106, -50, -114, -8);
    } else if (look === 'bob') {
      context.moveTo(-124, 30);
      context.bezierCurveTo(-150, -190, 150, -190, 124, 30);
      context.bezierCurveTo(112, -20, 108, -42, 96, -62);
      context.quadraticCurveTo(0, -46, -96, -62);
      context.bezierCurveTo(-108, -42, -112, -20, -124, 30);
    } else {
      context.moveTo(-124, 60);
      context.bezierCurveTo(-156, -190, 156, -190, 124, 60);
      context.bezierCurveTo(116, -10, 100, -60, 34, -100);
      context.bezierCurveTo(-6, -60, -100, -50, -124, 60);
    }
    context.fill();
  }

  function leaves(context, x, y, count, length, colour) {
    for (let index = 0; index < count; index += 1) {
      const turn = ((index + 0.5) / count - 0.5) * 2.5;
      const reach = length * (0.72 + ((index * 37) % 10) / 32);
      context.save();
      context.translate(x, y);
      context.rotate(turn);
      disc(context, 0, -reach / 2, length / 11, reach / 2, colour);
      context.restore();
    }
  }

  function box(context, x, y, wide, high, radius, fill) {
    context.fillStyle = fill;
    context.beginPath();
    context.roundRect(x, y, wide, high, radius);
    context.fill();
  }

  function disc(context, x, y, radiusX, radiusY, fill) {
    context.fillStyle = fill;
    context.beginPath();
    context.ellipse(x, y, radiusX, radiusY, 0, 0, Math.PI * 2);
    context.fill();
  }

  function arc(context, x, y, radius, from, to, thick, colour) {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.lineCap = 'round';
    context.beginPath();
    context.arc(x, y, radius, from, to);
    context.stroke();
  }

  function stroke(context, thick, colour, [x, y], [bendX, bendY], [toX, toY]) {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(bendX, bendY, toX, toY);
    context.stroke();
  }
}
