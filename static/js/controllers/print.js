// A button that prints the page, for those who do not find it in the browser's menu.
export default function printPage(button) {
  button.addEventListener("click", () => window.print());
}
