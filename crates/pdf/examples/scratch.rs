fn main() { pdf::render(&testkit::documents::risk_report(400)).unwrap(); }
