//! How the database goes about a page: along one index, whatever the order.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::Instant;

use method::{Medium, PersonalData, Rating, Ratings, Valuation};
use sea_orm::{ConnectionTrait, DatabaseBackend, QuerySelect, QueryTrait, Statement};

use super::row::asset::{Entity as Row, Stored};
use super::{Content, Filter, Order, Query, Sort, list, write};
use crate::organization::{Establishment, FirstPerson, establish};
use crate::store::paging::{Place, statement};
use crate::store::{Durability, Location, Store, migrate};
use crate::{Channel, Clock, Context, Scope, Visitor};

/// An SQLite database with a company of so many assets.
async fn register(folder: &std::path::Path, count: usize) -> Context {
    let store = Store::open(Location::File(folder.join("sonae.db")), Durability::None).await.unwrap();
    migrate(&store).await.unwrap();
    let visitor = Visitor::new(store, Clock::System, Channel::Command);
    let person = FirstPerson {
        name: "見本花子".into(),
        email: "hanako@example.jp".into(),
        password: "correct-horse-battery-staple-27".into(),
    };
    let (organization, _) = establish(&visitor, Establishment { organization: "見本".into(), person }).await.unwrap();
    let context = visitor.operator(organization);
    let contents: Vec<Content> = (0..count).map(content).collect();
    let begun = Instant::now();
    context.transaction(async |transaction| write::insert_many(transaction, &context, contents).await).await.unwrap();
    println!("{count} assets inserted: {:?}", begun.elapsed());
    context
}

fn content(number: usize) -> Content {
    let rating = |number: usize| Rating::new(1 + (number % 3) as u8).unwrap();
    Content {
        line: method::Asset {
            row: 0,
            business: ["人事", "経理", "営業", "技術"][number % 4].into(),
            name: format!("{}{number:06}", ["社員名簿", "請求書の控え", "顧客リスト", "製品設計図"][number % 4]),
            remarks: format!("{}番の棚に保管", number % 997),
            users: "全員".into(),
            risk_owner: "部長".into(),
            department: format!("第{}部", number % 8),
            medium: Medium::ALL[number % 6],
            medium_as_written: Medium::ALL[number % 6].title().into(),
            personal_data: PersonalData { personal: number.is_multiple_of(4), ..PersonalData::default() },
            survival: false,
            valuation: Valuation::Ratings(Ratings {
                confidentiality: rating(number),
                integrity: rating(number / 3),
                availability: rating(number / 9),
            }),
            likelihood: None,
            retention: "5年".into(),
            registered_on: None,
            extra: Vec::new(),
        },
        name_reading: String::new(),
        review_on: number.is_multiple_of(5).then_some(jiff::civil::date(2026, 12, 1)),
        extra: std::collections::BTreeMap::new(),
    }
}

async fn plan(context: &Context, order: Order, after: Option<&str>) -> String {
    let condition = Filter::default().condition(context, &Scope::Organization);
    let select = statement::<Row, Stored>(condition, &order.sorting(), after).limit(101).build(DatabaseBackend::Sqlite);
    let sql = format!("EXPLAIN QUERY PLAN {}", select.sql);
    let statement = Statement { sql, values: select.values, db_backend: DatabaseBackend::Sqlite };
    let rows = context.reader().query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "detail").unwrap()).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn every_page_follows_one_index() {
    let folder = tempfile::tempdir().unwrap();
    let context = register(folder.path(), 300).await;
    for sort in Sort::ALL {
        for descending in [false, true] {
            let order = Order { sort, descending };
            let first = list::list(&context, &Query { order, ..Query::default() }).await.unwrap();
            for after in [None, Some(first.after.unwrap())] {
                let plan = plan(&context, order, after.as_deref()).await;
                assert!(plan.starts_with("SEARCH asset USING INDEX asset_organization_id_"), "{order:?}: {plan}");
                assert_eq!(plan.lines().count(), 1, "{order:?} sorts by itself: {plan}");
                let begins = after.is_none() || plan.contains(",id)");
                assert!(begins, "{order:?} reads from the start: {plan}");
            }
        }
    }
}

/// `cargo nextest run -p app --run-ignored all --no-capture -E 'test(takes_so_long)'`
#[tokio::test]
#[ignore = "measures"]
async fn a_page_of_100_000_takes_so_long() {
    let folder = tempfile::tempdir().unwrap();
    let context = register(folder.path(), 100_000).await;
    let searched = Filter { search: "顧客 0999".into(), ..Filter::default() };
    let paper = Filter { medium: Some(Medium::Paper), ..Filter::default() };
    for (name, filter) in [("plain", Filter::default()), ("search", searched), ("medium", paper)] {
        for sort in Sort::ALL {
            let order = Order { sort, descending: false };
            let mut query = Query { filter: filter.clone(), order, ..Query::default() };
            let mut times = Vec::new();
            for _ in 0..30 {
                let begun = Instant::now();
                let page = list::list(&context, &query).await.unwrap();
                times.push(begun.elapsed());
                query.from = page.after.map_or(Place::Start, Place::After);
            }
            times.sort();
            println!("{name} {sort:?}: median {:?}, slowest {:?}", times[15], times[29]);
        }
    }
}
