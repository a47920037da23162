// Sends what is dropped to the program that made this page, and shows how far it is.
(() => {
  const $ = id => document.getElementById(id);
  const words = $('drop').dataset;
  let sending = null, run = 0;

  const show = (step, share) => {
    $('work').hidden = !step;
    $('step').textContent = step;
    $('share').textContent = share === null || !step ? '' : Math.floor(share * 100) + ' %';
    if (share === null) $('bar').removeAttribute('value'); else $('bar').value = share;
  };
  const fail = text => {
    show('', null);
    $('problem').textContent = text;
    $('files').value = '';
  };

  const send = (file, first) => new Promise((done, problem) => {
    sending = new XMLHttpRequest();
    sending.open('POST', `files?first=${first}&name=${encodeURIComponent(file.name)}`);
    sending.upload.onprogress = e => show(words.taking.replace('{file}', () => file.name), e.total ? e.loaded / e.total : null);
    sending.onload = () => sending.status === 200 ? done() : problem(new Error(sending.responseText || words.refused));
    sending.onerror = () => problem(new Error(words.silent));
    sending.onabort = () => problem(new Error(words.aborted));
    sending.send(file);
  });

  const take = async files => {
    const mine = ++run;
    $('problem').textContent = '';
    $('owner').hidden = true;
    try {
      for (let i = 0; i < files.length; i++) await send(files[i], i === 0);
      if (mine === run) await work('');
    } catch (e) { if (mine === run) fail(e.message); }
  };

  const work = async me => {
    const mine = run;
    show(words.reading, null);
    const begun = await fetch('report' + (me ? '?me=' + encodeURIComponent(me) : ''), { method: 'POST' });
    if (!begun.ok) return fail(await begun.text());
    await watch(mine);
  };

  const watch = async mine => {
    while (mine === run) {
      const now = await (await fetch('progress')).json();
      if (mine !== run) return;
      if (now.phase === 'done') { location.href = 'report'; return; }
      if (now.phase === 'waiting') return show('', null);
      if (now.phase === 'failed') {
        fail(now.message);
        $('owner').hidden = !now.needs_owner;
        $('candidates').replaceChildren(...now.candidates.map(name => {
          const button = document.createElement('button');
          button.type = 'button';
          button.dir = 'auto';
          button.textContent = name;
          button.addEventListener('click', () => again(name));
          return button;
        }));
        return;
      }
      show(now.step, now.share);
      await new Promise(later => setTimeout(later, 250));
    }
  };

  const again = name => {
    $('problem').textContent = '';
    $('owner').hidden = true;
    run++;
    work(name).catch(e => fail(e.message));
  };

  $('files').addEventListener('change', () => { if ($('files').files.length) take([...$('files').files]); });
  $('owner').addEventListener('submit', e => { e.preventDefault(); if ($('me').value.trim()) again($('me').value.trim()); });
  $('cancel').addEventListener('click', async () => {
    run++;
    sending?.abort();
    await fetch('report', { method: 'DELETE' });
    fail(words.cancelled);
    $('files').focus();
  });
  document.addEventListener('dragover', e => { e.preventDefault(); document.body.classList.add('over'); });
  document.addEventListener('dragleave', e => { if (!e.relatedTarget) document.body.classList.remove('over'); });
  document.addEventListener('drop', e => {
    e.preventDefault();
    document.body.classList.remove('over');
    if (e.dataTransfer.files.length) take([...e.dataTransfer.files]);
  });
  // Named on the command line, or a page loaded again while it works.
  fetch('progress').then(r => r.json()).then(now => { if (now.phase === 'working') watch(run); }).catch(() => { });
})();
