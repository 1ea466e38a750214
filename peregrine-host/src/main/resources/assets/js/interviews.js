// The board of applications: keys, dragging, the sheet. All of it presses what a click presses.
import { on } from './keys.js';

const root = document.documentElement, board = document.getElementById('board'), sheet = document.getElementById('moving');
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches || root.dataset.motion === 'calm';
let here = '', beside = '', dragging = false, sending = false, stale = false;

// Keys work while no control has the focus: on the page itself, or on a tile.
const free = () => { const at = document.activeElement; return !at || at === document.body || at.matches('main, h1, .tile'); };
const tile = () => document.getElementById(here);
const lists = () => [...board.querySelectorAll('.tiles')].filter(list => list.checkVisibility());
const within = list => [...list.querySelectorAll('.tile')];
const go = to => {
  if (!to) return false;
  here = to.id;
  beside = (to.nextElementSibling ?? to.previousElementSibling)?.id ?? '';
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest', behavior: still() ? 'auto' : 'smooth' });
  return true;
};
const first = () => lists().flatMap(within)[0];
const step = by => {
  const at = tile();
  if (!at) return go(first());
  const all = within(at.parentElement);
  return go(all[all.indexOf(at) + by] ?? at);
};
const across = by => {
  const at = tile();
  if (!at) return go(first());
  const filled = lists().filter(list => list === at.parentElement || within(list).length);
  const list = filled[filled.indexOf(at.parentElement) + by];
  return go(list ? within(list)[Math.min(within(at.parentElement).indexOf(at), within(list).length - 1)] : at);
};
const rtl = () => root.dir === 'rtl' ? -1 : 1;
for (const [name, act] of Object.entries({
  'tile-down': () => step(1),
  'tile-up': () => step(-1),
  'lane-next': () => across(rtl()),
  'lane-previous': () => across(-rtl()),
  'tile-move': () => press('[data-move]'),
  'tile-open': () => press('h3 a'),
  'tile-pick': () => press('.pick'),
  'tile-mail': () => { const read = tile()?.querySelector('.signal summary'); read?.click(); return !!read; },
})) on(name, () => free() && act());
const press = what => { const at = tile(); at?.querySelector(what).click(); return !!at; };
board.addEventListener('focusin', e => { const at = e.target.closest('.tile'); if (at) { here = at.id; beside = (at.nextElementSibling ?? at.previousElementSibling)?.id ?? ''; } });

// The sheet opens with what it was filled with, and closes once that was sent.
document.addEventListener('htmx:afterSwap', e => {
  if (e.target.id !== 'moving-in') return;
  if (!sheet.open) sheet.showModal();
  (sheet.querySelector('input[type=radio]:checked') ?? sheet.querySelector('input[type=radio]'))?.focus();
});
// Until the next picture is drawn, the focus would stay in the sheet that is gone, and keys with it.
const shut = () => { sheet.close(); if (sheet.contains(document.activeElement)) document.activeElement.blur(); };
const lose = () => { const at = document.activeElement; return !at || at === document.body || !at.isConnected || !at.checkVisibility(); };
// At once, and again when everything is drawn that is on its way.
const keep = () => { for (const after of [0, 150, 600]) setTimeout(() => { if (!sheet.open && here && lose()) go(tile() ?? document.getElementById(beside)); }, after); };
sheet.addEventListener('close', () => { tile()?.focus({ preventScroll: true }); keep(); });
// Whoever draws the board anew, and in whichever way: the focus is not lost by it.
new MutationObserver(keep).observe(board, { childList: true });

