//! `oxupdate`: keeps this PC's software up to date, from the command line.

fn main() {}
