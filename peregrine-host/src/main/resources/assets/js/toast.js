// One message at a time, announced politely; it waits while it is pointed at or focused.
const place = document.getElementById('toasts');
let timer, left = 0, since = 0;

const toast = () => place.querySelector('[data-toast]');
const stop = () => { clearTimeout(timer); left -= Date.now() - since; };
const go = () => { clearTimeout(timer); since = Date.now(); timer = setTimeout(hide, Math.max(left, 3000)); };
const hide = () => { clearTimeout(timer); place.replaceChildren(); };
const start = () => {
  if (!toast()) return;
  left = toast().querySelector('[data-do=undo]') ? 30_000 : 6_000;
  go();
};

for (const e of ['pointerenter', 'focusin']) place.addEventListener(e, () => toast() && stop());
for (const e of ['pointerleave', 'focusout']) place.addEventListener(e, () => toast() && go());
place.addEventListener('click', e => { if (e.target.closest('[data-close]')) hide(); });
new MutationObserver(() => { clearTimeout(timer); start(); }).observe(place, { childList: true });
start();
