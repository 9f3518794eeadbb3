//! The frame of the description: what the API is, and how one proves who one is.

use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Server};

/// The description without any address yet.
pub(super) fn base() -> OpenApi {
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Sonae")
                .version(env!("CARGO_PKG_VERSION"))
                .description(Some(
                    "情報セキュリティを作り、保つためのソフトウェア Sonae の JSON API。トークンは sonae token create で作ります。",
                ))
                .build(),
        )
        .servers(Some([Server::new("/api/v1")]))
        .components(Some(ComponentsBuilder::new().security_scheme("token", bearer).build()))
        .security(Some([SecurityRequirement::new("token", Vec::<String>::new())]))
        .build()
}
