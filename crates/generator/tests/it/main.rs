//! `oxcatalog` as people use it: the real program, real MSI files, real update.xml files.
#![cfg(test)]

mod add;
mod check;
mod files;
mod hands;
mod list;
mod page;
mod program;
mod remove;
mod show;
