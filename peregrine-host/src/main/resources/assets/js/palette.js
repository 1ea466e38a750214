// The command palette, a combobox in a dialog, and the sheet of shortcuts. Without script their
// links lead to pages that show the same.
const palette = document.getElementById('palette');
const sheet = document.getElementById('keys');

const open = (dialog, e) => {
  if (!dialog || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  if (!dialog.open) dialog.showModal();
  htmx.trigger(dialog, 'opened');
};
document.addEventListener('click', e => {
  if (e.target.closest('[data-key=find]')) {
    open(palette, e);
    if (palette?.open) { input.value = ''; input.focus(); htmx.trigger(input, 'opened'); }
  }
  if (e.target.closest('[data-key=shortcuts]')) open(sheet, e);
  // A click beside the dialog closes it.
  if (e.target === palette || e.target === sheet) e.target.close();
});

const input = palette?.querySelector('[role=combobox]');
let at = -1, wanted = false;

const options = () => [...palette.querySelectorAll('[role=option]')];
const mark = to => {
  const all = options();
  at = all.length ? (to + all.length) % all.length : -1;
  all.forEach((option, i) => option.setAttribute('aria-selected', i === at));
  input.setAttribute('aria-expanded', all.length > 0);
  if (at < 0) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', all[at].id);
  all[at]?.scrollIntoView({ block: 'nearest' });
};
const choose = (option, aside) => {
  if (!option) return;
  const { go, post } = option.dataset;
  if (go && aside) { window.open(go, '_blank', 'noopener'); return; }
  palette.close();
  if (go) { location.assign(go); return; }
  const form = palette.querySelector('form');
  form.action = post;
  form.requestSubmit();
};
// Whether the list is the one for what stands in the field now.
const fresh = () => palette.querySelector('[role=listbox]')?.dataset.for === input.value.trim();

input?.addEventListener('keydown', e => {
  if (e.isComposing) return;
  if (e.key === 'ArrowDown' || e.key === 'ArrowUp') { e.preventDefault(); mark(at < 0 && e.key === 'ArrowUp' ? -1 : at + (e.key === 'ArrowDown' ? 1 : -1)); }
  if (e.key === 'Enter') {
    e.preventDefault();
    // Whoever types quickly and presses Enter means what comes, not what is still shown.
    if (fresh()) choose(options()[at], e.ctrlKey || e.metaKey); else wanted = true;
  }
});
input?.addEventListener('input', () => { wanted = false; });
palette?.addEventListener('htmx:afterSwap', () => {
  mark(0);
  palette.querySelector('[role=status]').textContent = palette.querySelector('[role=listbox]').dataset.said;
  if (wanted && fresh()) { wanted = false; choose(options()[at]); }
});
palette?.addEventListener('close', () => { wanted = false; });
palette?.addEventListener('click', e => choose(e.target.closest('[role=option]'), e.ctrlKey || e.metaKey));
palette?.addEventListener('pointermove', e => {
  const option = e.target.closest('[role=option]');
  if (option) { const to = options().indexOf(option); if (to !== at) mark(to); }
});
