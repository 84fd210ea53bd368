//! Questions in a box of their own, and the choice of files: Windows' own dialogs.

use std::io;
use std::path::{Path, PathBuf};

use windows_sys::Win32::Foundation::HWND;
use windows_sys::Win32::System::LibraryLoader::{GetProcAddress, LoadLibraryW};
use windows_sys::Win32::UI::Controls::Dialogs::{
    GetOpenFileNameW, GetSaveFileNameW, OFN_EXPLORER, OFN_FILEMUSTEXIST, OFN_HIDEREADONLY, OFN_NOCHANGEDIR,
    OFN_OVERWRITEPROMPT, OFN_PATHMUSTEXIST, OPENFILENAMEW,
};
use windows_sys::Win32::UI::Controls::{
    TASKDIALOG_BUTTON, TASKDIALOGCONFIG, TD_ERROR_ICON, TD_INFORMATION_ICON, TD_WARNING_ICON,
    TDF_ALLOW_DIALOG_CANCELLATION, TDF_POSITION_RELATIVE_TO_WINDOW, TDF_SIZE_TO_CONTENT,
};

use super::frame::Window;
use super::program::instance;
use super::send::{text_of, wide};

/// The longest path that is chosen, in UTF-16 units.
const PATH_LENGTH_MAX: usize = 32_768;
/// The number of the first button; below are those of Windows, such as 2 for closing the box.
const FIRST_BUTTON: i32 = 100;

/// A question in a box of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What stands in its title bar.
    pub title: String,
    /// What it says first.
    pub heading: String,
    /// What else there is to know.
    pub text: String,
    /// How it is told.
    pub tone: Tone,
    /// What can be answered, from left to right; `&` marks an access key.
    pub buttons: Vec<String>,
    /// The button that Enter presses, from 0; the safe one.
    pub default: usize,
}

/// How something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    News,
    /// As a warning.
    Warning,
    /// As something that went wrong.
    Error,
}

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A button, from 0.
    Button(usize),
    /// The box was closed without an answer.
    Closed,
}

/// A kind of files to choose among.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileKind {
    /// What they are called.
    pub name: String,
    /// What their names look like, such as `*.msi`.
    pub pattern: String,
}

type TaskDialogIndirect =
    unsafe extern "system" fn(*const TASKDIALOGCONFIG, *mut i32, *mut i32, *mut i32) -> i32;

/// Asks, and waits for the answer; the window cannot be used meanwhile.
///
/// # Errors
/// If Windows cannot show it: without common controls 6, which the program's manifest asks for.
pub fn ask(owner: Option<&Window>, question: &Question) -> io::Result<Choice> {
    let show = task_dialog()?;
    let [title, heading, text] = [&question.title, &question.heading, &question.text].map(|text| wide(text));
    let labels: Vec<Vec<u16>> = question.buttons.iter().map(|label| wide(label)).collect();
    let buttons: Vec<TASKDIALOG_BUTTON> = (FIRST_BUTTON..)
        .zip(&labels)
        .map(|(number, label)| TASKDIALOG_BUTTON { nButtonID: number, pszButtonText: label.as_ptr() })
        .collect();
    let mut config = TASKDIALOGCONFIG {
        cbSize: size_of::<TASKDIALOGCONFIG>() as u32,
        hwndParent: owner_of(owner),
        hInstance: instance(),
        dwFlags: TDF_ALLOW_DIALOG_CANCELLATION | TDF_POSITION_RELATIVE_TO_WINDOW | TDF_SIZE_TO_CONTENT,
        pszWindowTitle: title.as_ptr(),
        pszMainInstruction: heading.as_ptr(),
        pszContent: text.as_ptr(),
        cButtons: buttons.len() as u32,
        pButtons: buttons.as_ptr(),
        nDefaultButton: FIRST_BUTTON + question.default as i32,
        ..TASKDIALOGCONFIG::default()
    };
    config.Anonymous1.pszMainIcon = match question.tone {
        Tone::News => TD_INFORMATION_ICON,
        Tone::Warning => TD_WARNING_ICON,
        Tone::Error => TD_ERROR_ICON,
    };
    let mut pressed = 0;
    // SAFETY: all texts end with a zero and live, with the buttons, until the call returns.
    let answer =
        unsafe { show(&raw const config, &raw mut pressed, std::ptr::null_mut(), std::ptr::null_mut()) };
    if answer < 0 {
        return Err(io::Error::from_raw_os_error(answer));
    }
    let button = usize::try_from(pressed - FIRST_BUTTON).ok().filter(|button| *button < buttons.len());
    Ok(button.map_or(Choice::Closed, Choice::Button))
}

