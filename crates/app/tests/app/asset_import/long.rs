//! Many lines are left to a job.

use std::sync::Arc;

use app::asset::import::{Selection, discard};
use app::asset::{Input, edit};
use app::job::{Runner, State, find};
use app::{Error, JobId};
use testkit::company::{Company, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::*;

on_both_engines!(a_job_brings_in_many_lines, a_job_writes_nothing_that_was_not_seen);

fn many(count: usize) -> Material {
    let lines: Vec<String> = (0..count).map(|line| format!("営業,資産{line},,営業部,書類,,1,2,3,")).collect();
    file(&format!("{HEADINGS}{}\n", lines.join("\n")))
}

async fn start(context: &Context, id: ImportId) -> JobId {
    let seen = ready(context, id).await.fingerprint;
    match apply(context, &CATALOG, id, &Selection::All, &seen).await.unwrap() {
        Applied::Job(job) => job,
        other => panic!("{other:?}"),
    }
}

fn runner(database: &TemporaryDatabase, company: &Company) -> Runner {
    Runner::new(database.store.clone(), company.clock.clone(), &Arc::new(CATALOG.clone()))
}

async fn a_job_brings_in_many_lines(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let id = send(context, many(3_001)).await;
    let seen = ready(context, id).await.fingerprint;
    let job = start(context, id).await;
    assert!(matches!(reading(context, id).await, Reading::Applying(running) if running == job));
    let pressed_twice = apply(context, &CATALOG, id, &Selection::All, &seen).await.unwrap();
    assert_eq!(pressed_twice, Applied::Job(job));
    assert!(matches!(discard(context, id).await, Err(Error::Refused(_))), "not while it is brought in");
    assert_eq!(runner(&database, &company).run_one().await.unwrap(), Some(job));
    let job = find(context, job).await.unwrap();
    assert_eq!((job.state, job.done, job.total, job.message.as_str()), (State::Done, 3_001, 3_001, ""));
    let report: Report = serde_json::from_value(job.result).unwrap();
    assert_eq!(report, Report { added: 3_001, ..Report::default() });
    assert_eq!(app::asset::register(context).await.unwrap().count, 3_001);
    assert!(matches!(reading(context, id).await, Reading::Applied));
}

async fn a_job_writes_nothing_that_was_not_seen(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    import(context, csv(&["営業,資産7,棚,営業部,書類,,1,1,1,"])).await;
    let id = send(context, many(3_001)).await;
    let job = start(context, id).await;
    let asset = assets(context).await.remove(0);
    edit(context, asset.id, asset.version, Input { users: "全員".into(), ..Input::from(&asset.content) })
        .await
        .unwrap();
    runner(&database, &company).run_one().await.unwrap();
    let job = find(context, job).await.unwrap();
    assert_eq!(job.state, State::Failed);
    assert!(job.message.contains("台帳が変わりました"), "{}", job.message);
    assert_eq!(app::asset::register(context).await.unwrap().count, 1);
    assert!(matches!(reading(context, id).await, Reading::Ready(_)), "one may decide again");
}
