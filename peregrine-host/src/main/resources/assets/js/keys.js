// Shortcuts: the one place where they are defined. The server reads this list for the page Shortcuts,
// so it is plain JSON between the brackets. "Control" is also ⌘; a key alone can be switched off.
export const shortcuts = [
  { "name": "find", "keys": ["Control+k"], "where": "Everywhere", "does": "Find a page, a job or something to do" },
  { "name": "shortcuts", "keys": ["?", "Control+/"], "where": "Everywhere", "does": "Show these shortcuts" },
  { "name": "undo", "keys": ["z"], "where": "Everywhere", "does": "Take back what was just done" },
  { "name": "approve", "keys": ["ArrowRight", "l"], "where": "Review", "does": "Approve" },
  { "name": "reject", "keys": ["ArrowLeft", "j"], "where": "Review", "does": "Reject" },
  { "name": "skip", "keys": ["s"], "where": "Review", "does": "Skip" },
  { "name": "reason", "keys": ["r"], "where": "Review", "does": "Reject with a reason" },
  { "name": "open", "keys": ["o"], "where": "Review", "does": "Open the job" },
  { "name": "next-job", "keys": ["n"], "where": "Apply", "does": "Go to the next job" },
  { "name": "previous-job", "keys": ["p"], "where": "Apply", "does": "Go to the previous job" },
  { "name": "open-posting", "keys": ["o"], "where": "Apply", "does": "Open the posting" },
  { "name": "tile-down", "keys": ["j", "ArrowDown"], "where": "Interviews", "does": "Go to the next application" },
  { "name": "tile-up", "keys": ["k", "ArrowUp"], "where": "Interviews", "does": "Go to the one before" },
  { "name": "lane-next", "keys": ["]", "ArrowRight"], "where": "Interviews", "does": "Go to the next stage" },
  { "name": "lane-previous", "keys": ["[", "ArrowLeft"], "where": "Interviews", "does": "Go to the stage before" },
  { "name": "tile-move", "keys": ["m"], "where": "Interviews", "does": "Move the application" },
  { "name": "tile-open", "keys": ["Enter"], "where": "Interviews", "does": "Open the application" },
  { "name": "tile-pick", "keys": ["x"], "where": "Interviews", "does": "Select the application" },
  { "name": "tile-mail", "keys": ["e"], "where": "Interviews", "does": "Read its mail" },
  { "name": "save", "keys": ["Control+s"], "where": "Forms", "does": "Save" }
];

const root = document.documentElement;
const actions = new Map();

// What a shortcut does where no control stands for it; answers whether it did something.
export const on = (name, act) => actions.set(name, act);

const mac = /Mac|iP/.test(navigator.platform);
export const showMac = place => { if (mac) for (const key of place.querySelectorAll('kbd[data-control]')) key.textContent = '⌘'; };
showMac(document);
document.addEventListener('htmx:afterSwap', e => showMac(e.target));

// A shortcut is a control with data-key that names it; the key presses the control. It must be seen,
// unless it says data-anywhere.
const typing = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], dialog, [popover]';
document.addEventListener('keydown', e => {
  const held = e.ctrlKey || e.metaKey;
  if (e.altKey || e.repeat || e.isComposing) return;
  if (!held && (root.dataset.keys === 'off' || e.target.closest?.(typing) || document.querySelector('dialog:modal'))) return;
  const key = (held ? 'Control+' : '') + (e.key.length === 1 ? e.key.toLowerCase() : e.key);
  const names = shortcuts.filter(s => s.keys.includes(key)).map(s => s.name);
  for (const name of names) {
    const all = [...document.querySelectorAll(`[data-key=${name}]`)];
    const hit = all.find(b => b.checkVisibility()) ?? all.find(b => b.hasAttribute('data-anywhere'));
    if (hit || actions.get(name)?.()) { e.preventDefault(); hit?.click(); return; }
  }
});
