//! The commands of `docs/api.md` about risks, as they stand there.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Request;

use super::program::Program;

const DOCS: &str = include_str!("../../../../../docs/api.md");

/// The commands below that heading, each on one line.
fn commands(heading: &str) -> Vec<String> {
    let (_, section) = DOCS.split_once(heading).unwrap();
    let (_, block) = section.split_once("```sh\n").unwrap();
    let (block, _) = block.split_once("```").unwrap();
    let joined = block.replace("\\\n", " ");
    joined.lines().filter(|line| line.starts_with("curl ")).map(str::to_owned).collect()
}

/// The words of a command as a shell reads them.
fn words(command: &str, variables: &BTreeMap<&str, String>) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    let mut letters = command.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            ('\'' | '"', None) => quote = Some(letter),
            (_, Some(open)) if letter == open => quote = None,
            ('\\', Some('"')) => word.extend(letters.next()),
            ('$', None | Some('"')) => {
                let mut name = String::new();
                while let Some(letter) = letters.next_if(|letter| letter.is_ascii_uppercase()) {
                    name.push(letter);
                }
                word += variables.get(name.as_str()).unwrap_or_else(|| panic!("{command}: {name}"));
            }
            (' ', None) => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            _ => word.push(letter),
        }
    }
    words.push(word);
    words
}

/// The request that the command sends.
fn request(words: &[String]) -> Request<Body> {
    let (mut method, mut body, mut address) = ("GET", String::new(), "");
    let mut request = Request::builder();
    let mut words = words.iter().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "-X" => method = words.next().unwrap(),
            "-d" => body.clone_from(words.next().unwrap()),
            "-H" => {
                let (name, value) = words.next().unwrap().split_once(": ").unwrap();
                request = request.header(name, value);
            }
            "-i" | "-OJ" => {}
            place => address = place,
        }
    }
    request.method(method).uri(address).body(Body::from(body)).unwrap()
}

/// The first id of a list.
async fn first(program: &Program, path: &str) -> String {
    let list = program.get(path).await.json();
    list["items"][0]["id"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn the_commands_about_risks_work_as_they_stand() {
    let program = Program::new().await;
    program.asset("顧客リスト").await;
    let me = program.get("/me").await.json()["account_id"].as_str().unwrap().to_owned();
    let mut variables = BTreeMap::from([
        ("SONAE", "/api/v1".to_owned()),
        ("TOKEN", program.token.clone()),
        ("OWNER", me),
        ("BEFORE", String::new()),
    ]);
    let commands = commands("### リスクを洗い出し、対応を決める");
    assert!(commands.len() > 10, "{commands:?}");
    for command in commands {
        let risk = first(&program, "/risks").await;
        let whole = program.get(&format!("/risks/{risk}")).await;
        variables.insert("ETAG", whole.etag());
        if !risk.is_empty() {
            let task = whole.json()["decision"]["tasks"][0]["id"].as_str().unwrap_or_default().to_owned();
            variables.extend([("RISK", risk), ("TASK", task)]);
            for (name, number) in
                [("IMPORTANCE", "importance"), ("LIKELIHOOD", "likelihood"), ("RESIDUAL", "residual_level")]
            {
                variables.insert(name, whole.json()[number].to_string());
            }
        }
        let assessment = first(&program, "/assessments").await;
        variables.extend([("ASSESSMENT", assessment.clone()), ("BEFORE", assessment)]);
        let answer = program.exchange(request(&words(&command, &variables))).await;
        assert!(answer.status.is_success(), "{command}\n{}", answer.text());
    }
    let risk = program.get("/risks").await.json()["items"][0].clone();
    assert_eq!((&risk["treatment"], &risk["approval"]), (&"reduce".into(), &"approved".into()), "{risk}");
}
