//! `OXUpdater.exe`: the face on Windows. It draws what the client says, and decides nothing.

fn main() {}
