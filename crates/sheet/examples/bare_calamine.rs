//! Counts the cells of a workbook's first sheet with a bare calamine stream: the yardstick of
//! `scripts/bench`. `cargo run --release -p sheet --example bare_calamine -- FILE.xlsx`

use std::error::Error;

use calamine::{DataRef, Reader, Xlsx, open_workbook};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: bare_calamine FILE.xlsx")?;
    let mut workbook: Xlsx<_> = open_workbook(path)?;
    let sheet = workbook.sheet_names().first().cloned().ok_or("no sheet")?;
    let mut cells = workbook.worksheet_cells_reader(&sheet)?;
    let mut count = 0u64;
    while let Some(cell) = cells.next_cell()? {
        count += u64::from(!matches!(cell.get_value(), DataRef::Empty));
    }
    println!("{count}");
    Ok(())
}
