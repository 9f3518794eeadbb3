//! A QR code as a picture in the page.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

use crate::Failure;

/// Light modules around the code, so that cameras find its edge.
const QUIET: usize = 4;

/// The code for `text`, black on white in any mode, described by `label`.
pub(super) fn qr(text: &str, label: &str) -> Result<Markup, Failure> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|error| Failure::internal(&format!("no QR code: {error}")))?;
    let width = code.width();
    let mut dark = String::new();
    for (row, modules) in code.to_colors().chunks(width).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            if run[0] == Color::Dark {
                let _ = write!(dark, "M{} {}h{}v1h-{}z", column + QUIET, row + QUIET, run.len(), run.len());
            }
            column += run.len();
        }
    }
    let side = width + 2 * QUIET;
    Ok(html! {
        svg.qr role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges"
            xmlns="http://www.w3.org/2000/svg" {
            rect width=(side) height=(side) fill="#ffffff" {}
            path d=(dark) fill="#000000" {}
        }
    })
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn draws_every_dark_module_once() -> Result<(), String> {
        let text = "otpauth://totp/Sonae";
        let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M);
        let dark = code.map_err(|error| error.to_string())?.to_colors();
        let dark = dark.iter().filter(|color| **color == qrcode::Color::Dark).count();
        let picture = qr(text, "QRコード").map_err(|failure| format!("{failure:?}"))?.into_string();
        let runs = picture.split("v1h-").skip(1);
        let drawn: usize = runs.filter_map(|run| run.split('z').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, dark);
        assert!(!picture.contains("style"), "{picture}");
        Ok(())
    }
}
