// The person's pages: what is not saved yet, copying, giving a file. All of it works without.

import { on } from './keys.js';

// Not saved yet: said beside the button, and before the page is left.
let leaving = false;
const dirty = form => {
  form.dataset.dirty = 'yes';
  const state = form.querySelector('[data-state]');
  if (state && !state.querySelector('.danger')) state.textContent = state.dataset.unsaved;
};
for (const event of ['input', 'change']) document.addEventListener(event, e => {
  const form = e.target.closest?.('form[data-dirty]');
  if (form && e.isTrusted) dirty(form);
});
document.addEventListener('htmx:afterSwap', e => { const form = e.target.closest?.('form[data-dirty]'); if (form) form.dataset.dirty = 'yes'; });
document.addEventListener('submit', () => { leaving = true; });
document.addEventListener('click', e => { if (e.target.closest?.('[data-cancel]')) leaving = true; });
addEventListener('pageshow', () => { leaving = false; });
addEventListener('beforeunload', e => {
  const open = document.querySelector('form[data-dirty=yes]') ?? document.querySelector('form[data-dirty] [data-changed=yes]');
  if (!leaving && open) e.preventDefault();
});
// Ctrl or Cmd + S saves the form that is being edited.
on('save', () => {
  const form = document.querySelector('form[data-dirty]');
  form?.requestSubmit(form.querySelector('.btn.primary'));
  return form;
});

// One press copies one value; the arrows lead from one to the next.
document.addEventListener('click', async e => {
  const chip = e.target.closest?.('[data-copy]');
  if (!chip) return;
  const says = document.getElementById('copied');
  try {
    await navigator.clipboard.writeText(chip.dataset.copy);
    document.querySelectorAll('.copy.done').forEach(c => c.classList.remove('done'));
    chip.classList.add('done');
    if (says) says.textContent = document.body.dataset.copied.replace('%', () => chip.dataset.label);
  } catch {
    getSelection()?.selectAllChildren(chip.querySelector('.pre'));
    if (says) says.textContent = document.body.dataset.refused;
  }
});
document.addEventListener('keydown', e => {
  const chip = e.target.closest?.('[data-copy]');
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[e.key];
  if (!chip || !step) return;
  const all = [...document.querySelectorAll('[data-copy]')];
  const next = all[all.indexOf(chip) + step];
  if (next) { e.preventDefault(); next.focus(); }
});

// A file: shown while it hovers, and that it is being read.
for (const event of ['dragover', 'dragleave', 'drop']) document.addEventListener(event, e => {
  e.target.closest?.('.drop')?.classList.toggle('over', event === 'dragover');
});
document.addEventListener('submit', e => {
  const now = e.target.matches?.('[data-upload]') && e.target.querySelector('.reading-now');
  if (!now) return;
  now.hidden = false;
  const says = now.querySelector('[data-says]');
  says.textContent = says.dataset.says;
  e.target.setAttribute('aria-busy', 'true');
});
