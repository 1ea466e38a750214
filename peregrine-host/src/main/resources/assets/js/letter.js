// The sheet on which a letter is typed: what is marked in it, leaving, and a letter that arrives.
const sheet = () => document.getElementById('lettertext');
const ink = () => document.getElementById('ink');
let typed = false, sent = '';

// Marks of the last check would stand beside what is typed now; the plain text makes the sheet grow.
const plain = () => { if (ink()) ink().textContent = `${sheet().value}\u00a0`; };

document.addEventListener('input', e => {
  if (e.target.id === 'lettertext') { typed = true; plain(); }
});
document.addEventListener('htmx:beforeRequest', e => {
  if (e.detail.elt?.id === 'letterform') sent = sheet().value;
});
document.addEventListener('htmx:afterSettle', () => {
  if (!sheet()) return;
  if (sheet().value === sent) typed = false;
  else if (typed) plain();
  // A letter that was written meanwhile takes the sheet, unless somebody types in it.
  if (document.querySelector('[data-written]') && !typed) location.reload();
});

// Whoever leaves within the pause takes nothing along.
const leave = () => {
  const form = document.getElementById('letterform');
  if (!typed || !form) return;
  typed = false;
  fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true, redirect: 'manual' });
};
addEventListener('pagehide', leave);
document.addEventListener('submit', e => {
  if (e.target.id === 'letterform') typed = false;
});
// What is asked of a model is asked of the letter as it stands here.
document.addEventListener('formdata', e => {
  if (e.target.id !== 'ask' || !typed) return;
  e.formData.set('text', sheet().value);
  e.formData.set('seen', document.querySelector('#letter-saved [name=seen]').value);
  typed = false;
});

document.addEventListener('click', async e => {
  const change = e.target.closest?.('[data-from]');
  if (change) {
    sheet().focus();
    sheet().setSelectionRange(Number(change.dataset.from), Number(change.dataset.to));
    sheet().scrollIntoView({ block: 'center' });
  }
  const copy = e.target.closest?.('[data-copy-letter]');
  if (copy) {
    const says = document.getElementById('copied');
    try { await navigator.clipboard.writeText(sheet().value); copy.classList.add('done'); } catch { sheet().select(); }
    if (says) says.textContent = copy.textContent;
  }
});
