//! A window with one control of each kind, for tests of the stage itself: `stagehand --example`. What happens to it stands in its last line.

use std::ffi::c_void;
use std::process::ExitCode;

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::Graphics::Gdi::COLOR_3DFACE;
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::UI::Controls::{
    ICC_LISTVIEW_CLASSES, ICC_PROGRESS_CLASS, INITCOMMONCONTROLSEX, InitCommonControlsEx, LVCF_TEXT,
    LVCF_WIDTH, LVCOLUMNW, LVIF_TEXT, LVITEMW, LVM_INSERTCOLUMNW, LVM_INSERTITEMW,
    LVM_SETEXTENDEDLISTVIEWSTYLE, LVM_SETITEMTEXTW, LVS_EX_CHECKBOXES, LVS_REPORT, PBM_SETPOS,
};
use windows_sys::Win32::UI::Input::KeyboardAndMouse::SetFocus;
use windows_sys::Win32::UI::Shell::{
    DragAcceptFiles, DragFinish, DragQueryFileW, NIF_ICON, NIF_INFO, NIF_MESSAGE, NIF_TIP, NIM_ADD,
    NIM_DELETE, NOTIFYICONDATAW, Shell_NotifyIconW,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    BS_AUTOCHECKBOX, BS_DEFPUSHBUTTON, CB_ADDSTRING, CB_SETCURSEL, CBN_SELCHANGE, CBS_DROPDOWNLIST,
    CREATESTRUCTW, CreateWindowExW, DLGWINDOWEXTRA, DM_SETDEFID, DefDlgProcW, DestroyWindow,
    DispatchMessageW, ES_PASSWORD, GetDlgItem, GetMessageW, IDI_INFORMATION, IsDialogMessageW, LoadIconW,
    MSG, PostQuitMessage, RegisterClassW, RegisterWindowMessageW, SendMessageW, SetWindowTextW,
    TranslateMessage, WM_APP, WM_COMMAND, WM_CREATE, WM_DESTROY, WM_DROPFILES, WM_RBUTTONUP, WM_SETFOCUS,
    WNDCLASSW, WS_BORDER, WS_CHILD, WS_OVERLAPPEDWINDOW, WS_TABSTOP, WS_VISIBLE,
};
use windows_sys::core::w;

const NAME: i32 = 102;
const NEXT: i32 = 10;
const NEVER: i32 = 11;
const LANGUAGE: i32 = 12;
const UPDATES: i32 = 13;
const PROGRESS: i32 = 14;
const HEARD: i32 = 15;
/// What the icon tells.
const ICON: u32 = WM_APP + 1;
const PATH_LENGTH_MAX: usize = 1024;

/// Shows the window until it is closed.
pub(super) fn show() -> ExitCode {
    let class = w!("Stagehand.Example");
    // SAFETY: the structures live longer than the calls, and the names end with 0.
    unsafe {
        let wanted = ICC_LISTVIEW_CLASSES | ICC_PROGRESS_CLASS;
        let kinds = INITCOMMONCONTROLSEX { dwSize: size_of::<INITCOMMONCONTROLSEX>() as u32, dwICC: wanted };
        InitCommonControlsEx(&raw const kinds);
        let window = WNDCLASSW {
            lpfnWndProc: Some(procedure),
            hInstance: GetModuleHandleW(std::ptr::null()),
            hbrBackground: (COLOR_3DFACE + 1) as usize as *mut c_void,
            lpszClassName: class,
            cbWndExtra: DLGWINDOWEXTRA as i32,
            ..WNDCLASSW::default()
        };
        RegisterClassW(&raw const window);
        let (none, style) = (std::ptr::null_mut(), WS_OVERLAPPEDWINDOW | WS_VISIBLE);
        let window =
            CreateWindowExW(0, class, w!("Example"), style, 100, 80, 460, 420, none, none, none, none);
        let mut message = MSG::default();
        while GetMessageW(&raw mut message, none, 0, 0) > 0 {
            if IsDialogMessageW(window, &raw const message) == 0 {
                TranslateMessage(&raw const message);
                DispatchMessageW(&raw const message);
            }
        }
        ExitCode::from(message.wParam as u8)
    }
}

