// The column "Yours" follows the dials.
(() => {
  const form = document.getElementById('dials');
  if (!form) return;
  const dials = [...form.querySelectorAll('input[type=range]')];
  const result = document.getElementById('dials-result');
  const observer = document.getElementById('observer');
  let timer = 0, asking = new AbortController();

  const label = dial => {
    const words = dial.dataset.words.split('|')[dial.value];
    document.getElementById('value-' + dial.id.slice('dial-'.length)).textContent = words;
    dial.setAttribute('aria-valuetext', words);
  };
  const measure = async () => {
    // What was asked before is not waited for: neither an answer nor a refusal of it means anything now.
    asking.abort();
    const mine = asking = new AbortController();
    const protections = dials.map(d => d.dataset.steps.split('|')[d.value]).filter(Boolean).join(',');
    result.textContent = form.dataset.measuring;
    form.classList.add('busy');
    try {
      const answer = await fetch(`lens?observer=${encodeURIComponent(observer.value)}&protect=${encodeURIComponent(protections)}`, { method: 'POST', signal: mine.signal });
      if (!answer.ok) throw new Error(await answer.text());
      const now = await answer.json();
      document.querySelectorAll('.matrix td[data-lens=yours]').forEach(cell => { cell.innerHTML = now.cells[cell.dataset.question]; });
      document.querySelectorAll('.through [data-lens=yours] dd').forEach(line => { line.textContent = now.lines[line.dataset.question]; });
      result.textContent = now.sentence;
    } catch (e) {
      if (mine === asking) result.textContent = e.message || form.dataset.silent;
    }
    if (mine === asking) form.classList.remove('busy');
  };
  const soon = wait => {
    clearTimeout(timer);
    timer = setTimeout(measure, wait);
  };
  dials.forEach(dial => {
    label(dial);
    dial.addEventListener('input', () => { label(dial); soon(250); });
  });
  observer.addEventListener('change', () => soon(0));
  form.addEventListener('submit', e => e.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => { dials.forEach(label); soon(0); }));
})();
