// The phone's own share sheet; without one the link stays a link.
export default function share(link) {
  if (!navigator.share) return;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    navigator.share({ title: document.title, url: link.dataset.url ?? location.href }).catch(() => {});
  });
}
