//! `stagehand.exe`: does on a desktop what a test orders. It works on Windows only, real or Wine; elsewhere it says so.

#[cfg(windows)]
#[allow(unsafe_code, reason = "this is what speaks to Windows")]
mod windows;

#[cfg(windows)]
fn main() -> std::process::ExitCode {
    windows::serve()
}

#[cfg(not(windows))]
fn main() -> std::process::ExitCode {
    std::process::ExitCode::FAILURE
}
