//! Loads the embedded catalog once, for `scripts/bench`: `load_catalog bare` does not, so that the
//! difference is what loading costs. Prints how many clauses there are, so that nothing is optimised away.

fn main() -> Result<(), catalog::LoadError> {
    let bare = std::env::args().nth(1).is_some_and(|word| word == "bare");
    println!("{}", if bare { 0 } else { catalog::Catalog::load()?.clauses().count() });
    Ok(())
}
