//! Metrics: what is counted and measured of the server's work, for Prometheus. None of it tells of a person.
//!
//! Who counts something calls a function here. As long as nobody asked for metrics (the setting `metrics_listen`), that does nothing.

mod table;

use std::time::Duration;

use metrics::{counter, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};

pub(crate) use self::table::Kind;
use self::table::MEASURES;
use crate::error::Kind as ErrorKind;

/// The upper ends of the ranges that durations are sorted into, in seconds.
const DURATIONS: [f64; 12] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0];

/// Begins to count, once in the life of the process.
///
/// # Errors
/// If that has begun before.
pub(crate) fn begin() -> Result<PrometheusHandle, Box<dyn std::error::Error + Send + Sync>> {
    let recorder = builder()?.build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).map_err(|error| error.to_string())?;
    describe();
    gauge!("oxupdated_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    Ok(handle)
}

fn builder() -> Result<PrometheusBuilder, BuildError> {
    PrometheusBuilder::new().set_buckets(&DURATIONS)
}

fn describe() {
    for measure in MEASURES {
        match measure.kind {
            Kind::Counter => metrics::describe_counter!(measure.name, measure.meaning),
            Kind::Gauge => metrics::describe_gauge!(measure.name, measure.meaning),
            Kind::Histogram => metrics::describe_histogram!(measure.name, measure.meaning),
        }
    }
}

/// Counts an answered request. `route` is as the route table has it: as many different ones as there are routes, and no more.
pub(crate) fn request(route: &str, method: &'static str, status: u16, time: Duration) {
    let class = match status / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    };
    counter!("oxupdated_requests_total", "route" => route.to_owned(), "method" => method, "status" => class)
        .increment(1);
    histogram!("oxupdated_request_seconds", "route" => route.to_owned()).record(time.as_secs_f64());
}

/// Counts connections that are open.
pub(crate) fn connections(open: usize) {
    gauge!("oxupdated_connections").set(number(open as u64));
}

/// Counts a handshake of TLS that came to nothing.
pub(crate) fn handshake_failed() {
    counter!("oxupdated_handshakes_failed_total").increment(1);
}

/// Counts a sign-in by a password, and what came of it; `refusal` is `None` for one that was right.
pub(crate) fn sign_in(refusal: Option<&ErrorKind>) {
    let outcome = match refusal {
        None => "ok",
        Some(ErrorKind::SignInTooOften { .. }) => "slowed",
        Some(ErrorKind::NotSignedIn) => "refused",
        Some(ErrorKind::SourceAway) => "away",
        Some(_) => "failed",
    };
    counter!("oxupdated_sign_ins_total", "outcome" => outcome).increment(1);
}

/// Counts a question to a source of accounts, and what came of it.
pub(crate) fn source_asked(source: &str, outcome: &'static str) {
    counter!("oxupdated_source_questions_total", "source" => source.to_owned(), "outcome" => outcome)
        .increment(1);
}

/// Tells that a source of accounts is left alone for a while.
pub(crate) fn source_left_alone(source: &str) {
    gauge!("oxupdated_source_left_alone", "source" => source.to_owned()).set(1.0);
}

/// Tells that a source of accounts is asked as usual.
pub(crate) fn source_asked_again(source: &str) {
    gauge!("oxupdated_source_left_alone", "source" => source.to_owned()).set(0.0);
}

/// Counts bytes of packages on their way to a client.
pub(crate) fn downloaded(bytes: usize) {
    counter!("oxupdated_download_bytes_total").increment(bytes as u64);
}

/// Counts a package that was received whole, and is kept.
pub(crate) fn kept(bytes: u64) {
    counter!("oxupdated_uploads_total").increment(1);
    counter!("oxupdated_upload_bytes_total").increment(bytes);
}

/// Counts a report that was not there before.
pub(crate) fn report(outcome: &'static str) {
    counter!("oxupdated_reports_total", "outcome" => outcome).increment(1);
}

/// Tells how something stands now.
pub(crate) fn stands(name: &'static str, value: u64) {
    gauge!(name).set(number(value));
}

/// Times and sizes stay exact up to 2⁵³.
#[allow(clippy::cast_precision_loss, reason = "metrics are floating-point numbers")]
fn number(value: u64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::table::MEASURES;
    use crate::reference::assert_says;

    #[test]
    fn the_reference_lists_the_measures_as_they_are() {
        let mut table = String::from("| metric | kind | labels | |\n|---|---|---|---|\n");
        for measure in MEASURES {
            let labels: Vec<String> = measure.labels.iter().map(|label| format!("`{label}`")).collect();
            let kind = measure.kind.as_str();
            writeln!(table, "| `{}` | {kind} | {} | {} |", measure.name, labels.join(", "), measure.meaning)
                .unwrap();
        }
        assert_says("operations.md", &table);
    }

    #[test]
    fn names_follow_the_habits_of_prometheus() {
        for measure in MEASURES {
            assert!(measure.name.starts_with("oxupdated_"), "{}", measure.name);
            let is_counter = measure.kind == super::Kind::Counter;
            assert_eq!(measure.name.ends_with("_total"), is_counter, "{}", measure.name);
        }
        super::builder().unwrap();
    }
}
