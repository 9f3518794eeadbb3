//! Rows for every table there is, found out from the schema itself, so that no new table is forgotten.

use std::collections::BTreeMap;

use app::store::{Engine, Store};
use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, QueryResult, Statement, TransactionTrait, Value};
use testkit::database::sqlite;

/// Rows of each table.
const ROWS: usize = 3;
/// Filled by the use cases alone: their hashes must fit.
const CHAINED: [&str; 2] = ["audit_log", "audit_chain"];

type Row = BTreeMap<String, Value>;

struct Shape {
    name: String,
    /// Name, type, whether it may be absent, whether it is part of the key.
    columns: Vec<(String, String, bool, bool)>,
    /// Column, table pointed to, column there.
    pointers: Vec<(String, String, String)>,
}

/// Puts rows into every table; answers them by table.
pub async fn fill(store: &Store) -> Vec<(String, Vec<Row>)> {
    // The writer is the application's own; tests write through a connection of theirs.
    let connection = own_connection(store).await;
    let mut filled: Vec<(String, Vec<Row>)> = Vec::new();
    let transaction = connection.begin().await.unwrap();
    for shape in shapes().await {
        if CHAINED.contains(&shape.name.as_str()) {
            continue;
        }
        let rows: Vec<Row> = (0..ROWS).map(|index| row(&shape, index, &filled)).collect();
        let mut insert = Query::insert();
        insert.into_table(Alias::new(&shape.name));
        insert.columns(shape.columns.iter().map(|column| Alias::new(&column.0)));
        for row in &rows {
            insert.values_panic(shape.columns.iter().map(|column| Expr::val(row[&column.0].clone())));
        }
        transaction.execute(&insert).await.unwrap_or_else(|error| panic!("{}: {error}", shape.name));
        filled.push((shape.name, rows));
    }
    transaction.commit().await.unwrap();
    filled
}

fn row(shape: &Shape, index: usize, filled: &[(String, Vec<Row>)]) -> Row {
    let mut row = Row::new();
    for (name, kind, nullable, key) in &shape.columns {
        // The last row leaves out what may be absent.
        let absent = *nullable && !key && index == ROWS - 1;
        let unique = format!("{}.{name}.{index}", shape.name);
        let value = match kind.as_str() {
            "uuid_text" if absent => Value::Uuid(None),
            "uuid_text" => uuid::Uuid::now_v7().into(),
            "integer" if absent => Value::BigInt(None),
            // What is a time or a count of something large is a long integer.
            "integer" if name.ends_with("_at") || name == "at" => (i64::MAX - index as i64).into(),
            "integer" => (-3 + index as i64).into(),
            "boolean" => (index == 0).into(),
            "text" if absent => Value::String(None),
            "text" => format!("{unique} 𠮷野家\"引用\" \\ \n\t\r 😀 \u{7f}\u{2028} ' ; --").into(),
            "blob" | "varbinary_blob" if absent => Value::Bytes(None),
            "blob" | "varbinary_blob" => (0..=255u8).cycle().take(100_000 * index).collect::<Vec<u8>>().into(),
            other => panic!("{unique}: {other}"),
        };
        row.insert(name.clone(), value);
    }
    for (column, table, there) in &shape.pointers {
        let absent = matches!(row[column], Value::Uuid(None) | Value::String(None) | Value::BigInt(None));
        let Some((_, rows)) = filled.iter().find(|(name, _)| name == table) else { continue };
        if !absent {
            row.insert(column.clone(), rows[index][there].clone());
        }
    }
    row
}

/// Every filled row is there, cell by cell.
pub async fn assert_holds(store: &Store, filled: &[(String, Vec<Row>)]) {
    for (table, rows) in filled {
        let all = Statement::from_string(store.reader().get_database_backend(), format!("SELECT * FROM \"{table}\""));
        let there = store.reader().query_all_raw(all).await.unwrap();
        for row in rows {
            let same = |found: &QueryResult| row.iter().all(|(column, value)| cell(found, column, value) == *value);
            assert!(there.iter().any(same), "{table}: {row:?}");
        }
    }
}

fn cell(row: &QueryResult, column: &str, like: &Value) -> Value {
    match like {
        Value::Uuid(_) => Value::Uuid(row.try_get("", column).unwrap()),
        Value::BigInt(_) => match row.try_get::<Option<i64>>("", column) {
            Ok(number) => Value::BigInt(number),
            Err(_) => Value::BigInt(row.try_get::<Option<i32>>("", column).unwrap().map(i64::from)),
        },
        Value::Bool(_) => Value::Bool(row.try_get("", column).unwrap()),
        Value::String(_) => Value::String(row.try_get("", column).unwrap()),
        Value::Bytes(_) => Value::Bytes(row.try_get("", column).unwrap()),
        other => panic!("{other:?}"),
    }
}

/// Tables and their columns as the engine itself names them, sorted.
pub async fn really_there(store: &Store) -> Vec<(String, Vec<String>)> {
    let sql = match store.engine() {
        Engine::Sqlite => {
            "SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
        }
        Engine::Postgres => {
            "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = current_schema()"
        }
    };
    let rows = store.reader().query_all_raw(Statement::from_string(store.reader().get_database_backend(), sql));
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows.await.unwrap() {
        let table: String = row.try_get("", "table_name").unwrap();
        tables.entry(table).or_default().push(row.try_get("", "column_name").unwrap());
    }
    tables.remove("seaql_migrations");
    tables
        .into_iter()
        .map(|(table, mut columns)| {
            columns.sort();
            (table, columns)
        })
        .collect()
}

async fn own_connection(store: &Store) -> DatabaseConnection {
    let address = match store.location() {
        app::store::Location::File(path) => format!("sqlite://{}", path.display()),
        app::store::Location::Server(address) => address.clone(),
    };
    sea_orm::Database::connect(address).await.unwrap()
}

/// All tables, each after those it points to, from a migrated database.
async fn shapes() -> Vec<Shape> {
    let database = sqlite().await;
    let reader = database.store.reader();
    let ask = |sql: &str, name: &str| Statement::from_sql_and_values(DatabaseBackend::Sqlite, sql, [name.into()]);
    let mut shapes: Vec<Shape> = Vec::new();
    let mut waiting: Vec<String> = really_there(&database.store).await.into_iter().map(|(name, _)| name).collect();
    while !waiting.is_empty() {
        let name = waiting.remove(0);
        let mut pointers = Vec::new();
        let foreign = "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list($1)";
        for row in reader.query_all_raw(ask(foreign, &name)).await.unwrap() {
            let text = |column| row.try_get::<String>("", column).unwrap();
            pointers.push((text("from"), text("table"), text("to")));
        }
        let known = |table: &String| *table == name || shapes.iter().any(|shape| shape.name == *table);
        if !pointers.iter().all(|(_, table, _)| known(table)) {
            waiting.push(name);
            continue;
        }
        let mut columns = Vec::new();
        let described = "SELECT name, type, \"notnull\", pk FROM pragma_table_info($1)";
        for row in reader.query_all_raw(ask(described, &name)).await.unwrap() {
            let text = |column| row.try_get::<String>("", column).unwrap();
            let number = |column| row.try_get::<i32>("", column).unwrap();
            columns.push((text("name"), text("type").to_lowercase(), number("notnull") == 0, number("pk") > 0));
        }
        shapes.push(Shape { name, columns, pointers });
    }
    shapes
}
