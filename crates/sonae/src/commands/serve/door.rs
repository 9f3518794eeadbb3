//! Through which door people come in: address, TLS, proxy. What would carry passwords in the clear
//! over a network is refused.

use std::net::SocketAddr;

use crate::arguments::ServeOptions;
use crate::failure::Failure;
use crate::installation::{Installation, TlsFiles};

/// Where the server listens unless told otherwise.
pub const USUAL: &str = "127.0.0.1:8080";

/// Which address is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listen {
    /// Nobody said: the usual one, or the next that is free.
    Usual,
    /// Exactly this one.
    At(SocketAddr),
}

/// Through which door people come in.
#[derive(Debug)]
pub struct Door {
    /// Which address is opened.
    pub listen: Listen,
    /// Certificate and key, where we speak TLS ourselves.
    pub tls: Option<TlsFiles>,
    /// Whether a reverse proxy stands before us.
    pub behind_proxy: bool,
    /// What people type, where it was said.
    public_address: Option<String>,
}

impl Door {
    /// Puts command line and settings together; the command line wins.
    ///
    /// # Errors
    /// [`Failure::Usage`] where the address is none, or would be open to a network without encryption.
    pub fn decide(options: &ServeOptions, installation: &Installation) -> Result<Self, Failure> {
        let settings = &installation.settings;
        let tls = match (&options.tls_certificate, &options.tls_key) {
            (Some(certificate), Some(key)) => Some(TlsFiles { certificate: certificate.clone(), key: key.clone() }),
            _ => settings.tls.as_ref().map(|tls| TlsFiles {
                certificate: installation.path(&tls.certificate),
                key: installation.path(&tls.key),
            }),
        };
        let listen = match options.listen.as_ref().or(settings.listen.as_ref()) {
            Some(text) => Listen::At(address(text)?),
            None => Listen::Usual,
        };
        let public_address = options.public_address.as_ref().or(settings.public_address.as_ref());
        let door = Self {
            listen,
            tls,
            behind_proxy: options.behind_proxy || settings.behind_proxy,
            public_address: public_address.map(|text| public(text)).transpose()?,
        };
        door.refuse_unsafe()?;
        Ok(door)
    }

    fn refuse_unsafe(&self) -> Result<(), Failure> {
        if let Listen::At(address) = self.listen
            && !address.ip().is_loopback()
            && self.tls.is_none()
            && !self.behind_proxy
        {
            return Err(Failure::Usage(format!(
                "{address} では、ほかの機械からも開けます。そのままではパスワードや台帳が暗号化されずに流れるので、起動しませんでした。次のどちらかにしてください。\n  ・証明書を使う： --tls-certificate 証明書.pem --tls-key 秘密鍵.pem\n  ・TLS を受け持つリバースプロキシーを前に置く： --behind-proxy --public-address https://…\nこの機械だけで使うときは、--listen を付けないでください。"
            )));
        }
        if self.behind_proxy && self.public_address.is_none() {
            return Err(Failure::Usage(
                "リバースプロキシーの後ろで動かすときは、利用者がブラウザーに入れるアドレスを --public-address で指定してください（例：--public-address https://sonae.example.co.jp）。招待のリンクとパスキーに使います。"
                    .into(),
            ));
        }
        Ok(())
    }

    /// What people type, without a slash at its end.
    pub fn public_address(&self, listening: SocketAddr) -> String {
        if let Some(said) = &self.public_address {
            return said.clone();
        }
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        // By name where it is this machine: passkeys do not work with a bare number.
        if listening.ip().is_loopback() || listening.ip().is_unspecified() {
            return format!("{scheme}://localhost:{}", listening.port());
        }
        format!("{scheme}://{listening}")
    }
}

fn address(text: &str) -> Result<SocketAddr, Failure> {
    let named = text.strip_prefix("localhost:").map(|port| format!("127.0.0.1:{port}"));
    named.as_deref().unwrap_or(text).parse().map_err(|_| {
        Failure::Usage(format!(
            "「{text}」では受け付けられません。アドレス:ポート の形で書いてください（例：--listen {USUAL}）。"
        ))
    })
}

fn public(text: &str) -> Result<String, Failure> {
    let wrong = || {
        Failure::Usage(format!(
            "「{text}」は利用者のアドレスとして使えません。https://sonae.example.co.jp のように、https:// か http:// で始まり、パスのない形で書いてください。"
        ))
    };
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or_else(wrong)?;
    let host = host.strip_suffix('/').unwrap_or(host);
    let plain =
        !host.is_empty() && !host.contains(|c: char| c == '/' || c == '@' || c == '?' || c == '#' || c.is_whitespace());
    if plain { Ok(text.strip_suffix('/').unwrap_or(text).to_owned()) } else { Err(wrong()) }
}
