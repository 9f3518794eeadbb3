//! The field that looks in everything.

use maud::{Markup, html};

use super::address::SEARCH;

/// Field and button; `value` stands in the field.
pub(super) fn search_form(value: &str) -> Markup {
    html! {
        form.knowledge-search method="get" action=(SEARCH) role="search" aria-label="知識から探す" {
            label.field-label for="q" { "言葉で探す" }
            p.field-support #q-support { "例：ランサムウェア、持ち出し、パスワード。ひらがな、カタカナ、漢字、全角、半角、送りがなの違いは問いません。" }
            div {
                input.input type="search" id="q" name="q" value=(value) maxlength=(super::WORDS) autocomplete="off" aria-describedby="q-support";
                button.button.button-primary type="submit" { "探す" }
            }
        }
    }
}
