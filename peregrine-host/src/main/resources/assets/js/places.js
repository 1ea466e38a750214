// Adds a place to the list of a search: a combobox whose list the server makes. Without script what
// stands in the field is added when the search is saved.
const input = document.getElementById('place');
const lines = document.getElementById('locations');
const said = document.getElementById('place-said');
let at = -1;

const list = () => document.getElementById('place-list');
const options = () => [...list().querySelectorAll('[role=option]')];
const mark = to => {
  const all = options();
  at = all.length && to >= 0 ? to % all.length : -1;
  all.forEach((option, i) => option.setAttribute('aria-selected', i === at));
  if (at < 0) input.removeAttribute('aria-activedescendant');
  else { input.setAttribute('aria-activedescendant', all[at].id); all[at].scrollIntoView({ block: 'nearest' }); }
};
const close = () => { list().hidden = true; input.setAttribute('aria-expanded', 'false'); mark(-1); };
const add = place => {
  if (!place) return;
  const there = lines.value.split('\n').map(line => line.trim()).filter(Boolean);
  const known = there.some(line => line.toLowerCase() === place.toLowerCase());
  lines.value = (known ? there : [...there, place]).join('\n');
  input.value = '';
  close();
  said.textContent = (known ? said.dataset.known : said.dataset.added).replace('%', () => place);
  lines.dispatchEvent(new Event('input', { bubbles: true }));
};

if (input && lines) {
  input.addEventListener('keydown', e => {
    if (e.isComposing) return;
    const open = !list().hidden;
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      if (open) mark(e.key === 'ArrowDown' ? at + 1 : at <= 0 ? options().length - 1 : at - 1);
    }
    if (e.key === 'Enter' && input.value.trim()) {
      e.preventDefault();
      // Without a choice it is what was typed: not every place is known.
      add(open && at >= 0 ? options()[at].dataset.value : input.value.trim());
    }
    if (e.key === 'Escape' && open) { e.preventDefault(); e.stopPropagation(); close(); }
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
  input.addEventListener('htmx:afterRequest', () => {
    const fresh = document.activeElement === input && list().dataset.for === input.value.trim();
    list().hidden = !fresh || !options().length;
    input.setAttribute('aria-expanded', String(!list().hidden));
    mark(-1);
    said.textContent = fresh ? list().dataset.said : '';
  });
  input.parentElement.addEventListener('pointerdown', e => {
    const option = e.target.closest('[role=option]');
    if (option) { e.preventDefault(); add(option.dataset.value); }
  });
  document.getElementById('place-add')?.addEventListener('click', e => { e.preventDefault(); add(input.value.trim()); input.focus(); });
}
