// An answer in a practice interview: how long it takes, said quietly, and leaving while one types.
const clock = () => document.querySelector('[data-clock]');
let began, typed = false;

const shown = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const tick = () => {
  const place = clock();
  if (!place) return;
  const seconds = Math.round((Date.now() - began) / 1000);
  place.querySelector('output').textContent = shown(seconds);
  document.querySelector('#answerform [name=seconds]').value = seconds;
};
if (clock()) {
  const key = `peregrine-practice-${clock().dataset.clock}`;
  try {
    began = Number(sessionStorage.getItem(key)) || Date.now();
    sessionStorage.setItem(key, began);
  } catch { began = Date.now(); }
  clock().hidden = false;
  tick();
  setInterval(tick, 1000);
}

document.addEventListener('input', e => { if (e.target.closest?.('#answerform')) typed = true; });
document.addEventListener('submit', e => { if (e.target.id === 'answerform') typed = false; });
document.addEventListener('htmx:afterRequest', e => { if (e.detail.elt?.closest?.('#answerform') && e.detail.successful) typed = false; });
// Whoever leaves within the pause takes nothing along.
addEventListener('pagehide', () => {
  const form = document.getElementById('answerform');
  if (!typed || !form) return;
  typed = false;
  fetch(form.dataset.draft, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true, redirect: 'manual' });
});
