// Narrows a list of works or papers in place. What was chosen stands in the address after #, so that Back works and
// a selection can be sent to somebody. The list is whole without this.
(() => {
  const form = document.querySelector('form[data-facets]');
  if (!form) return;
  const items = [...document.querySelectorAll('[data-item]')];
  const groups = [...document.querySelectorAll('[data-group]')];
  const nothing = document.querySelector('[data-nothing]');
  const count = form.querySelector('[data-count]');
  const reset = form.querySelector('[type=reset]');
  const boxes = [...form.querySelectorAll('[type=checkbox]')];
  const facets = [...new Set(boxes.map(({ name }) => name))];
  let index;

  /** As `search.ts` folds what is searched. */
  const others = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', þ: 'th', ð: 'd' };
  const fold = (words) =>
    words
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[ßæœøđłıþð]/g, (letter) => others[letter])
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  /** Writing without spaces between words is searched anywhere, other writing from the beginning of a word. */
  const fits = (words, word) =>
    /[\u0e00-\u0eff\u3040-\u9fff]/.test(word) ? words.includes(word) : ` ${words}`.includes(` ${word}`);

  const load = () => {
    if (index) return;
    index = new Map();
    const script = document.createElement('script');
    script.src = form.dataset.index;
    script.onload = () => {
      index = new Map(window.salonSearch);
      show();
    };
    document.head.append(script);
  };

  const chosen = (facet) => boxes.filter(({ name, checked }) => name === facet && checked);

  const show = () => {
    const words = fold(form.q.value).split(' ').filter(Boolean);
    const wanted = facets
      .map((facet) => [facet, chosen(facet).map(({ value }) => value)])
      .filter(([, all]) => all.length);
    for (const item of items) {
      // Where the index has not come, or never will, the words in sight are searched.
      const own = words.length ? (index?.get(item.dataset.item) ?? fold(item.textContent)) : '';
      item.hidden = !(
        wanted.every(([facet, all]) =>
          (item.dataset[facet] ?? '').split(' ').some((key) => all.includes(key)),
        ) && words.every((word) => fits(own, word))
      );
    }
    const shown = items.filter(({ hidden }) => !hidden).length;
    for (const group of groups) group.hidden = !group.querySelector('[data-item]:not([hidden])');
    for (const facet of facets) {
      const names = chosen(facet).map(({ nextElementSibling: label }) => label.firstChild.textContent.trim());
      form.querySelector(`[data-chosen="${facet}"]`).textContent = names.length
        ? `: ${names.join(', ')}`
        : '';
    }
    const all = shown === items.length;
    const { all: everything, some } = count.dataset;
    count.textContent = (all ? everything : some).replace('{shown}', shown).replace('{all}', items.length);
    reset.hidden = !words.length && !wanted.length;
    if (nothing) nothing.hidden = shown > 0;
  };

  const write = (how) => {
    const state = new URLSearchParams();
    for (const facet of facets)
      if (chosen(facet).length)
        state.set(
          facet,
          chosen(facet)
            .map(({ value }) => value)
            .join(','),
        );
    if (form.q.value.trim()) state.set('q', form.q.value.trim());
    const address = location.href.replace(/#.*$/s, '') + (state.size ? `#${state}` : '');
    if (address !== location.href) history[how](null, '', address);
    show();
  };

  /** An address may also name a place on the page: then nothing is chosen by it. */
  const read = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    form.q.value = state.get('q') ?? '';
    for (const box of boxes) box.checked = (state.get(box.name) ?? '').split(',').includes(box.value);
    if (form.q.value) load();
    show();
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => target !== form.q && write('pushState'));
  form.addEventListener('reset', () => setTimeout(() => write('pushState')));
  form.q.addEventListener('focus', load);
  form.q.addEventListener('input', () => write('replaceState'));
  addEventListener('popstate', read);
  form.hidden = false;
  read();
})();
