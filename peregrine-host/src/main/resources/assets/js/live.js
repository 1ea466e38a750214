// Tells the parts of the page which topics changed: an event live-TOPIC on body, for hx-trigger.
// Only a page that is looked at holds a connection: a browser has six for a host, and tabs are many.
const topics = [
  'tasks', 'run', 'jobs', 'plugins', 'models', 'hardware', 'letters',
  'rounds', 'contacts', 'reminders', 'practice', 'offers', 'surveys',
  'mail', 'notices', 'told', 'integrations', 'agenda',
];
let source, missed = false;

const tell = topic => document.body.dispatchEvent(new CustomEvent(`live-${topic}`));
const listen = () => {
  source = new EventSource(`/events?since=${document.body.dataset.drawn}`);
  for (const topic of topics) source.addEventListener(topic, () => tell(topic));
  source.addEventListener('error', () => { missed = true; });
  source.addEventListener('open', () => { if (missed) { missed = false; topics.forEach(tell); } });
};
const rest = () => { source?.close(); source = undefined; missed = true; };

document.addEventListener('visibilitychange', () => {
  if (document.hidden) rest();
  else if (!source) listen();
});
addEventListener('pagehide', rest);
addEventListener('pageshow', e => { if (e.persisted && !source) listen(); });
if (!document.hidden && !document.querySelector('.shell.solo:not(:has([hx-trigger*="live-"]))')) listen();

// "2 running" stands in two places; the drawer's own part brings it.
document.addEventListener('htmx:afterSettle', e => {
  const summary = document.getElementById('running')?.dataset.summary;
  if (e.target.id === 'activity') for (const place of document.querySelectorAll('[data-running]')) place.textContent = summary;
});
