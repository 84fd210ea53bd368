//! The real server and the client's engine, on a machine that is a fake: for speed, and for what no real machine does on demand.
#![cfg(test)]

mod offers;
mod power_cut;
mod station;
