//! Where the files that a package installs are: in the MSI file or beside it.

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use super::tables::{Database, Table};
use super::{MEDIA_MAX, MsiError, Part};

/// Where the files that a package installs are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload {
    /// In the MSI file itself; so also where there is no file to install.
    Embedded,
    /// In cabinets beside the MSI file, at least in part: the cabinets' names, as the media are numbered.
    Beside(Vec<String>),
    /// As they are, in folders beside the MSI file, at least in part.
    Loose,
    /// Not all there: the file ends before sectors that belong to its streams, as after a broken copy or download.
    Truncated,
}

/// In a file's Attributes: not in a cabinet, whatever the summary information says.
const FILE_LOOSE: i32 = 0x2000;
/// In a file's Attributes: in a cabinet, whatever the summary information says.
const FILE_IN_CABINET: i32 = 0x4000;
/// In the summary information's word count: files are in cabinets unless they say otherwise.
const SOURCE_COMPRESSED: u32 = 2;

/// A medium: it has the files up to a number.
struct Medium {
    last_sequence: i32,
    /// The string with the cabinet's name; 0 for none.
    cabinet: u32,
}

/// Finds out where the files are.
///
/// A file is loose if it or, failing that, the summary information says so, or if its medium has no cabinet. Else it is in
/// its medium's cabinet, which is embedded if its name begins with `#`. A file's medium is the first whose LastSequence
/// is not below the file's Sequence. Sources: Microsoft, "Media table", "File table", "Word Count Summary property".
/// None of this is looked at if the file is truncated.
///
/// # Errors
/// [`MsiError`] if the tables Media or File are damaged or beyond their limits.
pub(super) fn read<F: Read + Seek>(
    database: &mut Database<F>,
    word_count: Option<u32>,
) -> Result<Payload, MsiError> {
    if database.container.is_truncated() {
        return Ok(Payload::Truncated);
    }
    let files = match database.table("File", Part::Files)? {
        Some(table) if !table.rows().is_empty() => table,
        _ => return Ok(Payload::Embedded),
    };
    let media = match database.table("Media", Part::Files)? {
        Some(table) => read_media(&table, database)?,
        None => Vec::new(),
    };
    let compressed = word_count.is_none_or(|flags| flags & SOURCE_COMPRESSED != 0);
    let sequence = files.column("Sequence", &database.strings)?;
    let attributes = files.column("Attributes", &database.strings)?;
    let mut used = vec![false; media.len()];
    for row in files.rows() {
        let attributes = files.number(row, attributes)?.unwrap_or_default();
        let sequence = files.number(row, sequence)?.unwrap_or_default();
        let index = media.partition_point(|medium| medium.last_sequence < sequence);
        let has_cabinet = media.get(index).is_some_and(|medium| medium.cabinet != 0);
        let in_cabinet = attributes & FILE_IN_CABINET != 0 || compressed;
        if attributes & FILE_LOOSE != 0 || !in_cabinet || !has_cabinet {
            return Ok(Payload::Loose);
        }
        if let Some(used) = used.get_mut(index) {
            *used = true;
        }
    }
    let mut beside = Vec::new();
    let mut seen = BTreeSet::new();
    for (medium, _) in media.iter().zip(used).filter(|(_, used)| *used) {
        let embedded = database.strings.bytes(medium.cabinet)?.starts_with(b"#");
        if !embedded && seen.insert(medium.cabinet) {
            beside.push(database.strings.text(medium.cabinet, Part::Files)?);
        }
    }
    Ok(if beside.is_empty() { Payload::Embedded } else { Payload::Beside(beside) })
}

/// Reads the media, in the order of their files.
fn read_media<F>(table: &Table, database: &Database<F>) -> Result<Vec<Medium>, MsiError> {
    if table.rows().len() > MEDIA_MAX {
        return Err(MsiError::TooLarge { part: Part::Files, limit: MEDIA_MAX as u64 });
    }
    let last_sequence = table.column("LastSequence", &database.strings)?;
    let cabinet = table.column("Cabinet", &database.strings)?;
    let mut media = Vec::with_capacity(table.rows().len());
    for row in table.rows() {
        media.push(Medium {
            last_sequence: table.number(row, last_sequence)?.unwrap_or_default(),
            cabinet: table.reference(row, cabinet)?,
        });
    }
    media.sort_by_key(|medium| medium.last_sequence);
    Ok(media)
}
