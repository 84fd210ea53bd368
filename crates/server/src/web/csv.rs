//! Lists as CSV files, for spreadsheets: one way for all lists.

use std::io;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use csv::{Terminator, WriterBuilder};
use futures_util::stream;

/// What tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// How many lines of a list are written at a time, so that no list stands twice in memory.
const LINES_AT_A_TIME: usize = 1_000;

/// Answers with a list as a file of this name, such as `devices.csv`: a heading, and a row for each line.
///
/// Whoever makes the list has bounded it. Times in the rows are as RFC 3339 writes them, and what is not known is empty.
pub(super) fn file<Line: Send + 'static>(
    name: &'static str,
    heading: &[String],
    lines: Vec<Line>,
    row: impl Fn(&Line) -> Vec<String> + Send + 'static,
) -> Response {
    let headed = written([heading.to_vec()]).map(|rows| [BYTE_ORDER_MARK, &rows].concat());
    let mut lines = lines.into_iter();
    let rest = std::iter::from_fn(move || {
        let next: Vec<Line> = lines.by_ref().take(LINES_AT_A_TIME).collect();
        (!next.is_empty()).then(|| written(next.iter().map(&row)))
    });
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (CACHE_CONTROL, "private, no-store".to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, Body::from_stream(stream::iter(std::iter::once(headed).chain(rest)))).into_response()
}

fn written(rows: impl IntoIterator<Item = Vec<String>>) -> io::Result<Vec<u8>> {
    // RFC 4180 ends lines so, and so do the spreadsheets.
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| defused(cell)))?;
    }
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

/// A cell that no spreadsheet takes for a formula: names of PCs and products are written by whoever has a password.
///
/// Source: OWASP, "CSV Injection". Blanks in front are looked through, and the wide forms count too.
fn defused(cell: &str) -> String {
    let begins = |letter: char| cell.trim_start().starts_with(letter);
    let is_formula = "=+-@＝＋－＠".chars().any(begins) || cell.starts_with(['\t', '\r', '\n']);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::{LINES_AT_A_TIME, defused, file};

    #[test]
    fn no_cell_is_a_formula() {
        let check = |cell: &str, expected: &str| assert_eq!(defused(cell), expected);
        check("=1+1", "'=1+1");
        check("+49 30 1234", "'+49 30 1234");
        check("-2+3", "'-2+3");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\t=1", "'\t=1");
        check("\r=1", "'\r=1");
        check("\n=1", "'\n=1");
        check("  =1", "'  =1");
        check("＝1", "'＝1");
        check("PC-1", "PC-1");
        check("a=b", "a=b");
        check("10.0.22631", "10.0.22631");
        check(" PC", " PC");
        check("'=1", "'=1");
        check("", "");
    }

    #[tokio::test]
    async fn a_list_is_written_whole() {
        let lines: Vec<usize> = (0..LINES_AT_A_TIME * 2 + 1).collect();
        let heading = ["Name".to_owned(), "Größe".to_owned()];
        let row = |line: &usize| vec![format!("a,\"{line}"), "=x\ny".to_owned()];
        let answer = file("list.csv", &heading, lines, row);
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "text/csv; charset=utf-8");
        assert_eq!(header("content-disposition"), "attachment; filename=\"list.csv\"");
        let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        let text = String::from_utf8(body.to_vec()).unwrap();
        let begin = "\u{feff}Name,Größe\r\n\"a,\"\"0\",\"'=x\ny\"\r\n\"a,\"\"1\",\"'=x\ny\"\r\n";
        assert!(text.starts_with(begin), "{text:.80}");
        assert_eq!(text.matches("\r\n").count(), 1 + LINES_AT_A_TIME * 2 + 1);
        let empty = to_bytes(file("a.csv", &heading, Vec::new(), row).into_body(), usize::MAX).await.unwrap();
        assert_eq!(empty, "\u{feff}Name,Größe\r\n".as_bytes());
    }
}
