// Turns a 3D model by hand: with a slider, by dragging it sideways, by the names of its sides. Its other views are
// fetched only then. Nothing in here moves by itself; without it each side is a link.
(() => {
  for (const stage of document.querySelectorAll('[data-turn]')) {
    const image = stage.querySelector('figure img');
    const range = stage.querySelector('input');
    const knob = range.parentElement;
    const closer = stage.querySelector('[data-closer]');
    const { turn, first, second } = stage.dataset;
    const says = turn.split('|');
    const around = +range.max;
    let shown = 1;
    let ending;

    const address = (view) => {
      const jpeg =
        view === 1 ? first : second.replace('-view-02.', `-view-${String(view).padStart(2, '0')}.`);
      return jpeg.replace(/\w+$/, ending);
    };
    const fetched = (view) => {
      const next = new Image();
      next.src = address(view);
      return next;
    };
    const wrapped = (view) => ((((view - 1) % around) + around) % around) + 1;

    const show = async (view) => {
      if (view === shown) return;
      // The format that this browser chose for the first view is the one for all.
      ending ??= /\.(avif|webp)$/.exec(image.currentSrc)?.[1] ?? 'jpg';
      shown = view;
      if (view <= around) range.value = view;
      range.setAttribute('aria-valuetext', says[view - 1]);
      knob.lastElementChild.textContent = says[view - 1];
      for (const link of stage.querySelectorAll('[data-view]'))
        link.setAttribute('aria-current', +link.dataset.view === view);
      const next = fetched(view);
      try {
        await next.decode();
      } catch {
        return;
      }
      if (shown !== view) return;
      for (const source of image.parentElement.querySelectorAll('source')) source.remove();
      image.removeAttribute('srcset');
      image.src = next.src;
      if (closer) closer.href = next.src.replace(/\w+$/, 'jpg');
      if (view <= around) for (const step of [1, -1, 2]) fetched(wrapped(view + step));
    };

    range.addEventListener('input', () => show(+range.value));
    range.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
      // Beyond its last view comes the first again.
      event.preventDefault();
      show(wrapped(+range.value + step));
    });
    stage.addEventListener('click', (event) => {
      const link = event.target.closest('[data-view]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(+link.dataset.view);
    });

    let from;
    image.draggable = false;
    image.addEventListener('pointerdown', (event) => {
      if (event.button) return;
      image.setPointerCapture(event.pointerId);
      from = { x: event.clientX, view: +range.value };
    });
    image.addEventListener('pointermove', ({ clientX }) => {
      if (!from) return;
      const steps = Math.round(((clientX - from.x) * around) / image.clientWidth);
      if (steps || shown <= around) show(wrapped(from.view - steps));
    });
    for (const end of ['pointerup', 'pointercancel'])
      image.addEventListener(end, () => {
        from = undefined;
      });
    knob.hidden = false;
    stage.dataset.on = '';
  }
})();