/// What a control is made of: class, text, style, number, and place.
type Part = (*const u16, *const u16, u32, i32, [i32; 4]);

fn parts() -> [Part; 12] {
    let (label, field, button) = (w!("Static"), w!("Edit"), w!("Button"));
    let typed = WS_BORDER | WS_TABSTOP;
    let list = LVS_REPORT | WS_BORDER | WS_TABSTOP;
    [
        (label, w!("&Name:"), 0, 101, [10, 10, 100, 20]),
        (field, w!(""), typed, NAME, [120, 10, 200, 22]),
        (label, w!("&Password:"), 0, 103, [10, 40, 100, 20]),
        (field, w!(""), typed | ES_PASSWORD as u32, 104, [120, 40, 200, 22]),
        (label, w!("&Language:"), 0, 105, [10, 70, 100, 20]),
        (w!("ComboBox"), w!(""), CBS_DROPDOWNLIST as u32 | WS_TABSTOP, LANGUAGE, [120, 70, 200, 200]),
        (button, w!("&Keep it"), BS_AUTOCHECKBOX as u32 | WS_TABSTOP, 106, [10, 100, 200, 22]),
        (w!("SysListView32"), w!(""), list, UPDATES, [10, 130, 420, 120]),
        (w!("msctls_progress32"), w!(""), 0, PROGRESS, [10, 260, 420, 18]),
        (button, w!("&Next >"), BS_DEFPUSHBUTTON as u32 | WS_TABSTOP, NEXT, [330, 290, 100, 26]),
        (button, w!("Ne&ver"), 0, NEVER, [220, 290, 100, 26]),
        (label, w!("nothing yet"), 0, HEARD, [10, 340, 420, 20]),
    ]
}

/// # Safety
/// Windows calls it with a window of this class.
unsafe extern "system" fn procedure(window: HWND, message: u32, first: WPARAM, second: LPARAM) -> LRESULT {
    // SAFETY: the arguments are those of the message, and the name ends with 0.
    unsafe {
        match message {
            WM_CREATE => create(window, second as *const CREATESTRUCTW),
            WM_SETFOCUS => {
                SetFocus(GetDlgItem(window, NAME));
            }
            WM_COMMAND => commanded(window, first),
            WM_DROPFILES => {
                let mut path = [0_u16; PATH_LENGTH_MAX];
                let files = first as *mut c_void;
                let count = DragQueryFileW(files, u32::MAX, std::ptr::null_mut(), 0);
                DragQueryFileW(files, count.saturating_sub(1), path.as_mut_ptr(), PATH_LENGTH_MAX as u32);
                DragFinish(files);
                let end = path.iter().position(|unit| *unit == 0).unwrap_or_default();
                hear(
                    window,
                    &format!("dropped {count}, the last {}", String::from_utf16_lossy(&path[..end])),
                );
            }
            ICON if second as u32 == WM_RBUTTONUP => hear(window, "icon pressed"),
            WM_DESTROY => {
                Shell_NotifyIconW(NIM_DELETE, &raw const *icon(window));
                PostQuitMessage(7);
            }
            _ if message == RegisterWindowMessageW(w!("TaskbarCreated")) => hear(window, "shell anew"),
            _ => return DefDlgProcW(window, message, first, second),
        }
    }
    0
}

/// # Safety
/// The window is being made, with these arguments.
unsafe fn create(window: HWND, made: *const CREATESTRUCTW) {
    // SAFETY: the texts end with 0, and what is sent lives longer than the call.
    unsafe {
        let instance = (*made).hInstance;
        for (class, text, style, id, [left, top, width, height]) in parts() {
            let (style, number) = (style | WS_CHILD | WS_VISIBLE, id as usize as *mut c_void);
            let nothing = std::ptr::null();
            CreateWindowExW(
                0, class, text, style, left, top, width, height, window, number, instance, nothing,
            );
        }
        for entry in [w!("English"), w!("Deutsch")] {
            SendMessageW(GetDlgItem(window, LANGUAGE), CB_ADDSTRING, 0, entry as isize);
        }
        SendMessageW(GetDlgItem(window, LANGUAGE), CB_SETCURSEL, 0, 0);
        SendMessageW(GetDlgItem(window, PROGRESS), PBM_SETPOS, 40, 0);
        fill(GetDlgItem(window, UPDATES));
        SendMessageW(window, DM_SETDEFID, NEXT as usize, 0);
        DragAcceptFiles(window, 1);
        Shell_NotifyIconW(NIM_ADD, &raw const *icon(window));
    }
}

