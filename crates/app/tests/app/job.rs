//! Work in the background: one job, one runner; nothing is lost where one dies.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::job::{Job, Order, Runner, State, Task, Work, enqueue, find, wake};
use app::{AccountId, Actor, Context, Error, JobId, Result};
use async_trait::async_trait;
use catalog::Catalog;
use sea_orm::ConnectionTrait;
use serde_json::json;
use testkit::company::{Company, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;
use tokio::sync::Notify;

on_both_engines!(
    each_job_is_run_once,
    a_dead_runners_job_is_taken_over_and_done_once,
    a_job_that_kills_its_runners_is_given_up,
    failures_say_why,
    acts_as_its_starter_of_now,
    is_there_only_with_what_asked_for_it,
    belongs_to_its_starter,
    gives_back_what_it_cannot_end,
);

const KIND: &str = "count";

/// Remembers who ran what; does what the payload says.
#[derive(Default)]
struct Count {
    runs: Mutex<BTreeMap<JobId, u32>>,
    go_on: Notify,
    finished: AtomicBool,
}

#[async_trait]
impl Work for Count {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, context: &Context, task: &Task) -> Result<()> {
        *self.runs.lock().unwrap().entry(task.id).or_default() += 1;
        let how: String = task.payload()?;
        match how.as_str() {
            "refuse" => return Err(Error::Refused("台帳がありません。".into())),
            "panic" => panic!("a bug"),
            "wait" => self.go_on.notified().await,
            "until-stopped" => {
                while !task.is_stopping() {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                return Err(Error::internal("stopped"));
            }
            _ => {}
        }
        task.progress(3, 7);
        let done = context
            .transaction(async |transaction| {
                transaction.execute_unprepared("UPDATE organization SET version = version + 1").await?;
                task.finish(transaction, context.now(), &json!({ "by": context.actor_name() })).await
            })
            .await;
        self.finished.store(done.is_ok(), Ordering::SeqCst);
        done
    }
}

fn runner(database: &TemporaryDatabase, company: &Company, work: &Arc<Count>) -> Runner {
    let catalog = Arc::new(Catalog::load().unwrap());
    Runner::new(database.store.clone(), company.clock.clone(), &catalog).with(work.clone())
}

async fn order(context: &Context, how: &str) -> JobId {
    let order = Order { kind: KIND, title: "数える".into(), payload: json!(how) };
    context.transaction(async |transaction| enqueue(transaction, context, order).await).await.unwrap()
}

async fn job(company: &Company, id: JobId) -> Job {
    find(&company.officer, id).await.unwrap()
}

async fn version(company: &Company) -> i64 {
    app::organization::find(&company.officer).await.unwrap().version
}

async fn each_job_is_run_once(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let work = Arc::new(Count::default());
    let mut ids = Vec::new();
    for _ in 0..12 {
        ids.push(order(&company.officer, "").await);
    }
    let runners: Vec<_> = (0..4).map(|_| runner(&database, &company, &work)).collect();
    let runs = runners.into_iter().map(|runner| {
        tokio::spawn(async move {
            // Another runner may hold the only free one for a moment: a few empty looks are no end.
            let mut empty = 0;
            while empty < 20 {
                match runner.run_one().await.unwrap() {
                    Some(_) => empty = 0,
                    None => empty += 1,
                }
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        })
    });
    for run in runs.collect::<Vec<_>>() {
        run.await.unwrap();
    }
    let expected: BTreeMap<JobId, u32> = ids.iter().map(|id| (*id, 1)).collect();
    assert_eq!(*work.runs.lock().unwrap(), expected);
    assert_eq!(version(&company).await, 13);
    let job = job(&company, ids[0]).await;
    assert_eq!((job.state, job.done, job.total, job.title.as_str()), (State::Done, 7, 7, "数える"));
    assert_eq!(job.result, json!({ "by": "見本花子" }));
}

async fn a_dead_runners_job_is_taken_over_and_done_once(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let id = order(&company.officer, "wait").await;
    let (dead, alive) = (Arc::new(Count::default()), Arc::new(Count::default()));
    let first = runner(&database, &company, &dead);
    // It hangs, and gives no sign of life any more.
    assert!(tokio::time::timeout(Duration::from_millis(300), first.run_one()).await.is_err());
    let second = runner(&database, &company, &alive);
    assert_eq!(second.run_one().await.unwrap(), None, "its lease still holds");
    company.clock.advance(Duration::from_secs(61));
    alive.go_on.notify_one();
    assert_eq!(second.run_one().await.unwrap(), Some(id));
    assert_eq!(job(&company, id).await.state, State::Done);
    // The first one was only slow: what it does now is not kept.
    dead.go_on.notify_one();
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(alive.finished.load(Ordering::SeqCst) && !dead.finished.load(Ordering::SeqCst));
    assert_eq!(version(&company).await, 2);
}

async fn a_job_that_kills_its_runners_is_given_up(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let id = order(&company.officer, "wait").await;
    let work = Arc::new(Count::default());
    for _ in 0..3 {
        let killed = runner(&database, &company, &work);
        assert!(tokio::time::timeout(Duration::from_millis(200), killed.run_one()).await.is_err());
        company.clock.advance(Duration::from_secs(61));
    }
    assert_eq!(runner(&database, &company, &work).run_one().await.unwrap(), None);
    let job = job(&company, id).await;
    assert_eq!((job.state, work.runs.lock().unwrap()[&id]), (State::Failed, 3));
    assert!(job.message.contains("取りやめました"), "{}", job.message);
}

async fn failures_say_why(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let work = Arc::new(Count::default());
    let runner = runner(&database, &company, &work);
    for (how, words) in [("refuse", "台帳がありません。"), ("panic", "内容は変わっていません")] {
        let id = order(&company.officer, how).await;
        assert_eq!(runner.run_one().await.unwrap(), Some(id));
        let job = job(&company, id).await;
        assert_eq!(job.state, State::Failed);
        assert!(job.message.contains(words) && !job.message.contains("a bug"), "{}", job.message);
    }
}

async fn acts_as_its_starter_of_now(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let work = Arc::new(Count::default());
    let id = order(&company.officer, "").await;
    company
        .officer
        .transaction(async |transaction| Ok(transaction.execute_unprepared("DELETE FROM membership").await?))
        .await
        .unwrap();
    runner(&database, &company, &work).run_one().await.unwrap();
    let job = job(&company, id).await;
    assert_eq!((job.state, job.message), (State::Failed, Error::Forbidden.to_string()));
    assert!(work.runs.lock().unwrap().is_empty(), "it was not even begun");
}

async fn is_there_only_with_what_asked_for_it(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let asked: Result<()> = context
        .transaction(async |transaction| {
            let order = Order { kind: KIND, title: "数える".into(), payload: json!("") };
            enqueue(transaction, context, order).await?;
            Err(Error::Stale)
        })
        .await;
    assert!(matches!(asked, Err(Error::Stale)));
    let work = Arc::new(Count::default());
    assert_eq!(runner(&database, &company, &work).run_one().await.unwrap(), None);
}

async fn belongs_to_its_starter(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let id = order(&company.officer, "").await;
    assert_eq!(job(&company, id).await.state, State::Waiting);
    let mut colleague = company.officer.clone();
    if let Actor::Person { account, .. } = &mut colleague.actor {
        *account = AccountId::new();
    }
    assert!(matches!(find(&colleague, id).await, Err(Error::NotFound(_))));
    assert!(matches!(find(&company.elsewhere(), id).await, Err(Error::NotFound(_))));
    let operator = company.visitor.operator(company.organization);
    assert_eq!(find(&operator, id).await.unwrap().id, id);
}

async fn gives_back_what_it_cannot_end(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let work = Arc::new(Count::default());
    let running = runner(&database, &company, &work).start();
    let id = order(&company.officer, "until-stopped").await;
    wake();
    for _ in 0..400 {
        if job(&company, id).await.state == State::Running {
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(job(&company, id).await.state, State::Running);
    running.stop().await;
    assert_eq!(job(&company, id).await.state, State::Waiting);
    assert_eq!(work.runs.lock().unwrap()[&id], 1);
}
