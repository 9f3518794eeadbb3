//! `sonae import`: a whole register into the application's, with a preview before anything is written.

mod json;
mod text;

use std::io::Read as _;
use std::path::Path;

use app::asset::import::{
    Hindrance, MOST_BYTES, Material, Options, Preview, Reading, Report, Selection, apply_now, discard, look, preview,
    upload,
};
use app::{Context, Error, ImportId};
use catalog::Catalog;
use method::Medium;
use sheet::Scale;

use crate::arguments::{ImportFormat, ImportOptions, PlaceOptions, ScaleOption};
use crate::failure::{Failure, io_words};
use crate::input::catalog;
use crate::installation::{Installation, operator, operator_of};
use crate::progress::Progress;
use crate::runtime;

/// What is printed.
struct Told<'a> {
    organization: &'a str,
    file: &'a str,
    preview: &'a Preview,
    /// What was done; `None` where nothing was written.
    report: Option<Report>,
    dry_run: bool,
}

/// Runs the command.
///
/// # Errors
/// [`Failure::Input`] where the file cannot be used; [`Failure::Told`] where lines cannot and are not
/// to be skipped: nothing is written then; [`Failure::Usage`] where `--medium` names no medium.
pub fn run(place: &PlaceOptions, options: &ImportOptions) -> Result<(), Failure> {
    let reading = reading_options(options)?;
    let material = material(&options.register)?;
    let catalog = catalog()?;
    let installation = Installation::find(place)?;
    runtime::run(async {
        let store = installation.open().await?;
        let visitor = operator(&store);
        let all = app::organization::all(&visitor).await?;
        let all: Vec<_> = all.into_iter().map(|organization| (organization.id, organization.name)).collect();
        let context = operator_of(&visitor, &all, &options.organization)?;
        let organization = all.iter().find(|(id, _)| *id == context.organization).map_or("", |(_, name)| name);
        let done = bring_in(&context, &catalog, material, reading, options, organization).await;
        store.close().await;
        done
    })
}

async fn bring_in(
    context: &Context,
    catalog: &Catalog,
    material: Material,
    reading: Options,
    options: &ImportOptions,
    organization: &str,
) -> Result<(), Failure> {
    let file = file_name(&options.register);
    let told = |preview: &Preview, report| {
        let told = Told { organization, file: &file, preview, report, dry_run: options.dry_run };
        match options.format {
            ImportFormat::Table => text::write(&told),
            ImportFormat::Json => json::write(&told),
        }
    };
    let progress = Progress::of("台帳を読んで、比べています", options.quiet);
    let seen = look(context, catalog, material.clone(), &reading).await?;
    drop(progress);
    let seen = seen.map_err(|hindrance: Hindrance| Failure::Input(hindrance.for_command().to_owned()))?;
    let blocked = seen.counts.unusable > 0 && !options.skip_invalid;
    let nothing = seen.counts.new + seen.counts.changed == 0;
    if options.dry_run || blocked || nothing {
        told(&seen, (nothing && !options.dry_run && !blocked).then(Report::default))?;
        text::unusable(&seen, options);
        return if blocked { Err(Failure::Told) } else { Ok(()) };
    }
    let progress = Progress::of("台帳に取り込んでいます", options.quiet);
    let id = upload(context, catalog, material, reading).await.map_err(plain)?;
    let report = write(context, catalog, id, &seen).await;
    drop(progress);
    // Nobody will go on with it on a screen.
    if let Err(error) = discard(context, id).await {
        tracing::warn!(?error, "cannot remove an import");
    }
    told(&seen, Some(report?))?;
    text::unusable(&seen, options);
    Ok(())
}

/// Writes what was looked at, or nothing.
async fn write(context: &Context, catalog: &Catalog, id: ImportId, seen: &Preview) -> Result<Report, Failure> {
    let stale = || {
        Failure::Input(
            "取り込んでいる間に、ほかの人が台帳を変えました。何も取り込んでいません。もう一度実行してください。".into(),
        )
    };
    match preview(context, catalog, id).await?.reading {
        Reading::Ready(now) if now.fingerprint == seen.fingerprint => {}
        _ => return Err(stale()),
    }
    match apply_now(context, catalog, id, &Selection::All, &seen.fingerprint, None).await {
        Err(Error::Stale) => Err(stale()),
        done => Ok(done.map_err(plain)?),
    }
}

/// What is wrong with the file, without the words for forms.
fn plain(error: Error) -> Failure {
    match error {
        Error::Invalid { problems } => {
            Failure::Input(problems.into_iter().map(|problem| problem.message).collect::<Vec<_>>().join("\n"))
        }
        other => other.into(),
    }
}

fn reading_options(options: &ImportOptions) -> Result<Options, Failure> {
    let scale = options.scale.map(|scale| match scale {
        ScaleOption::ZeroToTwo => Scale::ZeroToTwo,
        ScaleOption::Words => Scale::Words,
    });
    let media = options.medium.iter().map(|(word, medium)| {
        let found = Medium::ALL.into_iter().find(|known| known.title() == medium || known.id() == medium);
        let found = found.ok_or_else(|| {
            let titles = Medium::ALL.map(Medium::title).join("、");
            Failure::Usage(format!("「{word}」に結び付ける媒体「{medium}」はありません。使える媒体: {titles}"))
        });
        Ok((word.clone(), found?))
    });
    Ok(Options { scale, sheet: options.sheet.clone(), media: media.collect::<Result<_, Failure>>()? })
}

fn material(path: &Path) -> Result<Material, Failure> {
    let unreadable = |error| {
        let error = io_words(&error);
        Failure::Input(format!("ファイル「{}」を読めません（{error}）。場所と名前を確かめてください。", path.display()))
    };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // One byte more than is taken: enough to know, whatever the file is.
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > MOST_BYTES {
        return Err(Failure::Input(format!(
            "ファイル「{}」は大きすぎます。{}MBまでになるように、台帳のシートだけを新しいファイルに保存し直してください。",
            path.display(),
            MOST_BYTES >> 20
        )));
    }
    Ok(Material::File { name: file_name(path), bytes })
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