/// # Safety
/// The window is a table.
unsafe fn fill(table: HWND) {
    // SAFETY: the texts end with 0, and what is sent lives longer than the call.
    unsafe {
        let boxes = LVS_EX_CHECKBOXES as isize;
        SendMessageW(table, LVM_SETEXTENDEDLISTVIEWSTYLE, LVS_EX_CHECKBOXES as usize, boxes);
        for (at, title) in [w!("Name"), w!("Version")].into_iter().enumerate() {
            let column = LVCOLUMNW {
                mask: LVCF_TEXT | LVCF_WIDTH,
                cx: 180,
                pszText: title.cast_mut(),
                ..LVCOLUMNW::default()
            };
            SendMessageW(table, LVM_INSERTCOLUMNW, at, (&raw const column) as isize);
        }
        let rows = [(w!("Notes"), w!("1.0.0 → 2.0.0")), (w!("Tools"), w!("new 3.1"))];
        for (at, (name, version)) in (0..).zip(rows) {
            let cell = |column: i32, text: *const u16| LVITEMW {
                mask: LVIF_TEXT,
                iItem: at,
                iSubItem: column,
                pszText: text.cast_mut(),
                ..LVITEMW::default()
            };
            SendMessageW(table, LVM_INSERTITEMW, 0, std::ptr::from_ref(&cell(0, name)) as isize);
            SendMessageW(
                table,
                LVM_SETITEMTEXTW,
                at as usize,
                std::ptr::from_ref(&cell(1, version)) as isize,
            );
        }
    }
}

/// The icon beside the clock with a balloon at it.
fn icon(window: HWND) -> Box<NOTIFYICONDATAW> {
    let mut icon = Box::new(NOTIFYICONDATAW {
        cbSize: size_of::<NOTIFYICONDATAW>() as u32,
        hWnd: window,
        uID: 1,
        uFlags: NIF_ICON | NIF_INFO | NIF_MESSAGE | NIF_TIP,
        uCallbackMessage: ICON,
        // SAFETY: an icon of Windows itself.
        hIcon: unsafe { LoadIconW(std::ptr::null_mut(), IDI_INFORMATION) },
        ..NOTIFYICONDATAW::default()
    });
    let write = |place: &mut [u16], text: &str| {
        place.iter_mut().zip(text.encode_utf16()).for_each(|(place, unit)| *place = unit);
    };
    write(&mut icon.szTip, "Example tip");
    write(&mut icon.szInfoTitle, "Example heading");
    write(&mut icon.szInfo, "Example of a balloon.");
    icon
}

/// # Safety
/// The window is of this class.
unsafe fn commanded(window: HWND, first: WPARAM) {
    // IDCANCEL, which Escape is.
    const CLOSE: i32 = 2;
    match ((first & 0xFFFF) as i32, (first >> 16) as u32) {
        (NEXT, _) => hear(window, "next pressed"),
        (LANGUAGE, CBN_SELCHANGE) => hear(window, "language chosen"),
        // SAFETY: the window is ours.
        (CLOSE, _) => unsafe {
            DestroyWindow(window);
        },
        _ => {}
    }
}

/// Writes what has happened into the last line.
fn hear(window: HWND, what: &str) {
    let text: Vec<u16> = what.encode_utf16().chain([0]).collect();
    // SAFETY: the text ends with 0.
    unsafe { SetWindowTextW(GetDlgItem(window, HEARD), text.as_ptr()) };
}
