//! Changing some fields of many assets at once.

use japanese::matching_key;
use method::{Rating, Ratings, Valuation};

use super::access::Access;
use super::input::Check;
use super::{Asset, Content, Departments, Field, Selection, write};
use crate::{Context, Error, Result};

/// The new values; `None` leaves a field as each asset has it. An empty text takes the value away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// 業務分類
    pub business: Option<String>,
    /// 利用者範囲
    pub users: Option<String>,
    /// リスク所有者
    pub risk_owner: Option<String>,
    /// 管理部署
    pub department: Option<String>,
    /// 媒体・保存先: id of a [`Medium`](method::Medium).
    pub medium: Option<String>,
    /// 機密性
    pub confidentiality: Option<u8>,
    /// 完全性
    pub integrity: Option<u8>,
    /// 可用性
    pub availability: Option<u8>,
    /// 保存期限
    pub retention: Option<String>,
    /// 見直し予定日
    pub review_on: Option<String>,
}

/// What a change of many did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edited {
    /// How many changed.
    pub changed: u64,
    /// How many had those values already.
    pub unchanged: u64,
}

/// Writes the values into all chosen assets, or into none.
///
/// # Errors
/// [`Error::Invalid`] where a value cannot be used, or nothing is to be changed; [`Error::Forbidden`] where one
/// of the assets may be seen but not changed.
pub async fn edit_many(context: &Context, selection: &Selection, changes: Changes) -> Result<Edited> {
    let access = Access::editing(context)?;
    if changes == Changes::default() {
        return Err(Error::invalid("changes", "変える項目を1つ以上選んで、新しい値を入れてください。"));
    }
    context
        .transaction(async |transaction| {
            let departments = Departments::read(transaction, context).await?;
            let allowed = changes.department.as_ref().map(|text| access.check_department(&departments, text));
            let new = super::checked(NewValues::check(changes), allowed.unwrap_or(Ok(())))?;
            // All are locked before the first is written; read and written some hundred at a time.
            let ids = selection.lock(transaction, context, &access).await?;
            let mut edited = Edited { changed: 0, unchanged: 0 };
            for ids in ids.chunks(write::ROWS) {
                let pairs = new.apply_all(write::lock_many(transaction, context, ids).await?)?;
                let count = pairs.len() as u64;
                let changed = write::update_many(transaction, context, pairs, None).await?.len() as u64;
                edited.changed += changed;
                edited.unchanged += count - changed;
            }
            Ok(edited)
        })
        .await
}

/// Values that can be used.
struct NewValues {
    texts: [Option<String>; 5],
    medium: Option<(method::Medium, String)>,
    ratings: [Option<Rating>; 3],
    review_on: Option<Option<jiff::civil::Date>>,
}

const TEXTS: [Field; 5] = [Field::Business, Field::Users, Field::RiskOwner, Field::Department, Field::Retention];
const RATINGS: [Field; 3] = [Field::Confidentiality, Field::Integrity, Field::Availability];

impl NewValues {
    fn check(changes: Changes) -> Result<Self, Vec<crate::FieldProblem>> {
        let mut check = Check(Vec::new());
        let texts = [changes.business, changes.users, changes.risk_owner, changes.department, changes.retention];
        let mut fields = TEXTS.iter();
        let texts = texts.map(|text| {
            let field = fields.next()?;
            let longest = if *field == Field::Department { super::department::LONGEST } else { 32_000 };
            text.map(|text| check.text(field, text, longest))
        });
        let medium = changes.medium.and_then(|id| check.medium(&id, String::new(), None));
        let ratings = [changes.confidentiality, changes.integrity, changes.availability];
        let mut fields = RATINGS.iter();
        let ratings = ratings.map(|rating| check.rating(fields.next()?, rating));
        let review_on = changes.review_on.map(|text| check.date(&Field::ReviewOn, Some(text)));
        if check.0.is_empty() { Ok(Self { texts, medium, ratings, review_on }) } else { Err(check.0) }
    }

    /// The assets with their new contents.
    fn apply_all(&self, assets: Vec<Asset>) -> Result<Vec<(Asset, Content)>> {
        let partly = self.ratings.iter().flatten().count();
        let without = |asset: &&Asset| matches!(asset.content.line.valuation, Valuation::AssetValue(_));
        if (1..3).contains(&partly)
            && let Some(unrated) = assets.iter().find(without)
        {
            let message = format!(
                "「{}」など、資産価値だけが決まっている情報資産が含まれています。機密性・完全性・可用性を3つとも選んでください。",
                unrated.content.line.name
            );
            return Err(Error::invalid(Field::Confidentiality.id(), message));
        }
        Ok(assets.into_iter().map(|asset| (asset.clone(), self.apply(asset.content))).collect())
    }

    fn apply(&self, mut content: Content) -> Content {
        let line = &mut content.line;
        let targets =
            [&mut line.business, &mut line.users, &mut line.risk_owner, &mut line.department, &mut line.retention];
        for (target, text) in targets.into_iter().zip(&self.texts) {
            // The same department in other letters stays as the register wrote it.
            if let Some(text) =
                text.as_ref().filter(|text| matching_key(text) != matching_key(target) || text.is_empty())
            {
                target.clone_from(text);
            }
        }
        if let Some((medium, words)) = self.medium.as_ref().filter(|(medium, _)| *medium != line.medium) {
            line.medium = *medium;
            line.medium_as_written.clone_from(words);
        }
        line.valuation = self.valuation(line.valuation);
        if let Some(review_on) = self.review_on {
            content.review_on = review_on;
        }
        content
    }

    fn valuation(&self, now: Valuation) -> Valuation {
        let [confidentiality, integrity, availability] = self.ratings;
        match (now, confidentiality, integrity, availability) {
            (Valuation::Ratings(now), ..) => Valuation::Ratings(Ratings {
                confidentiality: confidentiality.unwrap_or(now.confidentiality),
                integrity: integrity.unwrap_or(now.integrity),
                availability: availability.unwrap_or(now.availability),
            }),
            (_, Some(confidentiality), Some(integrity), Some(availability)) => {
                Valuation::Ratings(Ratings { confidentiality, integrity, availability })
            }
            (value, ..) => value,
        }
    }
}
