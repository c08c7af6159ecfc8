// Copies data-text and says so on the button.
export default function copy(button) {
  const label = button.querySelector("[data-part=label]") ?? button;
  const before = label.textContent;
  button.addEventListener("click", async () => {
    await write(button.dataset.text);
    label.textContent = button.dataset.done;
    setTimeout(() => {
      label.textContent = before;
    }, 2500);
  });
}

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers inside chat apps may refuse; the old way still works there.
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
