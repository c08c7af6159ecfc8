// Files of this build, the page for when there is no net, and the reader's own orders. Never a basket, a payment or a desk.
const BUILD = "build-{{ build }}";
const ORDERS = "orders";
const KEPT_ORDERS = 30;
const OFFLINE = {
{% for code, path in offline.items %}  "{{ code }}": "{{ path }}",
{% endfor %}};
const NEEDED = [{% for path in needed %}"{{ path }}", {% endfor %}];
const ORDER = /^\/[a-z-]+\/orders\/[0-9a-z]{20,}\/$/;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(BUILD)
      .then((cache) => cache.addAll([...NEEDED, ...Object.values(OFFLINE)]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== BUILD && name !== ORDERS).map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (NEEDED.includes(address.pathname)) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(event, request, address));
});

// A file's name changes with its content: what is here is right.
async function file(request) {
  return (await caches.match(request)) || fetch(request);
}

async function page(event, request, address) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && ORDER.test(address.pathname)) event.waitUntil(keep(address.pathname, answer.clone()));
    return answer;
  } catch {
    const kept = ORDER.test(address.pathname) && (await caches.match(address.pathname, { cacheName: ORDERS }));
    return kept || caches.match(OFFLINE[address.pathname.split("/")[1]] || Object.values(OFFLINE)[0]);
  }
}

async function keep(path, answer) {
  const cache = await caches.open(ORDERS);
  await cache.delete(path);
  await cache.put(path, answer);
  const names = await cache.keys();
  await Promise.all(names.slice(0, Math.max(0, names.length - KEPT_ORDERS)).map((name) => cache.delete(name)));
}
