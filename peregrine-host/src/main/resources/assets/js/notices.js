// Notices in this browser while a page is open: by the system where the person allowed it, else on
// the page. The server hands each to whoever asks first; what was shown is said to it.
const KEY = 'peregrine-notices';
const store = {
  get: () => { try { return localStorage.getItem(KEY); } catch { return null; } },
  set: on => { try { on ? localStorage.setItem(KEY, 'on') : localStorage.removeItem(KEY); } catch { /* without storage it holds for no page */ } },
};
const allowed = () => 'Notification' in window && Notification.permission === 'granted';
const own = path => /^\/(?![/\\])/.test(path) ? path : '/';

const bySystem = ({ id, title, text, path }) => {
  const notice = new Notification(title, { body: text, tag: `peregrine-${id}` });
  notice.onclick = () => { window.focus(); location.href = own(path); };
};
const onPage = all => {
  const toast = Object.assign(document.createElement('div'), { className: 'toast' });
  toast.dataset.toast = '';
  const lines = document.createElement('span');
  all.forEach(({ title, path }, i) => {
    if (i) lines.append(document.createElement('br'));
    lines.append(Object.assign(document.createElement('a'), { href: own(path), textContent: title }));
  });
  toast.append(lines);
  document.getElementById('toasts')?.replaceChildren(toast);
};
const take = async () => {
  const answer = await fetch('/notices', { headers: { 'HX-Request': 'true' }, cache: 'no-store' });
  if (!answer.ok || !allowed() && document.hidden) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const all = [...page.querySelectorAll('li')].map(line => ({ ...line.dataset }));
  if (allowed()) all.forEach(bySystem);
  else if (all.length) onPage(all);
  const token = JSON.parse(document.body.getAttribute('hx-headers'))['X-Peregrine-Token'];
  for (const { id } of all) await fetch(`/notices/${id}/shown`, { method: 'POST', headers: { 'X-Peregrine-Token': token } });
};
// Of several tabs one asks at a time, so that none is shown twice.
const ask = () => (navigator.locks ? navigator.locks.request(KEY, take) : take()).catch(() => { /* the next change asks again */ });

if (store.get()) {
  ask();
  if (allowed() && navigator.locks) {
    // A tab in the background has no line of its own (live.js), so one of all tabs holds one.
    navigator.locks.request(`${KEY}-line`, () => new Promise(() => {
      const line = new EventSource(`/events?since=${document.body.dataset.drawn}`);
      for (const event of ['told', 'open']) line.addEventListener(event, ask);
    })).catch(() => {});
  } else {
    document.body.addEventListener('live-told', ask);
  }
} else {
  for (const form of document.querySelectorAll('form[data-notices=on]')) form.hidden = false;
}

// The browser is asked for its permission by this click alone.
document.addEventListener('submit', async e => {
  const wish = e.target.dataset?.notices;
  if (!wish) return;
  store.set(wish === 'on');
  if (wish === 'on' && 'Notification' in window && Notification.permission === 'default') {
    e.preventDefault();
    await Notification.requestPermission();
    e.target.submit();
  }
});
