// Buttons beside every swipe.
export default function gallery(root) {
  const strip = root.querySelector("[data-part=strip]");
  const back = root.querySelector("[data-part=back]");
  const on = root.querySelector("[data-part=on]");
  const count = root.querySelector("[data-part=count]");
  if (!back || !on) return; // one picture alone has no steps
  const stride = () => strip.firstElementChild.getBoundingClientRect().width;

  const show = () => {
    const rest = strip.scrollWidth - strip.clientWidth - strip.scrollLeft;
    back.disabled = strip.scrollLeft < 4;
    on.disabled = rest < 4;
    if (count) count.textContent = `${Math.round(strip.scrollLeft / stride()) + 1} / ${strip.children.length}`;
  };
  const step = (by) => strip.scrollBy({ left: by * Math.max(stride(), strip.clientWidth * 0.8), behavior: motion() });

  back.addEventListener("click", () => step(-1));
  on.addEventListener("click", () => step(1));
  strip.addEventListener("scroll", show, { passive: true });
  addEventListener("resize", show);
  show();
}

function motion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
