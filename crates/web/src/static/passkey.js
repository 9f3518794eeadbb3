// Passkeys: asks the server for a challenge, the browser for an answer, and takes the answer back.
// A form with data-passkey="get" or "create"; its action with /begin and /finish behind are the two steps.
"use strict";

(() => {
  const toBytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const withBytes = (list) => list?.map((key) => ({ ...key, id: toBytes(key.id) }));

  const words = {
    NotAllowedError: "中断されたか、時間が切れました。もう一度ボタンを押してください。",
    AbortError: "中断されました。もう一度ボタンを押してください。",
    InvalidStateError: "この端末には、このアカウントのパスキーがもうあります。",
    SecurityError: "今開いているアドレスでは、パスキーを使えません。",
    NotSupportedError: "この端末では、必要な種類のパスキーを作れません。別の端末かセキュリティキーを使ってください。",
    TypeError: "サーバーにつながりません。少し待って、もう一度試してください。",
  };

  // What the server said is shown as it is.
  class Refused extends Error {}

  async function send(address, body) {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Refused(answer.message ?? "処理を終えられませんでした。もう一度試してください。");
    return answer;
  }

  async function create(options) {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...options.user, id: toBytes(options.user.id) },
        excludeCredentials: withBytes(options.excludeCredentials),
      },
    });
    return {
      id: made.id,
      rawId: toText(made.rawId),
      type: made.type,
      response: {
        attestationObject: toText(made.response.attestationObject),
        clientDataJSON: toText(made.response.clientDataJSON),
      },
    };
  }

  async function get(options) {
    const used = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        allowCredentials: withBytes(options.allowCredentials),
      },
    });
    return {
      id: used.id,
      rawId: toText(used.rawId),
      type: used.type,
      response: {
        authenticatorData: toText(used.response.authenticatorData),
        clientDataJSON: toText(used.response.clientDataJSON),
        signature: toText(used.response.signature),
        userHandle: used.response.userHandle ? toText(used.response.userHandle) : null,
      },
    };
  }

  function say(form, message) {
    const place = form.querySelector("[data-passkey-message]");
    place.querySelector("[data-passkey-words]").textContent = message;
    place.hidden = message === "";
  }

  async function run(form) {
    if (!window.PublicKeyCredential) {
      throw new Refused("お使いのブラウザーは、パスキーに対応していません。ブラウザーを新しくするか、別の方法を使ってください。");
    }
    const { password, ...fields } = Object.fromEntries(new FormData(form));
    const address = form.getAttribute("action");
    const { ceremony, options } = await send(`${address}/begin`, { ...fields, password });
    const answer = await (form.dataset.passkey === "create" ? create(options) : get(options));
    const done = await send(`${address}/finish`, { ...fields, ceremony, answer });
    location.assign(done.location);
  }

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.dataset.passkey) return;
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    button.disabled = true;
    say(form, "");
    try {
      await run(form);
    } catch (error) {
      say(form, error instanceof Refused ? error.message : words[error.name] ?? "パスキーを使えませんでした。もう一度試してください。");
      button.disabled = false;
      button.focus();
    }
  });
})();
