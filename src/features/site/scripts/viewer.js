// A lens over a picture (arrows, +, −, 0, Escape, fingers, wheel) and a button that copies a citation. Without it the
// links lead to the largest picture, and the citation can be marked by hand. Nothing in here moves by itself.
(() => {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(source.textContent);
        button.textContent = button.dataset.copied;
      } catch {
        getSelection().selectAllChildren(source);
      }
    });
  }

  const lens = document.querySelector('dialog[data-lens]');
  if (!lens?.showModal) return;
  const canvas = lens.querySelector('canvas');
  const says = lens.querySelector('[role=status]');
  const pen = canvas.getContext('2d');
  const fingers = new Map();
  // What is looked at; how large a point of it is, and where its corner lies.
  let picture, scale, left, top;

  /** From the name of one tile, how to name all the others. */
  const opened = ({ dataset, href }) => {
    const at = /^(.*\/)\d+,\d+,\d+,\d+\/\d+,(\d*)(\/0\/.*)$/.exec(
      (dataset.tile ?? '').replaceAll('%2C', ','),
    );
    return {
      href,
      width: +dataset.width,
      height: +dataset.height,
      before: at?.[1],
      tall: at?.[2],
      after: at?.[3],
      size: at ? +dataset.tileSize : Math.max(+dataset.width, +dataset.height),
      factors: at ? dataset.factors.split(' ').map(Number) : [1],
      tiles: new Map(),
    };
  };

  const tile = (factor, column, row, ask) => {
    const [x, y] = [column * picture.size * factor, row * picture.size * factor];
    const width = Math.min(picture.size * factor, picture.width - x);
    const height = Math.min(picture.size * factor, picture.height - y);
    const key = [x, y, width, height].join();
    let image = picture.tiles.get(key);
    if (!image && ask) {
      image = new Image();
      image.onload = draw;
      const [wide, tall] = [Math.ceil(width / factor), Math.ceil(height / factor)];
      image.src =
        picture.before === undefined
          ? picture.href
          : `${picture.before}${key}/${wide},${picture.tall && tall}${picture.after}`;
      picture.tiles.set(key, image);
    }
    if (image?.complete && image.naturalWidth)
      pen.drawImage(image, left + x * scale, top + y * scale, width * scale, height * scale);
  };

  const draw = () => {
    const [width, height, dots] = [canvas.clientWidth, canvas.clientHeight, devicePixelRatio || 1];
    canvas.width = width * dots;
    canvas.height = height * dots;
    pen.scale(dots, dots);
    const fine = picture.factors.filter((factor) => factor * scale * dots <= 1).at(-1) ?? picture.factors[0];
    const coarsest = picture.factors.at(-1);
    // Coarse tiles first: they stand in for fine ones that have not come.
    for (const factor of picture.factors.filter((one) => one >= fine).reverse()) {
      const step = picture.size * factor * scale;
      const until = (edge, start, whole) =>
        Math.min(Math.ceil((whole * scale) / step), Math.ceil((edge - start) / step));
      for (let row = Math.max(0, Math.floor(-top / step)); row < until(height, top, picture.height); row++)
        for (
          let column = Math.max(0, Math.floor(-left / step));
          column < until(width, left, picture.width);
          column++
        )
          tile(factor, column, row, factor === fine || factor === coarsest);
    }
  };

  const whole = () => Math.min(canvas.clientWidth / picture.width, canvas.clientHeight / picture.height);

  /** Keeps the picture in sight: in the middle where it is smaller than the window, at its edges otherwise. */
  const kept = (start, size, room) =>
    size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, start));
  const place = () => {
    left = kept(left, picture.width * scale, canvas.clientWidth);
    top = kept(top, picture.height * scale, canvas.clientHeight);
    draw();
  };
  const zoom = (by, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) => {
    const next = Math.max(whole(), Math.min(Math.max(2, whole() * 2), scale * by));
    left = x - ((x - left) * next) / scale;
    top = y - ((y - top) * next) / scale;
    scale = next;
    says.textContent = `${Math.round(scale * 100)} %`;
    place();
  };
  const move = (x, y) => {
    left += x;
    top += y;
    place();
  };
  const acts = {
    in: () => zoom(1.5),
    out: () => zoom(1 / 1.5),
    all: () => zoom(0),
    close: () => lens.close(),
  };
  const far = 80;
  const keys = {
    '+': acts.in,
    '=': acts.in,
    '-': acts.out,
    _: acts.out,
    0: acts.all,
    ArrowLeft: () => move(far, 0),
    ArrowRight: () => move(-far, 0),
    ArrowUp: () => move(0, far),
    ArrowDown: () => move(0, -far),
  };

  for (const link of document.querySelectorAll('a[data-closer]'))
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      picture = opened(link);
      canvas.setAttribute('aria-label', link.dataset.alt);
      lens.showModal();
      canvas.focus();
      [scale, left, top] = [whole(), 0, 0];
      zoom(1);
    });

  lens.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  lens.addEventListener('click', ({ target }) => acts[target.closest?.('[data-do]')?.dataset.do]?.());
  addEventListener('resize', () => lens.open && zoom(1));
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
    },
    { passive: false },
  );
  canvas.addEventListener('dblclick', (event) => zoom(2, event.offsetX, event.offsetY));
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event);
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const other = [...fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    fingers.set(event.pointerId, event);
    if (!other) return move(event.offsetX - before.offsetX, event.offsetY - before.offsetY);
    const apart = (one) => Math.hypot(one.offsetX - other.offsetX, one.offsetY - other.offsetY);
    zoom(
      apart(event) / (apart(before) || 1),
      (event.offsetX + other.offsetX) / 2,
      (event.offsetY + other.offsetY) / 2,
    );
  });
  for (const end of ['pointerup', 'pointercancel'])
    canvas.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId));
})();
