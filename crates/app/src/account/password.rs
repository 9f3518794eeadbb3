//! Passwords: what is strong enough, and how they are kept (argon2id).

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash as Parsed, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};

use tokio::sync::Semaphore;

use super::romaji;
use crate::{Error, Result};

/// Fewest letters of a password.
pub const MINIMUM_LENGTH: usize = 12;
/// Most letters: longer ones only cost time.
const MAXIMUM_LENGTH: usize = 200;

/// A password as it is kept: argon2id with its parameters and salt (PHC string).
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub(crate) String);

impl std::fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// 19 MiB, two passes, one lane: the first recommendation of OWASP for argon2id.
fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19 * 1024, 2, 1, None).unwrap_or_default())
}

/// What is wrong with a password, in Japanese; `None` where it is strong enough. `known_words` are what
/// others know of the person: name, mail address, organization.
pub(crate) fn weakness(password: &str, known_words: &[&str]) -> Option<String> {
    let length = password.chars().count();
    if length < MINIMUM_LENGTH {
        return Some(format!("『パスワード』は{MINIMUM_LENGTH}文字以上にしてください（今は{length}文字です）。"));
    }
    if length > MAXIMUM_LENGTH {
        return Some(format!("『パスワード』は{MAXIMUM_LENGTH}文字までにしてください。"));
    }
    if romaji::is_mainly_words(password, known_words) {
        return Some(
            "この『パスワード』は、名前、地名、よく使われる言葉（sakura、himitsu など）と数字でできていて、推測されやすいです。関係のない言葉を4つ以上並べるか、ほかの文字を混ぜてください。".to_owned(),
        );
    }
    let estimate = zxcvbn::zxcvbn(password, known_words);
    (estimate.score() < zxcvbn::Score::Three).then(|| {
        format!(
            "この『パスワード』は{}推測されやすいです。関係のない言葉を4つほど並べるなど、長く、ありふれていないものにしてください。",
            reason(&estimate)
        )
    })
}

/// Why zxcvbn finds a password weak, as the beginning of a sentence; empty where it gives no reason.
fn reason(estimate: &zxcvbn::Entropy) -> &'static str {
    use zxcvbn::feedback::Warning;
    match estimate.feedback().and_then(|feedback| feedback.warning()) {
        None => "",
        Some(Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess) => {
            "、キーボードの並び順どおりの部分があり、"
        }
        Some(Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess) => {
            "、同じ文字や同じ並びのくり返しがあり、"
        }
        Some(Warning::SequencesLikeAbcAreEasyToGuess) => "、abc や 6543 のような順番どおりの部分があり、",
        Some(Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess) => "、年や日付が入っていて、",
        Some(Warning::NamesAndSurnamesByThemselvesAreEasyToGuess | Warning::CommonNamesAndSurnamesAreEasyToGuess) => {
            "、よくある名前でできていて、"
        }
        Some(Warning::AWordByItselfIsEasyToGuess) => "、辞書にある一つの言葉でできていて、",
        Some(
            Warning::ThisIsATop10Password
            | Warning::ThisIsATop100Password
            | Warning::ThisIsACommonPassword
            | Warning::ThisIsSimilarToACommonlyUsedPassword,
        ) => "、世界中でよく使われているパスワードに近く、",
    }
}

/// Each hash takes 19 MiB: so many at a time, the others wait, so that a flood of attempts cannot take the
/// machine's memory.
static AT_A_TIME: Semaphore = Semaphore::const_new(4);

/// Runs on a thread of its own, when it is its turn.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let turn = AT_A_TIME.acquire().await.map_err(|error| Error::internal(error.to_string()))?;
    let work = tokio::task::spawn_blocking(move || {
        let done = work();
        // Not before: who asked may have gone, and the work goes on.
        drop(turn);
        done
    });
    work.await.map_err(|error| Error::internal(error.to_string()))
}

/// Hashes on a thread of its own: it takes tens of milliseconds on purpose.
pub(crate) async fn hash(password: String) -> Result<PasswordHash> {
    let hashed = in_turn(move || {
        let salt = SaltString::generate(&mut OsRng);
        hasher().hash_password(password.as_bytes(), &salt).map(|hash| PasswordHash(hash.to_string()))
    })
    .await?;
    hashed.map_err(|error| Error::internal(error.to_string()))
}

/// Whether the password is the one; takes the same time where `stored` is `None` (unknown account).
pub(crate) async fn verify(password: String, stored: Option<PasswordHash>) -> Result<bool> {
    in_turn(move || {
        let Some(PasswordHash(stored)) = stored else {
            let salt = SaltString::from_b64("c29uYWUtc29uYWUtc29uYWU").ok();
            let _ = salt.map(|salt| hasher().hash_password(password.as_bytes(), &salt).is_ok());
            return false;
        };
        Parsed::new(&stored).is_ok_and(|parsed| hasher().verify_password(password.as_bytes(), &parsed).is_ok())
    })
    .await
}
