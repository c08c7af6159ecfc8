// Saves a picture where a download is not enough: the share sheet puts it among the phone's photos.
export default function save(link) {
  link.addEventListener("click", async (event) => {
    if (!navigator.canShare || !matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    try {
      const blob = await (await fetch(link.href)).blob();
      const file = new File([blob], link.download || "qr.png", { type: blob.type });
      if (!navigator.canShare({ files: [file] })) throw new Error("files cannot be shared here");
      await navigator.share({ files: [file] });
    } catch (error) {
      if (error.name !== "AbortError") location.assign(link.href);
    }
  });
}
