//! The fields of one asset.

use app::asset::{Departments, Field, Input, Register};
use app::{Permission, Scope};
use catalog::Catalog;
use maud::{Markup, html};
use method::Medium;

use super::criteria::{self, PANEL};
use super::list::highest_first;
use crate::components::{
    CheckboxField, Choice, FieldErrors, RadioGroup, SelectField, TextAreaField, TextField, TextKind, Width,
};
use crate::request::Person;

/// What the fields are made from.
pub(super) struct AssetForm<'a> {
    pub(super) person: &'a Person,
    pub(super) catalog: &'a Catalog,
    pub(super) register: &'a Register,
    pub(super) departments: &'a Departments,
    pub(super) input: &'a Input,
    pub(super) errors: &'a FieldErrors,
}

impl AssetForm<'_> {
    /// All fields, without the button.
    pub(super) fn fields(&self) -> Markup {
        html! {
            section aria-labelledby="what" { h2 #what { "どんな情報か" } (self.what()) }
            section aria-labelledby="where" { h2 #where { "だれが管理し、どこにあるか" } (self.place()) }
            // Every answer below renews the explanation at the end; without JavaScript it comes after saving.
            div hx-post="/assets/importance" hx-trigger="change" hx-target={ "#" (PANEL) } hx-swap="outerHTML" hx-include="closest form" {
                section aria-labelledby="personal-data" { h2 #personal-data { "特に守るべき情報か" } (self.flags()) }
                section aria-labelledby="value" { h2 #value { "事故が起きたら、どうなるか" } (self.ratings()) }
            }
            section aria-labelledby="importance-title" {
                h2 #importance-title { "重要度" }
                (criteria::explanation(self.catalog, self.input))
            }
            section aria-labelledby="dates" { h2 #dates { "期限と見直し" } (self.dates()) }
            (self.own_columns())
        }
    }

    fn what(&self) -> Markup {
        let text = |field, support, required| self.text(field, support, required, Width::Long, &[]);
        html! {
            (text(&Field::Name, "機器ではなく、中の情報の名前です。例：顧客リスト、見積書、会計データ", true))
            (text(&Field::NameReading, "ひらがなかカタカナで。一覧を五十音順に並べるために使います。", false))
            (text(&Field::Business, "どの仕事で使うか。例：営業、人事、経理", false))
            (self.long_text(&Field::Remarks, "保管場所や、まとめて書いた中身など。"))
        }
    }

    fn place(&self) -> Markup {
        let media: Vec<_> = Medium::ALL
            .into_iter()
            .map(|medium| {
                let entry = self.catalog.media.iter().find(|entry| entry.id == medium);
                let description = entry.map_or("", |entry| entry.explanation.as_str());
                Choice { value: medium.id(), label: medium.title(), description, ..Choice::default() }
            })
            .collect();
        let medium = RadioGroup {
            name: "medium",
            label: Field::Medium.title(),
            required: true,
            support: "同じ情報が何か所かにあるときは、場所ごとに1件ずつ登録します。",
            value: &self.input.medium,
            choices: &media,
            ..RadioGroup::default()
        };
        html! {
            (self.department())
            (self.text(&Field::RiskOwner, "この情報を守る責任者。例：営業部長", false, Width::Long, &[]))
            (self.text(&Field::Users, "使ってよい人。例：営業部、全員", false, Width::Long, &[]))
            (medium.render(self.errors))
            (self.text(&Field::MediumAsWritten, "社内での呼び方があれば。例：営業部のNAS、会計クラウド", false, Width::Long, &[]))
        }
    }

    /// Who holds a role for departments chooses among these; others may name a new one.
    fn department(&self) -> Markup {
        let names: Vec<&str> = self.departments.iter().map(|(_, name)| name).collect();
        let Ok(Scope::Departments(own)) = self.person.context.scope(Permission::EditAssets) else {
            let support = "今ある部署から選ぶか、新しい部署の名前を入れます。";
            return self.text(&Field::Department, support, false, Width::Long, &names);
        };
        let own: Vec<&str> = own.iter().filter_map(|id| self.departments.name(*id)).collect();
        let written = self.departments.named(&self.input.department).and_then(|id| self.departments.name(id));
        let choices: Vec<_> = own.iter().map(|name| Choice::new(name, name)).collect();
        let field = SelectField {
            name: "department",
            label: Field::Department.title(),
            required: true,
            support: "自分の部署の情報資産だけを登録できます。",
            value: written.unwrap_or(own.first().copied().unwrap_or("")),
            choices: &choices,
            ..SelectField::default()
        };
        field.render(self.errors)
    }

    fn flags(&self) -> Markup {
        let flag = |field: &Field, label, support| {
            let name = field.id();
            let is_checked = !self.input.typed(field).is_empty();
            CheckboxField { name: &name, label, support, is_checked, ..CheckboxField::default() }.render(self.errors)
        };
        html! {
            (flag(&Field::Personal, "個人情報を含む", "名前や連絡先など、だれのことか分かる情報です。"))
            (flag(&Field::Sensitive, "要配慮個人情報を含む", "病歴、健康診断の結果、犯罪の経歴など、特に気を配る個人情報です。"))
            (flag(&Field::MyNumber, "特定個人情報（マイナンバー）を含む", "従業員や家族のマイナンバーです。"))
            (flag(&Field::Survival, "事故が起きると、会社が続けられなくなるおそれがある", "1つでも当てはまると、重要度は3になります。"))
        }
    }

    fn ratings(&self) -> Markup {
        html! {
            @if let Some(value) = self.input.asset_value {
                p { "この情報資産は、取り込んだ台帳で資産価値「" (value) "」だけが決まっています。3つの問いに答えると、その答えに替わります。" }
                input type="hidden" name="asset_value" value=(value);
            }
            (criteria::questions(self.catalog, self.input, self.errors))
        }
    }

    fn dates(&self) -> Markup {
        let levels = &self.catalog.likelihood_levels;
        let labels: Vec<_> = highest_first()
            .filter_map(|rating| levels.iter().find(|level| level.value == rating))
            .map(|level| (level.value.to_string(), format!("{}：{}", level.value, level.title)))
            .collect();
        let choices: Vec<_> = labels.iter().map(|(value, label)| Choice::new(value, label)).collect();
        let likelihood = self.input.typed(&Field::Likelihood);
        let likelihood = SelectField {
            name: "likelihood",
            label: Field::Likelihood.title(),
            support: "分かっているときだけ。決めないままにすると、あとで脅威と対策の状況から計算します。",
            value: &likelihood,
            empty: "決めない",
            choices: &choices,
            ..SelectField::default()
        };
        html! {
            (self.text(&Field::Retention, "例：5年、利用中", false, Width::Medium, &[]))
            (self.date(&Field::RegisteredOn, ""))
            (self.date(&Field::ReviewOn, "この日が来ると、一覧に「予定日です」と出ます。年に1回が目安です。"))
            (likelihood.render(self.errors))
        }
    }

    fn own_columns(&self) -> Markup {
        let kept = self.input.extra.keys().filter(|heading| !self.register.extra_columns.contains(*heading));
        let headings: Vec<&String> = self.register.extra_columns.iter().chain(kept).collect();
        html! {
            @if !headings.is_empty() {
                section aria-labelledby="own-columns" {
                    h2 #own-columns { "台帳の独自の列" }
                    @for (position, heading) in headings.into_iter().enumerate() {
                        (self.own_column(&format!("own-{position}"), heading))
                    }
                }
            }
        }
    }

    fn own_column(&self, id: &str, heading: &str) -> Markup {
        let field = Field::Extra(heading.to_owned());
        let (name, value) = (field.id(), self.input.typed(&field));
        // The id is what messages lead to: the field's name, which may hold any letters.
        let id = if self.errors.of(&name).next().is_some() { name.as_ref() } else { id };
        if value.contains('\n') {
            TextAreaField { id, name: &name, label: heading, value: &value, ..TextAreaField::default() }
                .render(self.errors)
        } else {
            TextField { id, name: &name, label: heading, value: &value, ..TextField::default() }.render(self.errors)
        }
    }

    /// One line of text; several where there are several already, for a browser would join them.
    fn text(&self, field: &Field, support: &str, required: bool, width: Width, suggestions: &[&str]) -> Markup {
        let (name, value) = (field.id(), self.input.typed(field));
        let label = field.title();
        if value.contains('\n') {
            let area = TextAreaField {
                name: &name,
                label,
                required,
                support,
                value: &value,
                width,
                ..TextAreaField::default()
            };
            return area.render(self.errors);
        }
        TextField { name: &name, label, required, support, value: &value, width, suggestions, ..TextField::default() }
            .render(self.errors)
    }

    fn long_text(&self, field: &Field, support: &str) -> Markup {
        let (name, value) = (field.id(), self.input.typed(field));
        TextAreaField { name: &name, label: field.title(), support, value: &value, ..TextAreaField::default() }
            .render(self.errors)
    }

    fn date(&self, field: &Field, support: &str) -> Markup {
        let (name, value) = (field.id(), self.input.typed(field));
        // What the browser's calendar does not know (令和8年4月1日) stays as it was typed.
        let is_plain = value.is_empty() || value.parse::<jiff::civil::Date>().is_ok();
        let kind = if is_plain { TextKind::Date } else { TextKind::Text };
        let field = TextField {
            kind,
            name: &name,
            label: field.title(),
            support,
            value: &value,
            width: Width::Medium,
            ..TextField::default()
        };
        field.render(self.errors)
    }
}
