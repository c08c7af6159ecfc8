// Plus and minus beside a number field; with data-submit the form follows a moment later.
export default function stepper(root) {
  const input = root.querySelector("input");
  const less = root.querySelector("[data-part=less]");
  const more = root.querySelector("[data-part=more]");
  let timer;

  const show = () => {
    const value = Number(input.value);
    less.disabled = input.min !== "" && value <= Number(input.min);
    more.disabled = input.max !== "" && value >= Number(input.max);
  };
  const change = (by) => {
    if (by > 0) input.stepUp();
    else input.stepDown();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  less.addEventListener("click", () => change(-1));
  more.addEventListener("click", () => change(1));
  input.addEventListener("input", show);
  input.addEventListener("change", () => {
    show();
    clearTimeout(timer);
    if ("submit" in root.dataset && input.validity.valid) timer = setTimeout(() => input.form.requestSubmit(), 500);
  });
  show();
}
