//! Organizations, departments, accounts, roles, sessions and everything by which people prove who they are.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, boolean, integer, text, text_null, uuid, uuid_null};

use super::NewTable;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::of_all("organization", uuid("id"))
            .columns([
                text("name"),
                // The answers of the profile questions, as the TOML that `sonae profile new` writes.
                text("profile"),
                // Lowest levels of the bands 高 and 中, and the preset's name.
                text("criteria"),
                // Whether this is the sample company.
                boolean("sample"),
                big_integer("created_at"),
                big_integer("version"),
            ])
            .create(manager)
            .await?;
        NewTable::of_organization("department", uuid("id"))
            .columns([text("name"), text("name_key"), big_integer("created_at")])
            .unique(&["organization_id", "name_key"])
            .create(manager)
            .await?;
        // People are not an organization's: one account may belong to several (外部支援者).
        NewTable::of_all("account", uuid("id"))
            .columns([
                text("email"),
                text("email_key"),
                text("name"),
                text("password_hash"),
                text_null("totp_secret"),
                // The last 30-second step whose code was used: a code works once.
                big_integer_null("totp_step"),
                boolean("disabled"),
                big_integer("created_at"),
                big_integer("version"),
            ])
            .unique(&["email_key"])
            .create(manager)
            .await?;
        NewTable::of_organization("membership", uuid("id"))
            .columns([uuid("account_id"), text("role"), uuid_null("department_id"), big_integer("created_at")])
            .within(&["account_id"], "account", &["id"])
            .referring(&["organization_id", "department_id"], "department", &["organization_id", "id"])
            .index(&["account_id"])
            .create(manager)
            .await?;
        NewTable::of_organization("invitation", uuid("id"))
            .columns([
                text("email"),
                text("email_key"),
                text("role"),
                uuid_null("department_id"),
                text("secret_hash"),
                big_integer("created_at"),
                big_integer("expires_at"),
                big_integer_null("accepted_at"),
                big_integer_null("revoked_at"),
                // The inviter's name at that time, and the account where it was a person.
                text("invited_by"),
                uuid_null("invited_by_account_id"),
            ])
            .referring(&["organization_id", "department_id"], "department", &["organization_id", "id"])
            .unique(&["secret_hash"])
            .create(manager)
            .await?;
        NewTable::of_all("session", text("id_hash"))
            .columns([
                uuid("account_id"),
                // Which of the person's organizations is being looked at.
                uuid_null("organization_id"),
                // `second-factor` until the second step is done, then `signed-in`.
                text("stage"),
                text("user_agent"),
                text("network"),
                big_integer("created_at"),
                big_integer("seen_at"),
                big_integer("expires_at"),
            ])
            .within(&["account_id"], "account", &["id"])
            .index(&["account_id"])
            .create(manager)
            .await?;
        NewTable::of_all("passkey", uuid("id"))
            .columns([
                uuid("account_id"),
                text("credential_id"),
                text("credential"),
                text("name"),
                big_integer("created_at"),
                big_integer_null("used_at"),
            ])
            .within(&["account_id"], "account", &["id"])
            .unique(&["credential_id"])
            .index(&["account_id"])
            .create(manager)
            .await?;
        NewTable::of_all("recovery_code", uuid("id"))
            .columns([uuid("account_id"), text("code_hash"), big_integer("created_at"), big_integer_null("used_at")])
            .within(&["account_id"], "account", &["id"])
            .index(&["account_id"])
            .create(manager)
            .await?;
        // A challenge given to a browser, until it comes back or expires.
        NewTable::of_all("ceremony", text("id_hash"))
            .columns([text("kind"), uuid_null("account_id"), text("state"), big_integer("expires_at")])
            .create(manager)
            .await?;
        // Failed attempts by account (hash of the address as typed) and by network.
        NewTable::of_all("sign_in_attempt", uuid("id"))
            .columns([text("subject"), big_integer("at")])
            .index(&["subject", "at"])
            .index(&["at"])
            .create(manager)
            .await?;
        NewTable::of_organization("api_token", uuid("id"))
            .columns([
                uuid("account_id"),
                text("name"),
                text("scope"),
                text("secret_hash"),
                big_integer("created_at"),
                big_integer("expires_at"),
                big_integer_null("used_at"),
                big_integer_null("revoked_at"),
                integer("version"),
            ])
            .within(&["account_id"], "account", &["id"])
            .unique(&["secret_hash"])
            .create(manager)
            .await
    }
}
