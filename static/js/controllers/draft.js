// Keeps a half-written form: on this device at once, on the server (data-draft-url) shortly after.
const PAUSE = 1500; // milliseconds

export default function draft(form) {
  const key = `draft:${form.dataset.draftKey}`;
  restore(form, key);
  let timer;
  const later = () => {
    remember(form, key);
    clearTimeout(timer);
    if (form.dataset.draftUrl) timer = setTimeout(() => send(form), PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    localStorage.removeItem(key);
  });
  addEventListener("online", () => form.dataset.draftUrl && send(form));
}

function fields(form) {
  return [...form.elements].filter(
    (field) =>
      field.name && field.name !== "csrfmiddlewaretoken" && !["file", "password", "hidden", "submit"].includes(field.type),
  );
}

function remember(form, key) {
  const values = fields(form).map((field) => [field.name, field.value, field.checked]);
  try {
    localStorage.setItem(key, JSON.stringify(values));
  } catch {
    // A full or forbidden storage loses only the convenience.
  }
}

// What the server sent wins over what this device remembers.
function restore(form, key) {
  let values;
  try {
    values = JSON.parse(localStorage.getItem(key) ?? "[]");
  } catch {
    return;
  }
  const own = fields(form);
  for (const [name, value, checked] of values) {
    for (const field of own.filter((one) => one.name === name)) {
      if (["checkbox", "radio"].includes(field.type)) {
        if (field.value === value) field.checked = checked;
      } else if (!field.value) {
        field.value = value;
      }
    }
  }
}

async function send(form) {
  const status = form.querySelector("[data-part=draft-status]");
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  let text;
  try {
    const answer = await fetch(form.dataset.draftUrl, { method: "POST", body });
    text = answer.ok ? form.dataset.draftSaved : form.dataset.draftKept;
  } catch {
    text = form.dataset.draftKept;
  }
  if (status) status.textContent = text ?? "";
}
