//! What an entry says, part by part, in words for people.

use super::entry::{Entry, Item};
use crate::clause::{Part, Template};
use crate::{AnswerChoice, CaseFile, Catalog, Check, Clause, FieldKind, FormFile, FormKind, GuidelineFile, TopicFile};

/// A part of what an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// What it is about.
    pub label: &'static str,
    /// One text, or several points.
    pub texts: Vec<String>,
    /// Whether the points stand in the order in which they are done.
    pub ordered: bool,
}

/// Collects details; what is empty stays out.
struct Details(Vec<Detail>);

impl Details {
    fn say(&mut self, label: &'static str, text: impl AsRef<str>) -> &mut Self {
        self.list(label, [text.as_ref()], false)
    }

    fn points<S: AsRef<str>>(&mut self, label: &'static str, points: impl IntoIterator<Item = S>) -> &mut Self {
        self.list(label, points, false)
    }

    fn steps(&mut self, label: &'static str, points: &[String]) -> &mut Self {
        self.list(label, points, true)
    }

    fn list<S: AsRef<str>>(
        &mut self,
        label: &'static str,
        points: impl IntoIterator<Item = S>,
        ordered: bool,
    ) -> &mut Self {
        let texts = points.into_iter().map(|text| text.as_ref().trim().to_owned()).filter(|text| !text.is_empty());
        let texts: Vec<String> = texts.collect();
        if !texts.is_empty() {
            self.0.push(Detail { label, texts, ordered });
        }
        self
    }
}

impl Catalog {
    /// What an entry says. Its links are [`Catalog::links`].
    pub fn details(&self, entry: &Entry<'_>) -> Vec<Detail> {
        let mut details = Details(Vec::new());
        match entry.item {
            Item::Topic(file) => self.topic_details(&mut details, file),
            Item::Case(file) => case_details(&mut details, file),
            Item::Guideline(file) => guideline_details(&mut details, file),
            Item::Check(file, check) => check_details(&mut details, file, check),
            Item::Policy(file) => {
                details.say("番号", &file.policy.number).say("適用範囲", &file.policy.scope);
                details.points("見出し", file.sections.iter().map(|section| &section.title));
            }
            Item::Regulation(file) => {
                let regulation = &file.regulation;
                details.say("番号", &regulation.number).say("区分", &regulation.category);
                details.say("目的", &regulation.purpose).say("適用範囲", &regulation.scope);
                details.points("見出し", file.sections.iter().map(|section| &section.title));
            }
            Item::Form(file) => form_details(&mut details, file),
            Item::Page(file) => {
                details.say("なぜ大切か", &file.page.lead);
                let points = file.points.iter().map(|point| format!("{}（{}）", point.action, point.why));
                details.points("すること", points).say("困ったとき", &file.page.trouble);
            }
            Item::Clause(clause) => self.clause_details(&mut details, clause),
            Item::ThreatLine(line) => {
                details.say("どういうことか", &line.explanation);
                details.say("起きると", format!("{}おそれがある。", line.consequence));
                details.say("起こりやすさの初期値", format!("{}：{}", line.rating, line.rating_reason));
                details.points("損なう性質", line.properties.iter().map(|property| property.title()));
                details.points("シートでの書かれ方", &line.aliases);
            }
            Item::Threat(threat) => {
                let kind = self.threat_types.iter().find(|kind| kind.code == threat.kind);
                details.say("種類", kind.map_or("", |kind| &kind.title)).say("英語", &threat.title_en);
                details.say("どういうことか", &threat.explanation);
                details.points("起源", threat.origins.iter().map(|origin| origin.title()));
                details.points("損なう性質", threat.properties.iter().map(|property| property.title()));
                details.say("注", &threat.note);
            }
            Item::Vulnerability(entry) => {
                let kind = self.vulnerability_types.iter().find(|kind| kind.code == entry.kind);
                details.say("種類", kind.map_or("", |kind| &kind.title)).say("英語", &entry.title_en);
                details.say("どういうことか", &entry.explanation);
            }
            Item::Control(control) => {
                details.say("英語", &control.title_en).say("何を求めるか", &control.explanation);
                details.points("種類", &control.control_types).points("性質", &control.properties);
                details.points("サイバーセキュリティの概念", &control.concepts);
                details.points("運用の能力", &control.capabilities).points("領域", &control.domains);
                details.points("ほかの題名", &control.title_variants).say("注", &control.note);
            }
            Item::Medium(medium) => {
                details.say("何か", &medium.explanation).points("台帳での書かれ方", &medium.synonyms);
                details.points("紛れる言葉", &medium.ambiguous);
            }
            Item::Measure(measure) => {
                details.say("質問", &measure.question);
                let answers = measure.answers().map(|(rating, meaning)| format!("{rating}：{meaning}"));
                details.points("答え", answers);
            }
            Item::Question(question) => {
                details.say("質問", &question.question).say("答え方", &question.hint);
                details.points("選べる答え", &question.choices);
            }
            Item::Role(role) => {
                details.say("すること", &role.duty).say("だれが受け持つか", &role.explanation);
            }
            Item::Treatment(treatment) => {
                details.say("意味", &treatment.explanation).say("例", &treatment.example);
            }
            Item::Term(term) => {
                details.say("読み", &term.reading).say("英語", &term.title_en);
                details.say("ほかの呼び方", term.synonyms.join("、")).say("意味", &term.explanation);
            }
        }
        details.0
    }

