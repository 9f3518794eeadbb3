//! What the form of the first screen sent.

use app::asset::import::{MOST_BYTES, Material, Options, Scale};
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};

use crate::components::FieldErrors;

/// A body that goes on beyond this is cut off; up to here it is read to its end, so that the browser
/// gets to see our answer.
const PATIENCE: usize = 200 << 20;

/// The form, as far as it was filled.
#[derive(Debug, Default)]
pub(super) struct Received {
    pub(super) file: Option<(String, Vec<u8>)>,
    pub(super) cells: String,
    pub(super) scale: String,
    pub(super) sheet: String,
}

impl Received {
    /// Reads the body.
    pub(super) async fn read(mut body: Multipart) -> Result<Self, MultipartError> {
        let mut received = Self::default();
        let mut total = 0;
        while let Some(mut field) = body.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            let file_name = field.file_name().map(str::to_owned);
            let bytes = take(&mut field, &mut total).await?;
            match (name.as_str(), file_name) {
                // A form without a chosen file sends one without a name.
                ("file", Some(name)) if !name.is_empty() => received.file = Some((bare(&name), bytes)),
                ("cells", _) => received.cells = text(bytes),
                ("scale", _) => received.scale = text(bytes),
                ("sheet", _) => received.sheet = text(bytes),
                _ => {}
            }
            if total > PATIENCE {
                break;
            }
        }
        Ok(received)
    }

    /// The register that was sent.
    ///
    /// # Errors
    /// What to do, at the fields.
    pub(super) fn material(&mut self) -> Result<Material, FieldErrors> {
        let has_cells = !self.cells.trim().is_empty();
        match self.file.take() {
            Some(_) if has_cells => {
                let message = "ファイルと貼り付けたセルの両方があります。どちらか1つにしてください。";
                Err(FieldErrors::new().with("file", message))
            }
            Some((name, bytes)) => Ok(Material::File { name, bytes }),
            None if has_cells => Ok(Material::Pasted(self.cells.clone())),
            None => {
                let message = "台帳のファイルを選ぶか、Excelでコピーしたセルを貼り付けてください。";
                Err(FieldErrors::new().with("file", message))
            }
        }
    }

    pub(super) fn options(&self) -> Options {
        let sheet = self.sheet.trim();
        Options {
            scale: Scale::from_option(&self.scale),
            sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
            media: Vec::new(),
        }
    }
}

/// All of a field, but no more than one byte over the limit: enough to know that it is too large.
async fn take(field: &mut Field<'_>, total: &mut usize) -> Result<Vec<u8>, MultipartError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        *total += chunk.len();
        let room = (MOST_BYTES + 1).saturating_sub(bytes.len());
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if *total > PATIENCE {
            break;
        }
    }
    Ok(bytes)
}

/// Old browsers send the whole path.
fn bare(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.chars().filter(|character| !character.is_control()).take(200).collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
