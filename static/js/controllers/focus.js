// Brings a fresh error summary before eyes and screen reader.
export default function focus(element) {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center" });
}
