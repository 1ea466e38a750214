// Comfort settings, the zone, files. Pages work without it.
import './keys.js';
import './live.js';
import './toast.js';
import './review.js';
import './recipe.js';
import './person.js';
import './places.js';
import './letter.js';
import './practice.js';
import './palette.js';
import './feedback.js';
import './survey.js';
import './notices.js';

if (document.getElementById('moving')) import('./interviews.js');

const root = document.documentElement;

// The server writes times in this zone from the next page on.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`peregrine_zone=${encodeURIComponent(zone)}`)) {
  document.cookie = `peregrine_zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
}

// Notes of a call that could not be saved: said on every page until their sheet is opened.
try {
  const left = Object.keys(localStorage).find(key => key.startsWith('peregrine-notes-'));
  const page = left && JSON.parse(localStorage.getItem(left)).page;
  if (/^\/interviews\/\d+\/prep\/sheet\/\d+$/.test(page) && page !== location.pathname) {
    const note = document.createElement('p');
    const link = document.createElement('a');
    note.className = 'note caution';
    note.append(document.body.dataset.notesLeft, ' ', link);
    link.href = page;
    link.textContent = document.body.dataset.notesOpen;
    document.getElementById('problem')?.before(note);
  }
} catch { /* no storage, no notes */ }

// The form posts itself; the page changes at once.
for (const form of document.querySelectorAll('[data-look]')) form.addEventListener('change', e => {
  root.dataset[e.target.name] = e.target.value;
  // The drawer and the page Appearance are two views of the same.
  for (const same of document.querySelectorAll(`[data-look] input[name=${e.target.name}]`)) same.checked = same.value === e.target.value;
});

// Browsers without command="show-modal".
document.addEventListener('click', e => {
  const open = e.target.closest('[commandfor]');
  if (open && !('commandForElement' in open)) {
    const dialog = document.getElementById(open.getAttribute('commandfor'));
    open.getAttribute('command') === 'close' ? dialog.close() : dialog.showModal();
  }
});

// A chosen file is named where it was dropped.
document.addEventListener('change', e => {
  const says = e.target.type === 'file' && e.target.closest('.drop')?.querySelector('[data-chosen]');
  if (says) says.textContent = e.target.files[0]?.name ?? says.dataset.chosen;
  if (e.target.matches?.('[data-show]')) document.getElementById(e.target.dataset.show)?.toggleAttribute('data-plain', !e.target.checked);
});

// What the server cannot say because it does not answer.
const problem = what => {
  const place = document.getElementById('problem');
  place?.replaceChildren(Object.assign(document.createElement('p'), { className: 'note caution', textContent: place.dataset[what] }));
};
document.addEventListener('htmx:sendError', () => problem('silent'));
document.addEventListener('htmx:timeout', () => problem('slow'));
document.addEventListener('htmx:afterRequest', e => { if (e.detail.successful) document.querySelector('#problem > p')?.remove(); });

// Of a row of tabs that is wider than the screen, the current one is seen.
const tab = document.querySelector('.worktabs [aria-current]');
if (tab) { const row = tab.closest('.worktabs'); row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2; }
