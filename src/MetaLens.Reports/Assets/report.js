// Everything essential is on the page without this. It adds: a lens to look through, a person to follow through all pictures, pictures and sentences to take along.
(() => {
  const all = (selector, under = document) => [...under.querySelectorAll(selector)];
  const fill = (sentence, values) => sentence.replace(/\{([a-z-]+)\}/g, (_, name) => values[name]);
  document.documentElement.classList.add('js');

  // A lens, chosen: its column of the matrix and its line under each finding stand out.
  const choose = lens => {
    all('[data-lens]').forEach(e => e.classList.toggle('chosen', !!lens && e.dataset.lens === lens));
    all('[data-choose]').forEach(b => b.setAttribute('aria-pressed', String(b.dataset.choose === lens)));
  };
  all('[data-choose]').forEach(b => b.addEventListener('click', () => choose(b.getAttribute('aria-pressed') === 'true' ? '' : b.dataset.choose)));
  const more = document.getElementById('more-lenses');
  more?.addEventListener('click', () => {
    const open = document.querySelector('.matrix').classList.toggle('all');
    more.setAttribute('aria-expanded', String(open));
    more.textContent = open ? more.dataset.fewer : more.dataset.more;
  });
  document.addEventListener('keydown', e => {
    if (e.key !== 'Escape') return;
    all('.matrix details[open]').forEach(d => { d.open = false; d.querySelector('summary').focus(); });
    light('');
  });
  document.addEventListener('click', e => all('.matrix details[open]').forEach(d => { if (!d.contains(e.target)) d.open = false; }));

  // How long records are kept: one of the windows that were measured.
  const keep = document.getElementById('keep');
  const showWindow = () => {
    const words = keep.dataset.words.split('|')[keep.value];
    document.getElementById('kept').textContent = words;
    keep.setAttribute('aria-valuetext', words);
    all('[data-window]').forEach(e => e.classList.toggle('chosen', e.dataset.window === keep.value));
  };
  if (keep) { keep.addEventListener('input', showWindow); showWindow(); }

  // A person, pointed at or searched for: the same in every picture.
  let kept = '';
  const light = key => {
    all('.lit').forEach(e => e.classList.remove('lit'));
    if (!key) return;
    all('[data-key]').forEach(e => e.classList.toggle('lit', e.dataset.key === key));
    all('[data-ends]').forEach(e => e.classList.toggle('lit', e.dataset.ends.split(' ').includes(key)));
  };
  const keyAt = e => e.target.closest?.('[data-key]')?.dataset.key ?? '';
  document.addEventListener('pointerover', e => light(keyAt(e) || kept));
  document.addEventListener('click', e => { const key = keyAt(e); if (!key) return; light(kept = kept === key ? '' : key); offer(kept); const option = all('#people option').find(o => o.dataset.person === kept); if (find) { find.value = option ? option.value : ''; mark(option); } });
  const find = document.getElementById('find');
  const page = document.getElementById('their-page');
  const offer = key => {
    const theirs = key && document.getElementById('person-' + key);
    if (page) { page.hidden = !theirs; if (theirs) page.href = '#person-' + key; }
    return theirs;
  };
  const openPage = theirs => { theirs.closest('.all-people').open = theirs.open = true; theirs.scrollIntoView({ block: 'center' }); theirs.querySelector('summary').focus(); };
  page?.addEventListener('click', e => { e.preventDefault(); openPage(document.querySelector(page.getAttribute('href'))); });
  find?.addEventListener('keydown', e => { const theirs = e.key === 'Enter' && offer(kept); if (theirs) { e.preventDefault(); openPage(theirs); } });
  const mark = option => {
    const marks = option ? all(`figure [data-key="${CSS.escape(option.dataset.person)}"]`) : [];
    const found = document.getElementById('found');
    const pictures = new Set(marks.map(m => m.closest('figure'))).size;
    found.textContent = !find.value ? '' : option ? fill(pictures === 1 ? found.dataset.one : found.dataset.other, { pictures }) : found.dataset.nobody;
  };
  find?.addEventListener('input', () => {
    const option = all('#people option').find(o => o.value === find.value);
    light(kept = option ? option.dataset.person : '');
    offer(kept);
    mark(option);
  });

  // The ties of some days: two handles that push each other, or a window that moves over the whole time.
  all('.brush').forEach(brush => {
    const figure = brush.closest('figure');
    const [from, to] = all('input', brush);
    const [play, words] = [brush.querySelector('button'), brush.querySelector('output')];
    const [first, last] = [brush.dataset.first.split('|'), brush.dataset.last.split('|')];
    const end = first.length - 1;
    const show = (start, stop) => {
      [from.value, to.value] = [start, stop];
      from.setAttribute('aria-valuetext', first[start]);
      to.setAttribute('aria-valuetext', last[stop]);
      const there = new Set();
      const ties = all('[data-when]', figure);
      ties.forEach(tie => {
        const away = !tie.dataset.when.slice(start, stop + 1).includes('1');
        tie.classList.toggle('away', away);
        if (!away) tie.dataset.ends.split(' ').forEach(key => there.add(key));
      });
      all('.node', figure).forEach(node => node.classList.toggle('away', !there.has(node.dataset.key)));
      const drawn = ties.filter(tie => tie.closest('.wide'));
      words.textContent = fill(brush.dataset.shown, { first: first[start], last: last[stop], shown: drawn.filter(tie => !tie.classList.contains('away')).length, all: drawn.length });
    };
    let timer = 0;
    const stopPlay = () => { clearInterval(timer); timer = 0; play.textContent = brush.dataset.play; words.setAttribute('aria-live', 'polite'); };
    from.addEventListener('input', () => { stopPlay(); show(+from.value, Math.max(+from.value, +to.value)); });
    to.addEventListener('input', () => { stopPlay(); show(Math.min(+from.value, +to.value), +to.value); });
    play.addEventListener('click', () => {
      if (timer) return stopPlay();
      const wide = +to.value - +from.value < end ? +to.value - +from.value : Math.floor(end / 8);
      let at = 0;
      play.textContent = brush.dataset.stop;
      words.setAttribute('aria-live', 'off');
      show(at, at + wide);
      timer = setInterval(() => {
        if (++at + wide <= end) return show(at, at + wide);
        stopPlay();
        show(0, end);
      }, 600);
    });
    show(0, end);
  });

  // Pictures and sentences to take along.
  const save = (blob, name) => {
    const a = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 10000);
  };
  const standalone = figure => {
    const svg = figure.querySelector('.wide svg').cloneNode(true);
    const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = document.getElementById('style').textContent.split('/* end of pictures */')[0].replace('@media (prefers-color-scheme: dark)', '@media not all');
    svg.prepend(style);
    return new XMLSerializer().serializeToString(svg);
  };
  const raster = (text, name) => {
    const image = new Image();
    image.onload = () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width * 2, height: image.height * 2 });
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#fdfcfa';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(blob => save(blob, name));
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  };
  all('[data-save]').forEach(b => b.addEventListener('click', () => {
    const figure = b.closest('figure');
    const text = standalone(figure);
    if (b.dataset.save === 'svg') save(new Blob([text], { type: 'image/svg+xml' }), figure.id + '.svg');
    else raster(text, figure.id + '.png');
  }));
  all('[data-copy]').forEach(b => b.addEventListener('click', async () => {
    const text = document.getElementById(b.dataset.copy).textContent.trim();
    try { await navigator.clipboard.writeText(text); } catch {
      const area = Object.assign(document.createElement('textarea'), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
      b.focus();
    }
    const before = b.textContent;
    b.textContent = document.body.dataset.copied;
    setTimeout(() => { b.textContent = before; }, 1500);
  }));
})();
