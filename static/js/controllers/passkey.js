// A form that a passkey fills in: data-ask is "create" or "get", options in a script within or at data-options.
export default function passkey(form) {
  const part = (name) => form.querySelector(`[data-part=${name}]`);
  const able = Boolean(window.PublicKeyCredential);
  part("button").hidden = !able;
  part("cannot").hidden = able;
  part("button").addEventListener("click", async () => {
    try {
      const { publicKey } = await options(form);
      publicKey.challenge = bytes(publicKey.challenge);
      if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
      for (const one of publicKey.excludeCredentials ?? publicKey.allowCredentials ?? []) one.id = bytes(one.id);
      const credential = await navigator.credentials[form.dataset.ask]({ publicKey });
      form.elements.credential.value = JSON.stringify(plain(credential));
      form.submit();
    } catch {
      part("failed").hidden = false;
    }
  });
}

async function options(form) {
  const within = form.querySelector("script");
  return within ? JSON.parse(within.textContent) : (await fetch(form.dataset.options)).json();
}

function plain({ id, type, response }) {
  const given = {};
  for (const name in response) if (response[name] instanceof ArrayBuffer) given[name] = text(response[name]);
  return { id, rawId: id, type, response: given };
}

function bytes(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt());
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_");
}
