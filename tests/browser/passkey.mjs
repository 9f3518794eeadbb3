// A virtual authenticator of the browser (Chrome DevTools Protocol, WebAuthn domain).

/** Gives the window an authenticator that is always willing, like a finger on the sensor. */
export async function authenticator(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  await client.send("WebAuthn.addVirtualAuthenticator", { options });
}
