//! Loads the embedded catalog once, for `scripts/bench`: the time and memory of this process are those
//! of loading. Prints how many clauses there are, so that nothing is optimised away.

fn main() -> Result<(), catalog::LoadError> {
    println!("{}", catalog::Catalog::load()?.clauses().count());
    Ok(())
}
