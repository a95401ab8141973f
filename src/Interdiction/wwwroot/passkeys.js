// Passkeys: asks this server for a challenge, the browser for a key's answer, and sends that as the form that it is in.
"use strict";

const failures = {
  NotAllowedError: "Nothing was done: it was cancelled, or it took too long.",
  InvalidStateError: "This device holds a passkey of your account already.",
};

async function ask(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!answer.ok)
    throw new Error("The server gave no challenge. Load the page again.");
  const { options, state } = await answer.json();
  const credential = form.dataset.passkey === "make"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.elements.state.value = state;
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const [button, said] = [form.querySelector("button"), form.querySelector("[role=status]")];
  form.hidden = false;
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    button.disabled = true;
    said.textContent = "This browser knows no passkeys, or is too old for them.";
  }
  form.addEventListener("submit", event => {
    event.preventDefault();
    button.disabled = true;
    said.textContent = "Waiting for your passkey.";
    ask(form).catch(error => {
      button.disabled = false;
      said.textContent = failures[error.name] ?? error.message;
    });
  });
}
