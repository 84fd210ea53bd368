//! The database and what its rows tell.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use crate::db::examination::{self, Age, Company, Examination, Rows};
use crate::error::Kind;
use crate::model::finding::Finding;
use text::Explain;

/// How far the clock may be behind what was written before.
const CLOCK_SLACK: SignedDuration = SignedDuration::from_mins(5);
/// How many days a one-time password may wait before somebody ought to ask after it.
const ONE_TIME_DAYS: i64 = 14;

/// What there is to say about the database.
pub(super) async fn examine(file: &Path, company: Company, now: Timestamp) -> Vec<Finding> {
    if !file.exists() {
        return vec![Finding::DatabaseAbsent];
    }
    match examination::examine(file, company).await {
        Err(error) => vec![Finding::DatabaseUnreadable(error.to_string())],
        Ok(examination) => judge(&examination, now),
    }
}

fn judge(examination: &Examination, now: Timestamp) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(first) = examination.damages.first() {
        findings.push(Finding::DatabaseDamaged(first.clone()));
    }
    let astray = |(table, rows): &(String, u64)| Finding::RowsAstray { table: table.clone(), rows: *rows };
    findings.extend(examination.astray.iter().map(astray));
    match examination.age {
        Age::Older => findings.push(Finding::DatabaseOlder),
        Age::Newer => {
            let said = crate::error::Error::from(Kind::DataNewer).message();
            findings.push(Finding::Unusable { id: "database-newer", said });
        }
        Age::Current => {}
    }
    findings.extend(examination.rows.as_ref().map(|rows| judge_rows(rows, now)).unwrap_or_default());
    findings
}

fn judge_rows(rows: &Rows, now: Timestamp) -> Vec<Finding> {
    let mut findings = Vec::new();
    if rows.users == 0 {
        findings.push(Finding::NoUsers);
    } else if rows.administrators == 0 {
        findings.push(Finding::NoAdministrator);
    }
    let patience = SignedDuration::from_hours(24 * ONE_TIME_DAYS);
    let mut waiting = rows.one_time.iter().filter(|(_, since)| now.duration_since(*since) > patience);
    if let Some((user, _)) = waiting.next() {
        let users = 1 + waiting.count() as u64;
        findings.push(Finding::OneTimePassword { user: user.clone(), users, days: ONE_TIME_DAYS });
    }
    findings.extend(rows.webhooks.iter().cloned().map(Finding::WebhookFailing));
    if let Some(at) = rows.audited_at.filter(|at| at.duration_since(now) > CLOCK_SLACK) {
        findings.push(Finding::ClockBehind(at.to_string()));
    }
    findings
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::judge;
    use crate::db::examination::{Age, Examination, Rows};
    use crate::model::finding::Finding;

    #[test]
    fn what_rows_tell_is_judged() {
        let now: Timestamp = "2026-11-20T12:00:00Z".parse().unwrap();
        let check = |change: fn(&mut Rows), expected: &[&str]| {
            let mut rows = Rows { users: 2, administrators: 1, ..Rows::default() };
            change(&mut rows);
            let examination = Examination { age: Age::Current, rows: Some(rows), ..Examination::default() };
            let found: Vec<_> = judge(&examination, now).iter().map(Finding::id).collect();
            assert_eq!(found, expected);
        };
        check(|_| (), &[]);
        check(|rows| (rows.users, rows.administrators) = (0, 0), &["no-users"]);
        check(|rows| rows.administrators = 0, &["no-administrator"]);
        check(|rows| rows.audited_at = "2026-11-20T12:04:00Z".parse().ok(), &[]);
        check(|rows| rows.audited_at = "2026-11-20T12:06:00Z".parse().ok(), &["clock-behind"]);
        check(|rows| rows.webhooks.push("https://a.example".to_owned()), &["webhook-failing"]);
        check(|rows| rows.one_time.push(("anna".to_owned(), "2026-11-07T12:00:00Z".parse().unwrap())), &[]);
        check(
            |rows| rows.one_time.push(("anna".to_owned(), "2026-11-05T12:00:00Z".parse().unwrap())),
            &["one-time-password"],
        );
    }

    #[test]
    fn the_database_itself_is_judged() {
        let check = |examination: Examination, expected: &[&str]| {
            let found: Vec<_> = judge(&examination, Timestamp::UNIX_EPOCH).iter().map(Finding::id).collect();
            assert_eq!(found, expected);
        };
        let current = || Examination { age: Age::Current, ..Examination::default() };
        check(current(), &[]);
        check(Examination { age: Age::Older, ..current() }, &["database-older"]);
        check(Examination { age: Age::Newer, ..current() }, &["database-newer"]);
        check(Examination { damages: vec!["row 1 missing".to_owned()], ..current() }, &["database-damaged"]);
        check(Examination { astray: vec![("reports".to_owned(), 3)], ..current() }, &["rows-astray"]);
    }
}
