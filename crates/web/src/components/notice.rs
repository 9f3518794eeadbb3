//! Banners: what was done, what must be known.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// What a notice is about; shown by a picture and a word, not by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done.
    Success,
    /// Good to know.
    Information,
    /// Needs attention.
    Warning,
    /// Did not work.
    Error,
}

/// A banner above the content: `Notice::success("保存しました。")`.
#[derive(Debug, Clone)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// One sentence.
    pub title: String,
    /// More: sentences, links, a form.
    pub body: Option<Markup>,
}

impl Notice {
    /// Something was done.
    pub fn success(title: impl Into<String>) -> Notice {
        Notice { kind: NoticeKind::Success, title: title.into(), body: None }
    }

    /// Good to know.
    pub fn information(title: impl Into<String>) -> Notice {
        Notice { kind: NoticeKind::Information, title: title.into(), body: None }
    }

    /// Needs attention.
    pub fn warning(title: impl Into<String>) -> Notice {
        Notice { kind: NoticeKind::Warning, title: title.into(), body: None }
    }

    /// Did not work.
    pub fn error(title: impl Into<String>) -> Notice {
        Notice { kind: NoticeKind::Error, title: title.into(), body: None }
    }

    /// The same with more below its sentence.
    pub fn with(mut self, body: Markup) -> Notice {
        self.body = Some(body);
        self
    }

    /// The banner. Success and errors are announced when they arrive without a new page.
    pub fn render(&self) -> Markup {
        let (class, picture, word, role) = match self.kind {
            NoticeKind::Success => ("notice notice-success", Icon::Success, "完了", Some("status")),
            NoticeKind::Information => ("notice notice-information", Icon::Information, "お知らせ", None),
            NoticeKind::Warning => ("notice notice-warning", Icon::Warning, "注意", None),
            NoticeKind::Error => ("notice notice-error", Icon::Error, "エラー", Some("alert")),
        };
        html! {
            div class=(class) role=[role] {
                (icon(picture))
                div.notice-body {
                    p.notice-title { span.visually-hidden { (word) "：" } (self.title) }
                    @if let Some(body) = &self.body { (body) }
                }
            }
        }
    }
}
