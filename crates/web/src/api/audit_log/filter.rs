//! Which records are looked for.

use app::audit_log::{Entity, Event, Filter, Who};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::query::Check;
use crate::api::word::{EntityWord, EventWord};

/// Changes made at the machine itself.
const OPERATOR: &str = "operator";

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct FilterQuery {
    /// だれの変更か。アカウントの id、または `operator`（コマンドからの変更）
    #[param(value_type = Option<String>)]
    who: String,
    /// 何の記録か
    #[param(value_type = Option<EntityWord>)]
    entity: String,
    /// どれの記録か。情報資産などの id
    #[param(value_type = Option<String>, format = Uuid)]
    thing: String,
    /// 何が起きたか
    #[param(value_type = Option<EventWord>)]
    event: String,
    /// この日から（日本の日付）
    #[param(value_type = Option<String>, format = Date)]
    from: String,
    /// この日まで（日本の日付）
    #[param(value_type = Option<String>, format = Date)]
    to: String,
    /// 一度にまとめて行われたもの。記録の `request`
    #[param(value_type = Option<String>, format = Uuid)]
    request: String,
}

impl FilterQuery {
    pub(super) fn read(self, check: &mut Check) -> Filter {
        let who = |text: &str| match text {
            OPERATOR => Some(Who::Operator),
            account => account.parse().ok().map(Who::Person),
        };
        let entities = format!("{} のどれかにしてください。", Entity::ALL.map(Entity::id).join("、"));
        let events = format!("{} のどれかにしてください。", Event::ALL.map(Event::id).join("、"));
        let day = |text: &str| text.parse().ok();
        const DAY: &str = "2026-11-24 の形で書いてください。";
        Filter {
            who: check.read("who", &self.who, who, "アカウントの id か operator を入れてください。"),
            entity: check.read("entity", &self.entity, Entity::from_id, &entities),
            thing: check.id("thing", &self.thing),
            event: check.read("event", &self.event, Event::from_id, &events),
            from: check.read("from", &self.from, day, DAY),
            to: check.read("to", &self.to, day, DAY),
            request: check.id("request", &self.request),
        }
    }
}
