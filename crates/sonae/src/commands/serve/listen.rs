//! Opening the port.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};

use super::door::Listen;
use crate::failure::{Failure, io_words};

/// The usual port, and how many after it are tried.
const PORT: u16 = 8080;
const TRIED: u16 = 20;

/// Opens the port. Where the usual one is taken, the next that is free; the usual one is answered then.
///
/// # Errors
/// [`Failure::Input`] where it cannot be opened.
pub fn bind(listen: &Listen) -> Result<(TcpListener, Option<SocketAddr>), Failure> {
    match *listen {
        Listen::At(address) => open(address).map(|listener| (listener, None)).map_err(|error| refused(address, &error)),
        Listen::Usual => {
            let usual = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), PORT);
            for port in PORT..PORT + TRIED {
                match open(SocketAddr::new(usual.ip(), port)) {
                    Ok(listener) => return Ok((listener, (port != PORT).then_some(usual))),
                    Err(error) if error.kind() == ErrorKind::AddrInUse => {}
                    Err(error) => return Err(refused(usual, &error)),
                }
            }
            // Whatever the system gives.
            let any = SocketAddr::new(usual.ip(), 0);
            open(any).map(|listener| (listener, Some(usual))).map_err(|error| refused(any, &error))
        }
    }
}

fn open(address: SocketAddr) -> std::io::Result<TcpListener> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

fn refused(address: SocketAddr, error: &std::io::Error) -> Failure {
    Failure::Input(match error.kind() {
        ErrorKind::AddrInUse => format!(
            "{address} はほかのプログラムが使っています。そのプログラムを止めるか、--listen で別のポートを指定してください。"
        ),
        ErrorKind::PermissionDenied => format!(
            "{address} を開く権限がありません。1024以上のポートを --listen で指定するか、リバースプロキシーを前に置いてください。"
        ),
        ErrorKind::AddrNotAvailable => {
            format!("{} はこの機械のアドレスではありません。--listen を直してください。", address.ip())
        }
        _ => format!("{address} を開けません（{}）。", io_words(error)),
    })
}
