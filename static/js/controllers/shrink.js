// Makes photos small before they travel: at most 1600 px, WebP or JPEG, and without what the camera wrote into them.
const LONGEST = 1600; // pixels

export default function shrink(input) {
  const form = input.form;
  const preview = document.getElementById(input.dataset.preview ?? "");
  input.addEventListener("change", async () => {
    const files = [...input.files];
    if (!files.length) return;
    form?.setAttribute("aria-busy", "true");
    const box = new DataTransfer();
    for (const file of files) box.items.add(await smaller(file));
    input.files = box.files;
    form?.removeAttribute("aria-busy");
    if (preview) {
      preview.src = URL.createObjectURL(input.files[0]);
      preview.hidden = false;
    }
  });
  // A tap on "send" while the photo is still being made smaller waits for it.
  form?.addEventListener("submit", (event) => {
    if (!form.hasAttribute("aria-busy")) return;
    event.preventDefault();
    new MutationObserver((_, watch) => {
      watch.disconnect();
      form.requestSubmit(event.submitter);
    }).observe(form, { attributeFilter: ["aria-busy"] });
  });
}

async function smaller(file) {
  if (!file.type.startsWith("image/")) return file;
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return file; // a kind this browser cannot read: the server will
  }
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await encode(canvas);
  if (!blob) return file;
  const ending = blob.type === "image/webp" ? "webp" : "jpg";
  return new File([blob], file.name.replace(/\.\w+$/, "") + `.${ending}`, { type: blob.type });
}

async function encode(canvas) {
  const make = (type) => new Promise((done) => canvas.toBlob(done, type, 0.82));
  const webp = await make("image/webp");
  return webp?.type === "image/webp" ? webp : make("image/jpeg");
}
