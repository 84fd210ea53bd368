//! The part of a package that has come so far, hashed as it grows.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};

use catalog::digest::Digester;
use catalog::{Digests, Product};
use serde::{Deserialize, Serialize};

use super::{CHUNK_SIZE, Folder, PACKAGE_SIZE_MAX};
use crate::server::{Resume, Validator};
use crate::state::{StateError, read};

/// The most bytes of the note beside a part.
const NOTE_SIZE_MAX: u64 = 16 * 1024;
/// How many bytes of a part are given back when it has filled the disk.
const ROOM_SIZE: u64 = 512 * 1024;

/// A file that is not whole yet.
pub(super) struct Part<'a> {
    folder: &'a Folder,
    file: File,
    size: u64,
    digester: Digester,
    validator: Option<Validator>,
}

/// What a part is a part of.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    url: String,
    validator: String,
    /// The size that was offered, if any.
    size: Option<u64>,
}

impl<'a> Part<'a> {
    /// Opens what an earlier download left, if it can be gone on with, or an empty part.
    pub(super) fn open(folder: &'a Folder, product: &Product) -> Result<Self, StateError> {
        let path = folder.part();
        let unusable = |source| StateError::Unusable { path: path.clone(), source };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = options.open(&path).map_err(unusable)?;
        let note = read(&folder.note(), NOTE_SIZE_MAX);
        let note: Option<Note> = note.and_then(|note| serde_json::from_slice(&note).ok());
        let note = note.filter(|note| note.url == product.url && note.size == product.size);
        let mut part = Self { folder, file, size: 0, digester: Digester::default(), validator: None };
        match note {
            Some(note) => {
                part.hash().map_err(unusable)?;
                part.validator = Some(Validator(note.validator));
                // A part that is all of it or more is none to go on with.
                if part.size >= product.size.unwrap_or(PACKAGE_SIZE_MAX) {
                    part.begin_anew()?;
                }
            }
            None => part.begin_anew()?,
        }
        Ok(part)
    }

    /// How many bytes there are.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Where to go on; `None` if only the beginning will do.
    pub(super) fn resume(&self) -> Option<Resume> {
        let validator = self.validator.clone()?;
        (self.size > 0).then_some(Resume { offset: self.size, validator })
    }

    /// Throws away what there is.
    pub(super) fn begin_anew(&mut self) -> Result<(), StateError> {
        let anew = self.file.set_len(0).and_then(|()| self.file.rewind());
        anew.map_err(|source| self.unusable(source))?;
        self.size = 0;
        self.digester = Digester::default();
        self.validator = None;
        self.forget()
    }

    /// Deletes the note: before a byte of another file is written, nothing may vouch for the old one.
    fn forget(&self) -> Result<(), StateError> {
        match fs::remove_file(self.folder.note()) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(StateError::Unusable { path: self.folder.note(), source })
            }
            _ => Ok(()),
        }
    }

    /// Writes down what the bytes to come are a part of; without a validator they cannot be gone on with.
    pub(super) fn remember(
        &mut self,
        product: &Product,
        validator: Option<Validator>,
    ) -> Result<(), StateError> {
        if self.validator == validator {
            return Ok(());
        }
        self.forget()?;
        if let Some(validator) = &validator {
            let note = Note { url: product.url.clone(), validator: validator.0.clone(), size: product.size };
            let written = serde_json::to_vec(&note).map_err(io::Error::other);
            written
                .and_then(|note| fs::write(self.folder.note(), note))
                .map_err(|source| StateError::Unusable { path: self.folder.note(), source })?;
        }
        self.validator = validator;
        Ok(())
    }

    /// Adds bytes.
    pub(super) fn append(&mut self, bytes: &[u8]) -> Result<(), StateError> {
        if let Err(source) = self.file.write_all(bytes) {
            if source.kind() == io::ErrorKind::StorageFull {
                // So that what came of it can be written down.
                let _ = self.file.set_len(self.size.saturating_sub(ROOM_SIZE));
            }
            return Err(self.unusable(source));
        }
        self.digester.update(bytes);
        self.size += bytes.len() as u64;
        Ok(())
    }

    /// The file and the digests of its bytes.
    pub(super) fn finish(self) -> (File, Digests) {
        (self.file, self.digester.finish())
    }

    /// Takes in what is there from the beginning; the file is at its end afterwards.
    fn hash(&mut self) -> io::Result<()> {
        self.file.rewind()?;
        let mut reader = BufReader::with_capacity(CHUNK_SIZE, &self.file).take(PACKAGE_SIZE_MAX);
        let mut chunk = vec![0; CHUNK_SIZE];
        loop {
            let count = reader.read(&mut chunk)?;
            if count == 0 {
                break;
            }
            self.digester.update(chunk.get(..count).unwrap_or_default());
            self.size += count as u64;
        }
        self.file.seek(SeekFrom::Start(self.size))?;
        Ok(())
    }

    fn unusable(&self, source: io::Error) -> StateError {
        StateError::Unusable { path: self.folder.part(), source }
    }
}