/// Found when it is needed: a program without the manifest, such as a test, would not start with it among its imports.
fn task_dialog() -> io::Result<TaskDialogIndirect> {
    let library = wide("comctl32.dll");
    // SAFETY: the name ends with a zero; the function has the signature of commctrl.h.
    unsafe {
        let library = LoadLibraryW(library.as_ptr());
        match GetProcAddress(library, c"TaskDialogIndirect".as_ptr().cast()) {
            Some(found) => {
                Ok(std::mem::transmute::<unsafe extern "system" fn() -> isize, TaskDialogIndirect>(found))
            }
            None => Err(io::Error::last_os_error()),
        }
    }
}

fn owner_of(owner: Option<&Window>) -> HWND {
    owner.map_or(std::ptr::null_mut(), Window::handle)
}

/// Lets the person choose a file that is there; `None` if they choose none.
#[must_use]
pub fn choose_file(owner: Option<&Window>, title: &str, kinds: &[FileKind]) -> Option<PathBuf> {
    choose(owner, title, kinds, None, OFN_FILEMUSTEXIST)
}

/// Lets the person choose where a new file goes; Windows asks before one that is there is replaced. `None` if they choose nothing.
///
/// A name without an ending gets that of the proposed one.
#[must_use]
pub fn choose_new_file(
    owner: Option<&Window>,
    title: &str,
    kinds: &[FileKind],
    proposed: &Path,
) -> Option<PathBuf> {
    choose(owner, title, kinds, Some(proposed), OFN_OVERWRITEPROMPT)
}

fn choose(
    owner: Option<&Window>,
    title: &str,
    kinds: &[FileKind],
    proposed: Option<&Path>,
    flags: u32,
) -> Option<PathBuf> {
    let mut path = vec![0_u16; PATH_LENGTH_MAX];
    if let Some(proposed) = proposed {
        let proposed = wide(&proposed.display().to_string());
        path.get_mut(..proposed.len())?.copy_from_slice(&proposed);
    }
    // Pairs of texts, each with a zero behind it, and another zero behind them all.
    let mut filter: Vec<u16> =
        kinds.iter().flat_map(|kind| [wide(&kind.name), wide(&kind.pattern)]).flatten().collect();
    filter.push(0);
    let title = wide(title);
    let ending = proposed.and_then(Path::extension).map(|ending| wide(&ending.to_string_lossy()));
    let mut wanted = OPENFILENAMEW {
        lpstrDefExt: ending.as_ref().map_or(std::ptr::null(), Vec::as_ptr),
        lStructSize: size_of::<OPENFILENAMEW>() as u32,
        hwndOwner: owner_of(owner),
        lpstrFilter: filter.as_ptr(),
        lpstrFile: path.as_mut_ptr(),
        nMaxFile: PATH_LENGTH_MAX as u32,
        lpstrTitle: title.as_ptr(),
        Flags: OFN_EXPLORER | OFN_NOCHANGEDIR | OFN_PATHMUSTEXIST | OFN_HIDEREADONLY | flags,
        ..OPENFILENAMEW::default()
    };
    // SAFETY: the texts end with a zero and live until the call returns; the buffer is as long as is said.
    let chosen = unsafe {
        if flags & OFN_OVERWRITEPROMPT != 0 {
            GetSaveFileNameW(&raw mut wanted)
        } else {
            GetOpenFileNameW(&raw mut wanted)
        }
    };
    (chosen != 0).then(|| text_of(&path).into())
}
