//! Builds again when a migration is added: the migrations are part of the program.
#![expect(clippy::print_stdout, reason = "cargo listens on standard output")]

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
