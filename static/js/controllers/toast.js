// A bar with "undo" stays ten seconds, longer under a finger or the focus.
const STAY = 10_000; // milliseconds

export default function toast(bar) {
  let timer;
  const go = () => bar.remove();
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(go, STAY);
  };
  const hold = () => clearTimeout(timer);
  for (const name of ["pointerenter", "focusin"]) bar.addEventListener(name, hold);
  for (const name of ["pointerleave", "focusout"]) bar.addEventListener(name, start);
  bar.querySelector("[data-part=close]")?.addEventListener("click", go);
  start();
}
