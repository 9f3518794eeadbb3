//! Changing answers, and writing them as the file that [`Profile::parse`] reads.

use std::fmt::Write as _;

use method::{Medium, Rating};

use crate::{Answer, Catalog, Measure, Profile, ProfileSection, Role, Truth};

impl Profile {
    /// Answers a question of that id; `None` leaves it open.
    pub fn set_answer(&mut self, question: &str, answer: Option<Answer>) {
        set(&mut self.answers, question, answer);
    }

    /// Rates a measure; `None` leaves it open.
    pub fn set_measure(&mut self, measure: &str, rating: Option<Rating>) {
        set(&mut self.measures, measure, rating);
    }

    /// Rates how likely a threat line is (起こりやすさ); `None` leaves it open.
    pub fn set_threat(&mut self, line: &str, rating: Option<Rating>) {
        set(&mut self.threats, line, rating);
    }

    /// Says who holds a role; `None` leaves it open.
    pub fn set_role(&mut self, role: &str, holder: Option<String>) {
        set(&mut self.roles, role, holder);
    }

    /// Says which medium the company means by a word of its own.
    pub fn set_medium(&mut self, word: &str, medium: Medium) {
        self.media.insert(word.to_owned(), medium.title().to_owned());
    }

    /// The whole profile as text: each question as a comment above its answer, what is not answered as a
    /// line that begins with `#`, so that a person can go on in an editor.
    pub fn to_toml(&self, catalog: &Catalog) -> String {
        let mut text =
            String::from("# Sonae の会社の状況（プロファイル）。あとから直せます。行頭に # のある項目は未回答です。\n");
        for (section, table) in
            [(ProfileSection::Organization, "organization"), (ProfileSection::Conditions, "conditions")]
        {
            let _ = write!(text, "\n[{table}]\n");
            for question in catalog.questions.iter().filter(|question| question.section == section) {
                entry(&mut text, &question.question, &question.id, self.answer(&question.id).map(answer_text));
            }
        }
        text.push_str("\n# 1：すべて実施　2：一部実施　3：未実施\n[measures]\n");
        for measure in &catalog.measures {
            let rating = self.measure(&measure.id).map(|rating| rating.value().to_string());
            entry(&mut text, &measure.question, &measure.id, rating);
        }
        text.push_str("\n# 役割を受け持つ人の役職名か氏名\n[roles]\n");
        for role in &catalog.roles {
            let holder = self.role(&role.id);
            if role.is_asked(self) || holder.is_some() {
                entry(&mut text, &role.title, &role.id, holder.map(quoted));
            }
        }
        self.write_own_words(&mut text);
        text
    }

    /// `[threats]`, `[blanks]` and `[media]`, which `sonae profile new` does not ask.
    fn write_own_words(&self, text: &mut String) {
        text.push_str(
            "\n# 起こりやすさ。3：いつ起きてもおかしくない　2：年に数回　1：通常は起きない\n\
             # 例： \"paper.outside-loss\" = 2\n[threats]\n",
        );
        for (line, rating) in &self.threats {
            let _ = writeln!(text, "{} = {}", quoted(line), rating.value());
        }
        text.push_str(
            "\n# 文書の空欄。文書の末尾の「決めていない言葉の一覧」にある項目を、ここに書くと確認済みになります。\n\
             # 例： \"ransomware.backup-taking.interval\" = \"毎週\"\n[blanks]\n",
        );
        for (blank, value) in &self.blanks {
            let _ = writeln!(text, "{} = {value}", quoted(blank));
        }
        text.push_str("\n# 台帳での媒体の書き方。例： \"現場端末\" = \"事務所PC\"\n[media]\n");
        for (word, medium) in &self.media {
            let _ = writeln!(text, "{} = {}", quoted(word), quoted(medium));
        }
    }
}

impl Role {
    /// Whether it is asked who holds it: everybody is 従業員, and a role that the company needs not stays out.
    pub fn is_asked(&self, profile: &Profile) -> bool {
        self.id != "employee" && self.condition.holds(profile) != Truth::No
    }
}

impl Measure {
    /// What each answer means, with its rating: 1 すべて実施, 2 一部実施, 3 未実施.
    pub fn answers(&self) -> [(Rating, &str); 3] {
        [(Rating::LOW, &self.full), (Rating::MEDIUM, &self.partial), (Rating::HIGH, &self.none)]
    }
}

fn set<T>(answers: &mut std::collections::BTreeMap<String, T>, id: &str, answer: Option<T>) {
    match answer {
        Some(answer) => answers.insert(id.to_owned(), answer),
        None => answers.remove(id),
    };
}

fn entry(text: &mut String, question: &str, id: &str, answer: Option<String>) {
    let _ = match answer {
        Some(value) => writeln!(text, "# {question}\n{id} = {value}"),
        None => writeln!(text, "# {question}\n# {id} = "),
    };
}

fn answer_text(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) => quoted(text),
        Answer::Integer(number) => number.to_string(),
        Answer::YesNo(yes) => yes.to_string(),
        Answer::Date(date) => date.to_string(),
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
