// Selections of a list, and where focus goes after a card was decided.
const picks = () => [...document.querySelectorAll('.pick')];
const sum = () => {
  const bulk = document.getElementById('bulk');
  if (!bulk) return;
  const n = picks().filter(p => p.checked).length;
  bulk.hidden = n === 0;
  for (const place of bulk.querySelectorAll('[data-picked]')) place.textContent = n;
};
document.addEventListener('change', e => { if (e.target.matches('.pick')) sum(); });
document.addEventListener('click', e => {
  if (e.target.closest('[data-clear]')) { for (const p of picks()) p.checked = false; sum(); }
});
document.addEventListener('input', e => {
  const says = e.target.type === 'range' && document.querySelector(`output[for=${e.target.id}]`);
  if (says) says.value = e.target.value;
});
document.addEventListener('htmx:afterSettle', e => {
  sum();
  if (e.target.id === 'review' && !document.activeElement?.closest('dialog')) {
    e.target.querySelector('[data-focus]')?.focus({ preventScroll: true });
  }
});
sum();
if (document.getElementById('review')) import('./swipe.js');
