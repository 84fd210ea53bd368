//! Our share in an install's user interface: Windows Installer tells us how it goes, and we answer.
//!
//! Windows Installer may call from any thread, so what it says is passed to the thread that asked for the install, which
//! answers; the caller's code never runs inside Windows Installer, and no panic can reach it.

use std::ffi::c_void;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender};

use windows_sys::Win32::Foundation::ERROR_SUCCESS;
use windows_sys::Win32::System::ApplicationInstallationAndServicing::{
    INSTALLLOGMODE_ACTIONDATA, INSTALLLOGMODE_ACTIONSTART, INSTALLLOGMODE_FILESINUSE,
    INSTALLLOGMODE_PROGRESS, INSTALLLOGMODE_RMFILESINUSE, INSTALLMESSAGE_ACTIONDATA,
    INSTALLMESSAGE_ACTIONSTART, INSTALLMESSAGE_FILESINUSE, INSTALLMESSAGE_PROGRESS,
    INSTALLMESSAGE_RMFILESINUSE, INSTALLMESSAGE_TYPEMASK, MSI_NULL_INTEGER, MSIHANDLE, MsiRecordGetInteger,
    MsiRecordGetStringW, MsiSetExternalUIRecord,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{IDCANCEL, IDIGNORE, IDOK};

use super::wide::ask_for_text;
use crate::machine::{InstallProgress, Proceed};
use crate::progress::{FIELDS, Gauge};

/// The most 16-bit units of a text that tells what an install does.
const ACTION_LENGTH_MAX: usize = 4_096;

/// The messages that are wanted.
const MESSAGES: i32 = INSTALLLOGMODE_PROGRESS
    | INSTALLLOGMODE_ACTIONSTART
    | INSTALLLOGMODE_ACTIONDATA
    | INSTALLLOGMODE_FILESINUSE
    | INSTALLLOGMODE_RMFILESINUSE;

/// To Windows Installer: the message is not answered, its own user interface shows it.
const NOT_ANSWERED: i32 = 0;
/// The field of an ACTIONSTART record with the description in words.
const DESCRIPTION_FIELD: u32 = 2;

/// Who shows an install's progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Only we do.
    ByUs,
    /// Windows Installer does, and tells us too.
    ByWindowsInstaller,
}

/// The two ends of a conversation with the thread that asked for the install.
#[derive(Debug)]
pub(super) struct Conversation {
    pub(super) told: Sender<InstallProgress>,
    pub(super) answers: Receiver<Proceed>,
}

/// Listens to Windows Installer as long as it lives.
pub(super) struct ExternalUi {
    listener: Box<Mutex<Listener>>,
}

struct Listener {
    conversation: Conversation,
    shown: Shown,
    gauge: Gauge,
    /// What was said last.
    action: String,
    cancelled: bool,
}

impl ExternalUi {
    /// Begins to listen; one at a time in a process.
    pub(super) fn begin(conversation: Conversation, shown: Shown) -> io::Result<Self> {
        let (gauge, action) = Default::default();
        let listener = Listener { conversation, shown, gauge, action, cancelled: false };
        let listener = Box::new(Mutex::new(listener));
        // SAFETY: the listener stays where it is until `drop` has taken the handler away; Windows Installer only passes it on.
        let answer = unsafe {
            MsiSetExternalUIRecord(
                Some(handler),
                MESSAGES.cast_unsigned(),
                (&raw const *listener).cast::<c_void>(),
                None,
            )
        };
        if answer == ERROR_SUCCESS {
            Ok(Self { listener })
        } else {
            Err(io::Error::from_raw_os_error(answer.cast_signed()))
        }
    }

    /// Tells that the install has ended well.
    pub(super) fn finish(&self) {
        if let Ok(mut listener) = self.listener.lock() {
            let end = listener.gauge.finish();
            listener.tell(end);
        }
    }
}

impl Drop for ExternalUi {
    fn drop(&mut self) {
        // SAFETY: taking the handler away needs nothing else; afterwards the listener is not called any more.
        unsafe { MsiSetExternalUIRecord(None, 0, std::ptr::null(), None) };
    }
}

/// What Windows Installer calls.
unsafe extern "system" fn handler(context: *mut c_void, message: u32, record: MSIHANDLE) -> i32 {
    // SAFETY: the context is the listener that `begin` passed on, which outlives its being the handler.
    let Some(listener) = (unsafe { context.cast::<Mutex<Listener>>().as_ref() }) else {
        return NOT_ANSWERED;
    };
    let answer = catch_unwind(AssertUnwindSafe(|| match message.cast_signed() & INSTALLMESSAGE_TYPEMASK {
        // Nobody's program is closed: what is in use is replaced at the next restart of Windows.
        INSTALLMESSAGE_FILESINUSE | INSTALLMESSAGE_RMFILESINUSE => IDIGNORE,
        // A message within a message could only be lost or wait for ever.
        kind => listener.try_lock().map_or(NOT_ANSWERED, |mut listener| listener.hear(kind, record)),
    }));
    answer.unwrap_or(NOT_ANSWERED)
}

impl Listener {
    fn hear(&mut self, kind: i32, record: MSIHANDLE) -> i32 {
        match kind {
            INSTALLMESSAGE_PROGRESS => {
                let progress = self.gauge.progress(numbers(record));
                self.tell(progress);
            }
            INSTALLMESSAGE_ACTIONSTART => {
                self.gauge.action_started();
                let action = self.action(record);
                self.tell(action);
            }
            INSTALLMESSAGE_ACTIONDATA => {
                // Its text, one for each file and value, is for the log; packages seldom write it for people.
                let progress = self.gauge.action_data();
                self.tell(progress);
            }
            _ => return NOT_ANSWERED,
        }
        match (self.cancelled && !self.gauge.is_undoing(), self.shown) {
            (true, _) => IDCANCEL,
            (false, Shown::ByUs) => IDOK,
            (false, Shown::ByWindowsInstaller) => NOT_ANSWERED,
        }
    }

    /// What begins now, in the package's or Windows Installer's words, unless it is what was said last.
    fn action(&mut self, record: MSIHANDLE) -> Option<InstallProgress> {
        let text = description(record).ok()?.trim().to_owned();
        (!text.is_empty() && text != self.action).then(|| {
            self.action.clone_from(&text);
            InstallProgress::Action(text)
        })
    }

    fn tell(&mut self, progress: Option<InstallProgress>) {
        let Some(progress) = progress else { return };
        // Who does not listen any more does not want the install to go on.
        let told = self.conversation.told.send(progress).ok();
        let answer = told.and_then(|()| self.conversation.answers.recv().ok());
        self.cancelled |= answer != Some(Proceed::GoOn);
    }
}

/// The first fields of a record as numbers, an absent one as 0.
fn numbers(record: MSIHANDLE) -> [i32; FIELDS] {
    [1, 2, 3, 4].map(|field| {
        // SAFETY: any handle and any field may be asked.
        let number = unsafe { MsiRecordGetInteger(record, field) };
        if number == MSI_NULL_INTEGER.cast_signed() { 0 } else { number }
    })
}

fn description(record: MSIHANDLE) -> Result<String, u32> {
    ask_for_text(ACTION_LENGTH_MAX, |buffer, length| {
        // SAFETY: any handle and any field may be asked; the buffer has `length` units.
        unsafe { MsiRecordGetStringW(record, DESCRIPTION_FIELD, buffer.as_mut_ptr(), length) }
    })
}