    fn topic_details(&self, details: &mut Details, file: &TopicFile) {
        let topic = &file.topic;
        details.say("何か", &topic.explanation).points("どこから始まるか", &topic.start);
        details.points("気づくきっかけ", &topic.signs).say("だれが狙われるか", &topic.targets);
        details.steps("最初にすること", &topic.first_response).say("対象とする脅威", &topic.target_threats);
        let ranks = self.ten_threats.iter().filter(|entry| entry.topic == topic.id).map(|entry| {
            let streak = if entry.streak.is_empty() { String::new() } else { format!("（{}）", entry.streak) };
            format!("{}年{}位「{}」{streak}", entry.year, entry.rank, entry.title)
        });
        details.points("10大脅威での順位", ranks);
    }

    fn clause_details(&self, details: &mut Details, clause: &Clause) {
        details.say("段", clause.tier.title()).say("規則", self.in_words(clause));
        details.say("なぜ必要か", &clause.reason).say("頻度", &clause.frequency).say("記録", &clause.record);
        details.say("助言", &clause.advice);
        let blanks = clause.blanks.iter().map(|blank| {
            if blank.hint.is_empty() { blank.label.clone() } else { format!("{}：{}", blank.label, blank.hint) }
        });
        details.points("会社が決めること", blanks);
    }

    /// A rule with the titles of roles and the labels of blanks in it.
    pub fn in_words(&self, clause: &Clause) -> String {
        let Template(parts) = &clause.text;
        let blank = |name: &str| {
            let (owner, name) = name.rsplit_once('.').unwrap_or((&clause.id, name));
            let owner = if owner == clause.id { Some(clause) } else { self.clause(owner) };
            let blank = owner.and_then(|owner| owner.blanks.iter().find(|blank| blank.name == name));
            blank.map_or_else(|| name.to_owned(), |blank| blank.label.clone())
        };
        let words = parts.iter().map(|part| match part {
            Part::Words(words) => words.clone(),
            Part::Role(id) => self.role(id).map_or_else(|| id.clone(), |role| role.title.clone()),
            Part::Organization => "当社".to_owned(),
            Part::Blank(name) => format!("〔{}〕", blank(name)),
        });
        words.collect()
    }
}

fn case_details(details: &mut Details, file: &CaseFile) {
    let (case, damage) = (&file.case, &file.case.damage);
    details.say("業種・規模", &case.business).say("起きたこと", &case.happened).say("原因", &case.cause);
    details.say("お金の被害", &damage.money).say("時間の被害", &damage.time).say("信用の被害", &damage.trust);
    details.points("被害を受けた情報", &case.assets);
}

fn guideline_details(details: &mut Details, file: &GuidelineFile) {
    let guideline = &file.guideline;
    details.say("発行者", &guideline.publisher).say("版", &guideline.edition).say("発行日", &guideline.published);
    details.say("だれのためのものか", &guideline.audience).say("何のためのものか", &guideline.purpose);
    details.say("自社にどう役立つか", &guideline.explanation).steps("使い方", &guideline.steps);
    let answers = file.answers.iter().map(|answer| match answer.score {
        Some(score) => format!("{}：{score}点", answer.title),
        None => answer.title.clone(),
    });
    details.points("答え方", answers);
    let bands = file.bands.iter().map(|band| format!("{}〜{}点：{}。{}", band.from, band.to, band.title, band.next));
    details.points("合計点の見方", bands);
}

fn check_details(details: &mut Details, file: &GuidelineFile, check: &Check) {
    let group = file.groups.iter().find(|group| group.id == check.group);
    details.say("番号", &check.number).say("見出し", group.map_or("", |group| &group.title));
    details.say("どういうことか", &check.meaning).say("なぜ要るか", &check.why).say("小さな会社では", &check.how);
    let title =
        |id: &str| file.answers.iter().find(|answer| answer.id == id).map(|answer: &AnswerChoice| &answer.title);
    let situations = check.situations.iter().map(|situation| match title(&situation.answer) {
        Some(answer) => format!("{}（{answer}）", situation.text),
        None => situation.text.clone(),
    });
    details.points("自社の状況", situations);
}

fn form_details(details: &mut Details, file: &FormFile) {
    let form = &file.form;
    let kind = match form.kind {
        FormKind::Sheet => "1件に1枚の用紙",
        FormKind::Ledger => "1件に1行の台帳",
    };
    details.say("何のためか", &form.purpose).say("形", kind).say("保管する期間", &form.retention);
    let fields = file.fields.iter().map(|field| {
        let required = if field.required { "（必須）" } else { "" };
        let choices = match field.kind {
            FieldKind::Choice => format!("［{}］", field.choices.join("・")),
            _ => String::new(),
        };
        let hint = if field.hint.is_empty() { String::new() } else { format!("：{}", field.hint) };
        format!("{}{required}{choices}{hint}", field.label)
    });
    details.points("欄", fields).points("記入の注意", &form.notes);
}
