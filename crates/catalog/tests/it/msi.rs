//! `catalog::msi` against real files, made files, other readers' opinions, and damage.

mod damaged;
mod layout;
mod made;
mod mutated;
mod opinions;
mod values;
