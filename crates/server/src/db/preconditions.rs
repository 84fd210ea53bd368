//! What a source of accounts has told of an account's permissions, apart from what was granted here.

use super::{Connection, DatabaseError, time};
use crate::model::user::UserId;

/// Reads the permissions that an account has by its source's word, and when that was given, as RFC 3339 writes it.
pub(crate) async fn source_word(
    connection: &mut Connection,
    id: UserId,
) -> Result<(Vec<String>, Option<String>), DatabaseError> {
    let permissions = sqlx::query_scalar(
        "SELECT permission FROM source_permissions WHERE user_id = $1 ORDER BY permission",
    );
    let permissions = permissions.bind(id.0).fetch_all(&mut *connection).await?;
    let at = sqlx::query_scalar::<_, Option<i64>>("SELECT confirmed_at FROM users WHERE id = $1");
    let at = at.bind(id.0).fetch_optional(connection).await?.flatten();
    let at = at.map(|at| time("users", id.0, "confirmed_at", at)).transpose()?;
    Ok((permissions, at.map(|at| at.to_string())))
}
