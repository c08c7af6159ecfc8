// Binds whatever carries data-controller="name …"; a controller is fetched when a page first needs it.
// Every page works without this file.
const controllers = {
  basket: () => import("./controllers/basket.js"),
  copy: () => import("./controllers/copy.js"),
  countdown: () => import("./controllers/countdown.js"),
  draft: () => import("./controllers/draft.js"),
  focus: () => import("./controllers/focus.js"),
  gallery: () => import("./controllers/gallery.js"),
  menu: () => import("./controllers/menu.js"),
  passkey: () => import("./controllers/passkey.js"),
  print: () => ({ default: (button) => (button.onclick = () => print()) }),
  save: () => import("./controllers/save.js"),
  share: () => import("./controllers/share.js"),
  shrink: () => import("./controllers/shrink.js"),
  stepper: () => import("./controllers/stepper.js"),
  suggest: () => import("./controllers/suggest.js"),
  toast: () => import("./controllers/toast.js"),
  video: () => import("./controllers/video.js"),
};

const bound = new WeakSet();

async function bind(element) {
  if (bound.has(element)) return;
  bound.add(element);
  for (const name of element.dataset.controller.split(/\s+/)) {
    const controller = await controllers[name]?.();
    controller?.default(element);
  }
}

function bindWithin(root) {
  if (root.matches?.("[data-controller]")) bind(root);
  for (const element of root.querySelectorAll("[data-controller]")) bind(element);
  if (root.querySelector("[hx-get], [hx-post]")) fetchHtmx();
}

function fetchHtmx() {
  const address = document.body.dataset.htmx;
  if (!address || document.querySelector("script[data-is-htmx]")) return;
  const script = document.createElement("script");
  script.src = address;
  script.dataset.isHtmx = "";
  document.head.append(script);
}

bindWithin(document.body);
new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) if (node.nodeType === 1) bindWithin(node);
  }
}).observe(document.body, { childList: true, subtree: true });

navigator.serviceWorker?.register("/sw.js").catch(() => {});
