//! As what a document is written.

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For going on with the numbers.
    Xlsx,
    /// For going on with the words.
    Docx,
    /// For handing on.
    Pdf,
}

impl Format {
    /// In the order in which they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::Xlsx, Self::Docx, Self::Pdf];

    /// The ending of the file's name.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// As people call it.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Xlsx => "Excel",
            Self::Docx => "Word",
            Self::Pdf => "PDF",
        }
    }

    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
        }
    }
}

impl std::str::FromStr for Format {
    type Err = app::Error;

    fn from_str(text: &str) -> Result<Self, app::Error> {
        Self::ALL.into_iter().find(|format| format.id() == text).ok_or(app::Error::NotFound("ページ"))
    }
}