// A part that draws itself anew must not take away what the person holds or has chosen.
let holding = false;
board.addEventListener('pointerdown', e => { holding = !!e.target.closest('.tile'); });
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => { holding = false; setTimeout(catchUp); });
// A mail that is open is being read.
const busy = () => holding || dragging || sending || board.querySelector('.pick:checked, .signal details[open]');
board.addEventListener('toggle', e => { if (e.target.matches('.signal details')) catchUp(); }, true);
const posts = e => e.detail.requestConfig?.verb === 'post';
document.addEventListener('htmx:afterRequest', e => { if (posts(e)) setTimeout(() => { sending = false; catchUp(); }, 200); }); // its answer is drawn a moment later
document.addEventListener('htmx:beforeRequest', e => {
  if (posts(e)) sending = true;
  if (e.target.id === 'board-live' && busy()) { stale = true; e.preventDefault(); }
});
const catchUp = () => { if (stale && !busy()) { stale = false; htmx.trigger('#board-live', 'stale'); } };
document.addEventListener('change', catchUp);
document.addEventListener('click', e => { if (e.target.closest('[data-clear]')) catchUp(); });
document.addEventListener('htmx:beforeSwap', e => {
  if (e.detail.target.id !== 'board') return;
  // Asked for before something was taken up: it would be taken out of the hand.
  if (e.detail.requestConfig.elt.id === 'board-live' && busy()) { stale = true; e.detail.shouldSwap = false; return; }
  if (sheet.open && posts(e)) shut();
  // What dragging left on the tiles would be copied to the new ones, which the policy forbids.
  for (const at of board.querySelectorAll('[style]')) at.removeAttribute('style');
});
document.addEventListener('htmx:afterSettle', e => {
  if (e.target.id !== 'board') return;
  stale = false;
  const moved = board.querySelector('[data-moved]');
  // Where a tile left the board, its neighbour takes the focus.
  if (!sheet.open && (moved || (here && lose()))) go(moved ?? tile() ?? document.getElementById(beside) ?? board.querySelector('h1'));
  keep();
  sortable();
});

// How much of the board is folded, the server draws from the next page on. Kept with the click: what the
// browser tells of it afterwards comes too late for who leaves the page at once.
board.addEventListener('click', e => {
  const lane = e.target.closest('summary')?.parentElement;
  if (lane?.matches('[data-fold]')) document.cookie = `peregrine_front=1; path=/; samesite=lax; max-age=${lane.open ? 31536000 : 0}`;
});

let Sortable;
const sortable = () => {
  if (!Sortable) return;
  for (const list of board.querySelectorAll('.tiles, .overzone')) {
    new Sortable(list, {
      group: 'board', sort: false, draggable: '.tile', filter: 'input, button, label', preventOnFilter: false,
      forceFallback: true, fallbackOnBody: true, fallbackTolerance: 6, delay: 300, delayOnTouchOnly: true, touchStartThreshold: 6,
      animation: still() ? 0 : 150,
      // A lane keeps its height while a tile leaves it, so that the one below does not move away from the hand.
      onStart: () => { dragging = true; board.classList.add('dragging'); for (const lane of board.querySelectorAll('.lane')) lane.style.minBlockSize = `${lane.offsetHeight}px`; },
      onEnd: e => {
        dragging = false; board.classList.remove('dragging'); for (const lane of board.querySelectorAll('.lane')) lane.removeAttribute('style');
        const to = e.to.dataset.lane;
        if (e.from === e.to) { catchUp(); return; }
        if (to === 'over') {
          e.from.insertBefore(e.item, e.from.children[e.oldIndex] ?? null);
          here = e.item.id; press('[data-move]');
          return;
        }
        here = e.item.id;
        htmx.ajax('POST', e.item.dataset.path, { source: board, target: '#board', swap: 'innerHTML', values: { from: e.item.dataset.stage, to } })
          .catch(() => htmx.trigger('#board-live', 'stale'));
      },
    });
    list.dataset.drags = '';
  }
};
for (const failed of ['htmx:responseError', 'htmx:sendError']) document.addEventListener(failed, e => { if (e.target === board) htmx.trigger('#board-live', 'stale'); });
import('./sortable.js').then(() => { Sortable = self.Sortable; sortable(); }, () => {});
