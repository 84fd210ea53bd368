//! Stories of the real `oxupdated` on loopback: what clients and administrators see of it.
//!
//! Verbs reach a running server over a Unix socket, so the stories are told on Unix.
#![cfg(test)]
#![cfg(unix)]

mod api;
mod api_nouns;
mod api_tokens;
mod backup;
mod brandings;
mod browser;
mod catalog;
mod check_ins;
mod device_sign_in;
mod devices;
mod directories;
mod doctor;
mod drafts;
mod elsewhere;
mod files;
mod fixtures;
mod foreign_session;
mod golden;
mod guard;
mod health;
mod home;
mod hostile;
mod http;
mod installer;
mod life;
mod listings;
mod memory;
mod multipart;
mod open_id_connect;
mod open_xchange;
mod overview;
mod packaging;
mod place;
mod preconditions;
mod preconfiguration;
mod provider;
mod publishing;
mod reports;
mod roles;
mod scale;
mod second_factor;
mod sessions;
mod set_up;
mod sign_in;
mod slapd;
mod sources;
mod stranger;
mod successor;
mod take_over;
mod tls;
mod updater_package;
mod uploads;
mod user_imports;
mod user_removal;
mod users;
mod verbs;
mod webhooks;
