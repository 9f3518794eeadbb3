//! The profile's questions as form fields, section by section; shared by the first run and by 組織.

use app::organization::{NAME_QUESTION, TypedAnswers};
use catalog::{Catalog, Measure, Profile, ProfileSection, Question, QuestionKind, Role};
use maud::{Markup, html};

use crate::components::{Arrangement, Choice, FieldErrors, RadioGroup, SelectField, TextField, TextKind, Width};

/// A part of the questions that fills one calm page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// 会社について
    Company,
    /// 仕事のしかた
    Work,
    /// 対策の状況
    Measures,
    /// 役割
    Roles,
}

impl Section {
    pub(crate) const ALL: [Self; 4] = [Self::Company, Self::Work, Self::Measures, Self::Roles];

    /// The word in addresses.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Work => "work",
            Self::Measures => "measures",
            Self::Roles => "roles",
        }
    }

    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.id() == id)
    }

    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Company => "会社について",
            Self::Work => "仕事のしかた",
            Self::Measures => "対策の状況",
            Self::Roles => "役割",
        }
    }

    /// What the answers are for.
    pub(crate) const fn lead(self) -> &'static str {
        match self {
            Self::Company => "基本方針などの文書に載せる内容です。分からないところは空けておけます。",
            Self::Work => {
                "仕事のしかたによって、必要な決まりが変わります。分からないものは「あとで答える」のままで構いません。"
            }
            Self::Measures => {
                "今どこまでできているかを、いちばん近い文から選びます。リスクの大きさは、この答えから計算します。"
            }
            Self::Roles => "だれが受け持つかを、役職名か氏名で書きます。1人がいくつ兼ねても構いません。",
        }
    }

    /// The one after it.
    pub(crate) fn next(self) -> Option<Self> {
        let position = Self::ALL.iter().position(|section| *section == self)?;
        Self::ALL.get(position + 1).copied()
    }

    /// The questions of the section, for those that are questions of the catalog's own file.
    pub(crate) fn questions(self, catalog: &Catalog) -> impl Iterator<Item = &Question> {
        let section = match self {
            Self::Company => Some(ProfileSection::Organization),
            Self::Work => Some(ProfileSection::Conditions),
            Self::Measures | Self::Roles => None,
        };
        catalog
            .questions
            .iter()
            .filter(move |question| Some(question.section) == section && question.id != NAME_QUESTION)
    }

    /// Every field with its label and the answer in it, as forms send it.
    pub(crate) fn answers(self, catalog: &Catalog, profile: &Profile) -> Vec<(String, String, String)> {
        let rating = |measure: &Measure| profile.measure(&measure.id).map(|rating| rating.to_string());
        let of =
            |field: String, label: &str, answer: Option<String>| (field, label.to_owned(), answer.unwrap_or_default());
        match self {
            Self::Company | Self::Work => self
                .questions(catalog)
                .map(|question| of(question_field(question), &question.label, typed(question, profile)))
                .collect(),
            Self::Measures => catalog
                .measures
                .iter()
                .map(|measure| of(measure_field(measure), &measure.title, rating(measure)))
                .collect(),
            Self::Roles => asked_roles(catalog, profile)
                .map(|role| of(role_field(role), &role.title, profile.role(&role.id).map(str::to_owned)))
                .collect(),
        }
    }

    /// The fields, filled with what was typed.
    pub(crate) fn fields(self, catalog: &Catalog, typed: &TypedAnswers, errors: &FieldErrors) -> Markup {
        let value = |field: &str| typed.get(field).map(String::as_str).unwrap_or_default();
        html! {
            @match self {
                Self::Company | Self::Work => {
                    @for question in self.questions(catalog) {
                        @let field = question_field(question);
                        (question_markup(question, &field, value(&field), errors))
                    }
                }
                Self::Measures => {
                    @for measure in &catalog.measures {
                        @let field = measure_field(measure);
                        (measure_markup(measure, &field, value(&field), errors))
                    }
                }
                Self::Roles => {
                    // Those that the answers hold: a role that the company needs not is not asked.
                    @for role in catalog.roles.iter().filter(|role| typed.contains_key(&role_field(role))) {
                        @let field = role_field(role);
                        (role_markup(role, &field, value(&field), errors))
                    }
                }
            }
        }
    }
}

fn asked_roles<'a>(catalog: &'a Catalog, profile: &Profile) -> impl Iterator<Item = &'a Role> {
    catalog.roles.iter().filter(|role| role.is_asked(profile))
}

fn question_field(question: &Question) -> String {
    let table = match question.section {
        ProfileSection::Organization => "organization",
        ProfileSection::Conditions => "conditions",
    };
    format!("{table}.{}", question.id)
}

fn measure_field(measure: &Measure) -> String {
    format!("measures.{}", measure.id)
}

fn role_field(role: &Role) -> String {
    format!("roles.{}", role.id)
}

/// The answer as its field sends it.
fn typed(question: &Question, profile: &Profile) -> Option<String> {
    match profile.answer(&question.id)? {
        catalog::Answer::YesNo(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        _ => profile.text(&question.id),
    }
}

fn question_markup(question: &Question, name: &str, value: &str, errors: &FieldErrors) -> Markup {
    let (label, support) = (question.label.as_str(), format!("{}{}", question.question, question.hint));
    let support = support.as_str();
    let text = TextField { name, label, support, value, ..TextField::default() };
    match question.kind {
        QuestionKind::Text => text.render(errors),
        QuestionKind::Integer => TextField { kind: TextKind::Number, width: Width::Short, ..text }.render(errors),
        QuestionKind::Date => TextField { kind: TextKind::Date, width: Width::Medium, ..text }.render(errors),
        QuestionKind::YesNo => {
            let choices = [Choice::new("yes", "はい"), Choice::new("no", "いいえ"), Choice::new("", "あとで答える")];
            let arrangement = Arrangement::Inline;
            RadioGroup { name, label, support, value, choices: &choices, arrangement, ..RadioGroup::default() }
                .render(errors)
        }
        QuestionKind::Choice => {
            let choices: Vec<Choice<'_>> = question.choices.iter().map(|choice| Choice::new(choice, choice)).collect();
            SelectField {
                name,
                label,
                support,
                value,
                choices: &choices,
                empty: "あとで答える",
                ..SelectField::default()
            }
            .render(errors)
        }
    }
}

fn measure_markup(measure: &Measure, name: &str, value: &str, errors: &FieldErrors) -> Markup {
    let choices = [
        Choice::new("1", &measure.full),
        Choice::new("2", &measure.partial),
        Choice::new("3", &measure.none),
        Choice::new("", "あとで答える"),
    ];
    RadioGroup {
        name,
        label: &measure.title,
        support: &measure.question,
        value,
        choices: &choices,
        ..RadioGroup::default()
    }
    .render(errors)
}

fn role_markup(role: &Role, name: &str, value: &str, errors: &FieldErrors) -> Markup {
    let support = &role.explanation;
    TextField { name, label: &role.title, support, value, ..TextField::default() }.render(errors)
}
