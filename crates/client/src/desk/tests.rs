//! The desk under test: every state as text, in every language; what is done when; and anything in any order.

mod attention;
mod pictures;
mod rendering;
mod scenes_counted;
mod scenes_installing;
mod scenes_looking;
mod sequences;
mod stage;
mod stories;
mod times;
