// The sheet for a call: kept on this device, so that it opens without a connection, and notes that
// are saved while they are typed. What cannot be sent waits in the browser until it can.
const MOST = 10;
const SLOW = 10_000;
const page = location.pathname;
const name = `peregrine-sheet:${page}`;
const says = document.getElementById('kept');
const acts = document.getElementById('kept-acts');

// --- kept on this device

const within = (promise, time) => Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error('slow')), time))]);

const keep = async () => {
  const cache = await caches.open(name);
  const parts = performance.getEntriesByType('resource').map(e => e.name)
    .filter(url => url.startsWith(`${location.origin}/assets/`));
  for (const link of document.querySelectorAll('link[href], script[src]')) parts.push(link.href || link.src);
  await Promise.all([...new Set([location.origin + page, ...parts])].map(async url => {
    const answer = await fetch(url);
    if (answer.ok && !answer.redirected) await cache.put(url, answer);
  }));
  const sheets = (await caches.keys()).filter(key => key.startsWith('peregrine-sheet:') && key !== name);
  for (const old of sheets.slice(0, Math.max(0, sheets.length - MOST + 1))) await caches.delete(old);
};

const reachable = () => within(fetch(page.replace(/\/sheet.*/, '/here'), { cache: 'no-store' }), SLOW).then(answer => answer.ok, () => false);

const begin = async () => {
  if (!('serviceWorker' in navigator) || !('caches' in self)) {
    says.textContent = says.dataset.cannot;
    return;
  }
  try {
    if (!await reachable()) {
      says.textContent = says.dataset.offline;
      says.classList.add('caution', 'ink');
      acts.hidden = false;
      return;
    }
    await navigator.serviceWorker.register(document.querySelector('script[data-worker]').dataset.worker, { scope: '/interviews/' });
    await navigator.serviceWorker.ready;
    await keep();
    says.textContent = says.dataset.kept;
    says.dataset.state = 'kept';
    acts.hidden = false;
  } catch {
    says.textContent = says.dataset.cannot;
  }
};

document.addEventListener('click', async e => {
  if (e.target.closest?.('[data-print]')) print();
  if (!e.target.closest?.('[data-unkeep]')) return;
  await caches.delete(name);
  acts.hidden = true;
  says.textContent = says.dataset.removed;
});

// --- how long until it begins; nothing blinks, and nobody is told aloud

const count = () => {
  for (const tag of document.querySelectorAll('[data-start]')) {
    const minutes = Math.floor((Date.parse(tag.dataset.start) - Date.now()) / 60_000);
    if (minutes >= 0 && minutes < 60) tag.textContent = tag.dataset.minutes.replace('%', minutes);
  }
};
count();
setInterval(count, 20_000);

// --- notes

let form = document.getElementById('notes-form');
const key = form && `peregrine-notes-${form.dataset.round}`;
let timer, sending = false;

const field = () => form.elements.text;
const state = () => document.getElementById('notes-state');
const stored = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
const store = value => { try { value ? localStorage.setItem(key, JSON.stringify(value)) : localStorage.removeItem(key); } catch { /* the form has it */ } };

// The proof and the version of a page that lay in the cache are old: those of now are asked for.
const renewed = async () => {
  const answer = await fetch(page, { cache: 'no-store' });
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('notes-form');
  if (now) form.elements._token.value = now.elements._token.value;
};

const shown = html => {
  const now = new DOMParser().parseFromString(html, 'text/html');
  const next = now.getElementById('notes-form');
  if (!next) return false;
  form.elements.seen.value = next.elements.seen.value;
  form.querySelector('.printonly').textContent = field().value;
  state().textContent = next.querySelector('#notes-state').textContent;
  form.querySelector('#notes-theirs')?.remove();
  const theirs = next.querySelector('#notes-theirs');
  if (theirs) form.append(theirs);
  form.querySelector('.bar-head .btn').textContent = next.querySelector('.bar-head .btn').textContent;
  return true;
};

const send = async (again = true) => {
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  const text = field().value;
  state().textContent = form.dataset.saving;
  try {
    const answer = await within(fetch(form.action, {
      method: 'POST', redirect: 'error',
      headers: { 'HX-Request': 'true', 'X-Peregrine-Token': form.elements._token.value },
      body: new URLSearchParams({ text, seen: form.elements.seen.value }),
    }), SLOW);
    if (answer.status === 403 && again) {
      await renewed();
      sending = false;
      await send(false);
      return;
    }
    if (answer.status !== 200 && answer.status !== 409 || !shown(await answer.text())) throw new Error(answer.status);
    if (answer.status === 200) {
      if (field().value === text) store(null); else later(0);
      if (says.dataset.state === 'kept') keep().catch(() => {});
    }
  } catch {
    state().textContent = form.dataset.waiting;
    later(15_000);
  } finally {
    sending = false;
  }
};
// Where two windows differ, the person decides: nothing is sent by itself then.
const disputed = () => form.querySelector('#notes-theirs');
const later = time => {
  clearTimeout(timer);
  timer = setTimeout(() => { if (!disputed()) send(); }, time);
};

if (form) {
  form.addEventListener('input', () => {
    store({ text: field().value, seen: form.elements.seen.value, page });
    if (disputed()) return;
    state().textContent = form.dataset.unsaved;
    later(900);
  });
  form.addEventListener('submit', e => { e.preventDefault(); send(); });
  form.addEventListener('click', e => {
    const theirs = form.querySelector('[data-theirs]')?.textContent;
    if (e.target.closest('[data-both]')) field().value = `${theirs}\n\n${field().value}`;
    else if (e.target.closest('[data-theirs-instead]')) field().value = theirs;
    else return;
    field().focus();
    send();
  });
  addEventListener('online', () => { if (stored() && !disputed()) send(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden && stored() && !disputed()) send(); });
  const waiting = stored();
  if (waiting && waiting.text !== field().value) {
    field().value = waiting.text;
    // Against the version that it was typed over: what was saved elsewhere since is told.
    form.elements.seen.value = waiting.seen;
    send();
  } else if (waiting) store(null);
}

begin();
