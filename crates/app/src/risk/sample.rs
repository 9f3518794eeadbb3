//! Risks of the sample company: what the catalog proposes for its register, and a few decisions to look at.

use catalog::Catalog;
use jiff::ToSpan;
use method::{Rating, Treatment};

use super::identify::proposed;
use super::{About, BusinessEvent, Content, Knowledge, Subject, Threat, write};
use crate::asset::{self, Asset};
use crate::organization::Organization;
use crate::store::Transaction;
use crate::treatment::{Decision, Task, TaskStatus};
use crate::{AccountId, Context, Result, TaskId};

/// Lines that are taken over for each asset.
const LINES: usize = 2;

/// Adds them, owned by the person who looks at the sample.
pub(crate) async fn add_samples(
    transaction: &Transaction,
    context: &Context,
    catalog: &Catalog,
    company: &Organization,
    assets: &[Asset],
    owner: (AccountId, &str),
) -> Result<()> {
    let knowledge = Knowledge::of(company, catalog)?;
    let mut new: Vec<(Content, About)> = Vec::new();
    for asset in assets {
        let mut lines: Vec<_> = knowledge.lines(asset.content.line.medium).iter().collect();
        lines.sort_by_key(|rated| std::cmp::Reverse(rated.likelihood));
        for rated in lines.into_iter().take(LINES) {
            new.push((proposed(catalog, asset, rated.line), About::from(asset)));
        }
    }
    new.push(event());
    for (content, _) in &mut new {
        content.owner = Some(owner.0);
        owner.1.clone_into(&mut content.owner_name);
    }
    // The worst first: of the first four, two are to be reduced, one is accepted, one is open.
    let level =
        |(content, about): &(Content, About)| super::Analysis::of(content, about.importance, &knowledge).level();
    new.sort_by_key(|risk| std::cmp::Reverse(level(risk)));
    let decisions = [
        decision(
            context,
            Treatment::Reduce,
            &[
                ("持ち出す機器とデータを許可制にし、台帳に付ける", "7.9", 30),
                ("持ち出すデータを暗号化する", "8.24", 60),
            ],
        ),
        decision(context, Treatment::Reduce, &[("離れた場所にもバックアップを置き、戻す練習をする", "8.13", 14)]),
        decision(context, Treatment::Accept, &[]),
    ];
    for ((content, _), decision) in new.iter_mut().zip(decisions) {
        content.decision = Some(decision);
    }
    write::insert_many(transaction, context, &knowledge, new).await?;
    Ok(())
}

fn decision(context: &Context, treatment: Treatment, tasks: &[(&str, &str, i64)]) -> Decision {
    let today = asset::today(context);
    let day = |days: i64| today.checked_add(days.days()).unwrap_or(today);
    let task = |(what, control, days): &(&str, &str, i64)| Task {
        id: TaskId::new(),
        what: (*what).to_owned(),
        control: Some((*control).to_owned()),
        responsible: "総務部 情報システム担当".to_owned(),
        responsible_account: None,
        due_on: Some(day(*days)),
        cost: None,
        status: TaskStatus::Planned,
        done_on: None,
    };
    let accepts = treatment == Treatment::Accept;
    Decision {
        treatment,
        reason: if accepts {
            "来年度の機器の入れ替えまで、今のまま使います。".to_owned()
        } else {
            String::new()
        },
        means: String::new(),
        expected: (!accepts).then_some(Rating::LOW),
        review_on: accepts.then(|| day(90)),
        tasks: tasks.iter().map(task).collect(),
        before: None,
        decided_by: context.actor_name().to_owned(),
        decided_at: context.now(),
        sent_back: String::new(),
        answers: String::new(),
        replaced: None,
    }
}

/// Something that must not happen to the business.
fn event() -> (Content, About) {
    let event = BusinessEvent {
        name: "受注のしくみが1日止まる".to_owned(),
        name_reading: "じゅちゅうのしくみが1にちとまる".to_owned(),
        explanation: "電話とFAXでの受注に切り替えますが、出荷の半分は翌日に回ります。".to_owned(),
        confidentiality: Rating::LOW,
        integrity: Rating::MEDIUM,
        availability: Rating::HIGH,
        survival: false,
        department: None,
        assets: Vec::new(),
    };
    let about = About::from(&event);
    let content = Content {
        subject: Subject::Event(event),
        threat: Threat {
            title: "停電や回線の障害".to_owned(), rating: Some(Rating::MEDIUM), ..Threat::default()
        },
        vulnerabilities: Vec::new(),
        consequence: "お客様への納品が遅れる".to_owned(),
        vulnerability_rating: Some(Rating::MEDIUM),
        likelihood: None,
        controls: Vec::new(),
        owner: None,
        owner_name: String::new(),
        remarks: String::new(),
        review_on: None,
        decision: None,
        approval: None,
    };
    (content, about)
}
