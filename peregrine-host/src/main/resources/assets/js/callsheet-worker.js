// Gives the sheet for a call from this device where the server does not answer. Nothing else of the
// pages goes through here, and nothing is kept that the sheet itself did not keep.
const PATIENCE = 6_000;
const sheet = /^\/interviews\/\d+\/prep\/sheet(\/\d+)?$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', e => e.waitUntil(self.clients.claim()));

const kept = async url => {
  for (const name of await caches.keys()) {
    if (!name.startsWith('peregrine-sheet:')) continue;
    const found = await (await caches.open(name)).match(url, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
};

const fresh = async request => {
  const url = new URL(request.url);
  url.hash = '';
  const slow = new Promise((_, no) => setTimeout(() => no(new Error('slow')), PATIENCE));
  const asked = fetch(request);
  try {
    return await Promise.race([asked, slow]);
  } catch {
    return await kept(url.href) ?? await asked.catch(() => Response.error());
  }
};

self.addEventListener('fetch', e => {
  const url = new URL(e.request.url);
  if (e.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (e.request.mode === 'navigate' ? sheet.test(url.pathname) : url.pathname.startsWith('/assets/')) e.respondWith(fresh(e.request));
});
