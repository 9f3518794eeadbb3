//! What the picture of a risk shows, and the same in words.

/// How far a layer of protection is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LayerState {
    /// 実施
    Done,
    /// 一部
    Partial,
    /// 未実施
    Missing,
    /// Decided, with somebody at work on it.
    Planned,
}

impl LayerState {
    /// The word that stands below it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "実施",
            Self::Partial => "一部",
            Self::Missing => "未実施",
            Self::Planned => "計画中",
        }
    }

    /// What is left of the threat behind it.
    pub(super) const fn passes(self) -> f64 {
        match self {
            Self::Done => 0.5,
            Self::Partial => 0.75,
            Self::Missing | Self::Planned => 1.0,
        }
    }
}

/// One measure or control between threat and asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationLayer {
    /// What is done.
    pub title: String,
    /// Numbers of controls, until when; may be empty.
    pub note: String,
    /// How far.
    pub state: LayerState,
}

/// A risk as a picture: threat → layers → vulnerabilities → what is to be kept safe.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RelationData {
    /// What would harm it; `None` where no threat is known.
    pub threat: Option<String>,
    /// Where the threat comes from (「偶発的（A）」); may be empty.
    pub origin: String,
    /// What stands between, the outermost first.
    pub layers: Vec<RelationLayer>,
    /// Weaknesses that the threat uses, the most telling first.
    pub vulnerabilities: Vec<String>,
    /// What `subject` is (「情報資産」).
    pub kind: String,
    /// What would be harmed.
    pub subject: String,
    /// Where it is kept; may be empty.
    pub place: String,
    /// What gets through (「リスクレベル 6（高）」).
    pub residual: String,
}

impl RelationData {
    /// The picture in words.
    pub fn description(&self) -> String {
        let threat = self.threat.as_deref().map_or("知られた脅威はありません。".to_owned(), |threat| {
            let origin = if self.origin.is_empty() { String::new() } else { format!("（{}）", self.origin) };
            format!("脅威は「{threat}」{origin}です。")
        });
        let layers: Vec<_> =
            self.layers.iter().map(|layer| format!("「{}」（{}）", layer.title, layer.state.word())).collect();
        let layers = match layers.is_empty() {
            true => "間に立つ対策はまだありません。".to_owned(),
            false => format!("間に立つ対策は、{}です。", layers.join("、")),
        };
        let weak: Vec<_> = self.vulnerabilities.iter().map(|weak| format!("「{weak}」")).collect();
        let weak = match weak.is_empty() {
            true => "つけ込まれる脆弱性は挙げていません。".to_owned(),
            false => format!("つけ込まれる脆弱性は、{}です。", weak.join("、")),
        };
        format!(
            "{threat}{layers}{weak}守るものは{}「{}」で、残るリスクは{}です。",
            self.kind, self.subject, self.residual
        )
    }

    /// The layers that there is room for; the rest as one. What is planned stays apart from what is there: a new
    /// task is to be seen in the picture.
    pub(super) fn shown(&self, most: usize) -> Vec<RelationLayer> {
        if self.layers.len() <= most {
            return self.layers.clone();
        }
        let (planned, own): (Vec<_>, Vec<_>) =
            self.layers.iter().cloned().partition(|layer| layer.state == LayerState::Planned);
        // Of either kind at least one by its name beside 「ほか」, where there is more than one.
        let room = planned.len().min(most.saturating_sub(own.len().min(2)));
        let mut shown = folded(own, most - room);
        shown.extend(folded(planned, room));
        shown
    }

    /// The first weakness, and how many more there are (「ほか7つ」, empty for none).
    pub(super) fn weakness(&self) -> Option<(&str, String)> {
        let (first, more) = self.vulnerabilities.split_first()?;
        let more = if more.is_empty() { String::new() } else { format!("ほか{}つ", more.len()) };
        Some((first.as_str(), more))
    }
}

/// As many layers as there is room for, the last one for all that are left over.
fn folded(mut layers: Vec<RelationLayer>, room: usize) -> Vec<RelationLayer> {
    if layers.len() <= room {
        return layers;
    }
    let rest = layers.split_off(room.saturating_sub(1));
    let first = rest.first().map_or(LayerState::Missing, |layer| layer.state);
    let state = if rest.iter().all(|layer| layer.state == first) { first } else { LayerState::Partial };
    layers.push(RelationLayer { title: format!("ほか{}つの対策", rest.len()), note: String::new(), state });
    layers
}
