// A button that must wait: shows the seconds left and works when they are over. Without this the server says so.
export default function countdown(button) {
  const left = button.querySelector("[data-part=left]");
  let seconds = Number(button.dataset.seconds);
  function tick() {
    button.disabled = seconds > 0;
    left.textContent = seconds > 0 ? ` (${seconds})` : "";
    if (seconds-- > 0) setTimeout(tick, 1000);
  }
  tick();
}
