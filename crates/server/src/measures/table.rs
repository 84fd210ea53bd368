//! All metrics. docs/reference/operations.md lists them; a test compares it with the table here.

/// How a metric behaves. Source: prometheus.io, "Metric types".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It only grows, until the server starts again.
    Counter,
    /// It goes up and down.
    Gauge,
    /// It sorts durations into ranges.
    Histogram,
}

impl Kind {
    /// The kind's name.
    #[cfg(test)]
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Gauge => "gauge",
            Self::Histogram => "histogram",
        }
    }
}

/// One metric.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// Its name.
    pub(super) name: &'static str,
    /// How it behaves.
    pub(super) kind: Kind,
    /// What tells its values apart; none takes more than some dozen values.
    #[cfg_attr(not(test), allow(dead_code, reason = "for docs/reference"))]
    pub(super) labels: &'static [&'static str],
    /// What it is. Metrics speak English, as their names do.
    pub(super) meaning: &'static str,
}

const fn counter(name: &'static str, labels: &'static [&'static str], meaning: &'static str) -> Measure {
    Measure { name, kind: Kind::Counter, labels, meaning }
}

const fn gauge(name: &'static str, labels: &'static [&'static str], meaning: &'static str) -> Measure {
    Measure { name, kind: Kind::Gauge, labels, meaning }
}

/// All metrics.
pub(super) const MEASURES: &[Measure] = &[
    gauge("oxupdated_build_info", &["version"], "Always 1; the label is the version of the server."),
    gauge("oxupdated_ready", &[], "1 if /readyz would say so, else 0."),
    counter(
        "oxupdated_requests_total",
        &["route", "method", "status"],
        "Requests that were answered: by the route as docs/reference/http.md writes it, or `none`; the method; and the class of the status, such as `2xx`.",
    ),
    Measure {
        name: "oxupdated_request_seconds",
        kind: Kind::Histogram,
        labels: &["route"],
        meaning: "How long requests took until the head of their answer.",
    },
    gauge("oxupdated_connections", &[], "Connections that are open at `listen`."),
    counter("oxupdated_handshakes_failed_total", &[], "Connections whose handshake of TLS came to nothing."),
    counter(
        "oxupdated_sign_ins_total",
        &["outcome"],
        "Sign-ins by a password: `ok`, `refused`, `slowed` (too many wrong ones before), `away` (who knows the account gave no answer) or `failed` (by the server’s own fault, or too busy).",
    ),
    counter(
        "oxupdated_source_questions_total",
        &["source", "outcome"],
        "Questions to a source of accounts, by its name in the settings: `answered`, `away` (no answer, or none that makes sense) or `busy` (too many at a time).",
    ),
    gauge(
        "oxupdated_source_left_alone",
        &["source"],
        "1 while a source of accounts that failed too often is left alone, else 0.",
    ),
    gauge("oxupdated_sessions", &[], "Sessions on the pages that are open."),
    counter("oxupdated_download_bytes_total", &[], "Bytes of packages that were read for clients."),
    counter("oxupdated_uploads_total", &[], "Packages that were received and kept."),
    counter("oxupdated_upload_bytes_total", &[], "Bytes of packages that were received and kept."),
    counter(
        "oxupdated_reports_total",
        &["outcome"],
        "Reports of installs, by their outcome as docs/reference/http.md writes it.",
    ),
    gauge("oxupdated_users", &[], "Users."),
    gauge("oxupdated_devices", &[], "Devices that are enrolled."),
    gauge("oxupdated_packages_published", &[], "Packages that are published and not withdrawn."),
    gauge("oxupdated_database_bytes", &[], "Size of the database with its write-ahead log."),
    gauge("oxupdated_disk_free_bytes", &[], "Room on the disk of the data folder; not on Windows."),
    gauge(
        "oxupdated_certificate_ends_at_seconds",
        &[],
        "When the certificate in use ends, in seconds since 1970; only where this server encrypts by itself.",
    ),
];
