//! Takes orders from the test and does them, one after the other.

mod accessible;
mod controls;
mod drop;
mod example;
mod icon;
mod keyboard;
mod messages;
mod mouse;
mod picture;
mod processes;
mod remote;
mod tables;
mod top;

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::ExitCode;

use stagehand::{Answer, Order};
use windows_sys::Win32::System::Com::{COINIT_APARTMENTTHREADED, CoInitializeEx};
use windows_sys::Win32::UI::HiDpi::{
    DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2, SetProcessDpiAwarenessContext,
};

use processes::Processes;

/// What came of something that Windows was asked for; the error says what could not be done.
type Outcome<T> = Result<T, String>;

/// Connects to the test whose port is the first argument, and takes its orders until it hangs up.
pub(crate) fn serve() -> ExitCode {
    // SAFETY: a number only; it fails where a manifest has decided already, which is as good.
    unsafe { SetProcessDpiAwarenessContext(DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2) };
    // SAFETY: no reserved argument; this thread asks for names of controls until it ends.
    unsafe { CoInitializeEx(std::ptr::null(), COINIT_APARTMENTTHREADED as u32) };
    if std::env::args().nth(1).as_deref() == Some("--example") {
        return example::show();
    }
    let port = std::env::args().nth(1).and_then(|port| port.parse::<u16>().ok());
    let connection = port.and_then(|port| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
    connection.and_then(work).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
}

fn work(connection: TcpStream) -> Option<()> {
    let mut answers = connection.try_clone().ok()?;
    let mut processes = Processes::default();
    for line in BufReader::new(connection).lines() {
        let Ok(line) = line else { break };
        let answer = match serde_json::from_str(&line) {
            Ok(order) => obey(order, &mut processes).unwrap_or_else(Answer::Failed),
            Err(error) => Answer::Failed(format!("{line} is no order: {error}")),
        };
        let mut answer = serde_json::to_string(&answer).ok()?;
        answer.push('\n');
        if answers.write_all(answer.as_bytes()).is_err() {
            break;
        }
    }
    Some(())
}

fn obey(order: Order, processes: &mut Processes) -> Outcome<Answer> {
    let done = |()| Answer::Done;
    match order {
        Order::Start { program, arguments, environment } => {
            processes.start(&program, &arguments, environment).map(Answer::Process)
        }
        Order::Ended { process } => processes.ended(process).map(Answer::Ended),
        Order::End { process } => processes.end(process).map(done),
        Order::Memory { process } => processes::memory(process).map(Answer::Number),
        Order::Windows => Ok(Answer::Windows(top::windows())),
        Order::Controls { window } => controls::controls(window).map(Answer::Controls),
        Order::Activate { window } => top::activate(window).map(done),
        Order::Press { control } => controls::press(control).map(done),
        Order::Click { x, y, button } => mouse::click(x, y, button).map(done),
        Order::Fill { control, text } => keyboard::fill(control, &text).map(done),
        Order::Keys { keys } => keyboard::keys(&keys).map(done),
        Order::Tick { control, row, on } => tables::tick(control, row, on).map(done),
        Order::Select { control, row } => tables::select(control, row).map(done),
        Order::Choose { control, entry } => controls::choose(control, entry).map(done),
        Order::Send(post) => {
            messages::send(post.window, post.message, post.first as usize, post.second as isize)
                .map(|answer| Answer::Number(answer as i64))
        }
        Order::Post(post) => {
            messages::post(post.window, post.message, post.first as usize, post.second as isize).map(done)
        }
        Order::Broadcast { name } => messages::broadcast(&name).map(done),
        Order::TakeIcon { window, number } => icon::take(window, number).map(done),
        Order::Drop { window, files } => drop::drop(window, &files).map(done),
        Order::Picture { path } => picture::take(&path).map(done),
    }
}
